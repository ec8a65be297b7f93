import { spawnSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Builds bundle/, which the tests of the command line run, where the sources are newer. Type errors do not stop it here:
 * `npm test` has found them before.
 */
export default function build(): void {
  const built = statSync('bundle/cli.js', { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const sources = readdirSync('src', { recursive: true, encoding: 'utf8' });
  const newest = Math.max(...sources.map((path) => statSync(join('src', path)).mtimeMs));
  if (newest <= built) return;
  const steps = [['node_modules/typescript/bin/tsc', '-b', 'tsconfig.build.json'], ['build/index.js']];
  for (const step of steps) spawnSync(process.execPath, step, { stdio: 'ignore' });
}
