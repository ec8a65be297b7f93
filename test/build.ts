import { spawnSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** What the build reads. */
const sources = [
  'src',
  'build',
  'templates',
  'schemas',
  'package.json',
  'tsconfig.base.json',
  'tsconfig.build.json',
];

/**
 * Builds bundle/, which the tests of the command line run, where something that it is built from is newer.
 * @throws where the build fails: tests of an older bundle say nothing about the sources.
 */
export default function build(): void {
  const built = statSync('bundle/cli.js', { throwIfNoEntry: false })?.mtimeMs ?? 0;
  if (Math.max(...sources.map(newestIn)) <= built) return;
  for (const step of [['node_modules/typescript/bin/tsc', '-b', 'tsconfig.build.json'], ['build/index.js']]) {
    const { status, stdout, stderr } = spawnSync(process.execPath, step, { encoding: 'utf8' });
    if (status !== 0) throw new Error(`The build fails at ${step.join(' ')}:\n${stdout}${stderr}`);
  }
}

/** When something at a path was last changed. */
function newestIn(path: string): number {
  const found = statSync(path);
  if (!found.isDirectory()) return found.mtimeMs;
  const times = readdirSync(path, { recursive: true, encoding: 'utf8' });
  return Math.max(found.mtimeMs, ...times.map((name) => statSync(join(path, name)).mtimeMs));
}
