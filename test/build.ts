import { spawnSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Builds dist/, which the tests of the command line run, where the sources are newer. Type errors do not stop it here:
 * `npm test` has found them before.
 */
export default function build(): void {
  const built = statSync('dist/.tsbuildinfo', { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const sources = readdirSync('src', { recursive: true, encoding: 'utf8' });
  const newest = Math.max(...sources.map((path) => statSync(join('src', path)).mtimeMs));
  if (newest <= built) return;
  spawnSync(process.execPath, ['node_modules/typescript/bin/tsc', '-b', 'tsconfig.build.json'], {
    stdio: 'ignore',
  });
}
