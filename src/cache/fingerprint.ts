import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CacheFolder } from '../files/cache.js';
import { codeFolder, packageFile, version } from '../base/own-files.js';

/** What decides on results, beside pages and options: the code that runs, and what it reads. From the package's root. */
const parts = ['templates/', 'schemas/', 'src/runtime/'];

let known: string | undefined;

/**
 * A hash of docwright itself: its version and every file that it runs or reads, so that a patched copy, or one that is
 * being worked on, does not take the results of another.
 * @param memory spares the reading where no file was touched since: as git does, by size and times of the file system.
 * They are in the names of what it remembers only, so that on another machine nothing is found, and nothing wrong.
 */
export function codeFingerprint(memory: CacheFolder): string {
  known ??= remembered(memory);
  return known;
}

function remembered(memory: CacheFolder): string {
  const files = ownFiles();
  const name = `code-${hashFiles(files, ({ file }) => stateOf(file))}`;
  const before = memory.read(name);
  if (before) return before.toString('latin1');
  const fingerprint = hashFiles(files, ({ file }) => readFileSync(file));
  void memory.write(name, fingerprint);
  return fingerprint;
}

interface OwnFile {
  /** From the folder that it was found in. */
  readonly path: string;
  readonly file: string;
}

function ownFiles(): readonly OwnFile[] {
  const folders = [codeFolder, ...parts.map(packageFile)];
  return folders.map((url) => fileURLToPath(url)).flatMap((folder) => filesIn(folder, ''));
}

function hashFiles(files: readonly OwnFile[], partOf: (file: OwnFile) => string | Uint8Array): string {
  const hash = createHash('sha256').update(version());
  for (const file of files) {
    const part = partOf(file);
    hash.update(`\n${file.path} ${part.length}\n`).update(part);
  }
  return hash.digest('hex');
}

/** The time of change cannot be set by anybody, unlike that of modification, which archives set to what they like. */
function stateOf(file: string): string {
  const { ino, size, mtimeMs, ctimeMs } = statSync(file);
  return [ino, size, mtimeMs, ctimeMs].join(' ');
}

/** The files that run or are read, in one order; declarations and what an editor leaves behind are neither. */
function filesIn(folder: string, way: string): readonly OwnFile[] {
  const entries = readdirSync(join(folder, way), { withFileTypes: true });
  const sorted = entries.sort((one, other) => (one.name < other.name ? -1 : 1));
  return sorted.flatMap((entry) => {
    const path = `${way}${entry.name}`;
    if (entry.isDirectory()) return filesIn(folder, `${path}/`);
    return /(?<!\.d)\.(?:js|ts|json|hbs)$/u.test(path) ? [{ path, file: join(folder, path) }] : [];
  });
}
