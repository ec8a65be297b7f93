import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

// Adds up what vitest counted in each run. A step that failed though all its tests passed (format, lint, types) counts
// as one failure.
const [folder = '', steps = '0'] = process.argv.slice(2);
const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.json')) : [];
const runs = files.map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')));
const passed = runs.reduce((sum, run) => sum + run.numPassedTests, 0);
// A file that does not even load has no failed test, but fails its run.
const failures = runs.reduce((sum, run) => sum + (run.numFailedTests || Number(!run.success)), 0);
const failed = Math.max(failures, Number(steps));
process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exitCode = failed > 0 ? 1 : 0;
