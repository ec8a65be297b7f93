import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { manifestName, manifestText } from './manifest.js';
import { readText } from './text.js';
import { plainFiles } from './walk.js';

/** A file that an output folder should have, with the hash that the manifest would have. */
export interface KnownFile {
  readonly path: string;
  readonly hash: string;
  readonly bytes: Uint8Array;
}

/**
 * Whether a folder is, byte for byte, what `planFiles` and `writeFiles` would leave as it is: these files, this manifest,
 * nothing left by a killed run. Where it is not, or there are links, they have to look themselves.
 * @param alone nothing else may be there.
 */
export function isCurrent(folder: string, wanted: readonly KnownFile[], alone: boolean): boolean {
  const files = new Map(wanted.map(({ path, hash }) => [path, hash]));
  const manifest = manifestText({ files, pending: new Map() });
  if (readText(join(folder, manifestName)) !== manifest) return false;
  const there = new Set(plainFiles(folder));
  if (!wanted.every(({ path }) => there.has(path)) || (alone && there.size > files.size)) return false;
  return wanted.every(({ path, bytes }) => holds(join(folder, path), bytes));
}

function holds(path: string, bytes: Uint8Array): boolean {
  try {
    return readFileSync(path).equals(bytes);
  } catch {
    return false;
  }
}
