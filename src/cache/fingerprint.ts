import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { version } from '../version.js';

/** What decides on results, beside pages and options: the code that runs, and what it reads. From the package's root. */
const parts = ['templates/', 'schemas/', 'src/runtime/'];

let known: string | undefined;

/**
 * A hash of docwright itself: its version and every file that it runs or reads, so that a patched copy, or one that is
 * being worked on, does not take the results of another.
 */
export function codeFingerprint(): string {
  known ??= fingerprint();
  return known;
}

function fingerprint(): string {
  const hash = createHash('sha256').update(version());
  const own = new URL('../', import.meta.url);
  for (const folder of [own, ...parts.map((part) => new URL(`../../${part}`, import.meta.url))]) {
    for (const path of filesIn(folder)) {
      const bytes = readFileSync(new URL(encodeURI(path), folder));
      hash.update(`\n${path} ${bytes.length}\n`).update(bytes);
    }
  }
  return hash.digest('hex');
}

/** The files that run or are read, sorted; declarations and what an editor leaves behind are neither. */
function filesIn(folder: URL): readonly string[] {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return paths
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => /(?<!\.d)\.(?:js|ts|json|hbs)$/u.test(path))
    .sort();
}
