import { join } from 'node:path';
import { byKey } from '../base/compare.js';
import { readText } from './text.js';

/** The name of the manifest in an output folder. */
export const manifestName = '.docwright.json';

/** The files that docwright wrote to a folder, by path with the hash of their text. */
export interface Manifest {
  readonly files: ReadonlyMap<string, string>;
  /** What a run that did not come to its end was about to write. */
  readonly pending: ReadonlyMap<string, string>;
}

/** The manifest of a folder; an empty one where there is none, or none that can be understood. */
export function readManifest(folder: string): Manifest {
  const text = readText(join(folder, manifestName));
  const value = text === undefined ? undefined : parse(text);
  return { files: hashes(value, 'files'), pending: hashes(value, 'pending') };
}

/** Sorted by path, so that it is the same on every run. */
export function manifestText({ files, pending }: Manifest): string {
  const sorted = (map: ReadonlyMap<string, string>) => Object.fromEntries([...map].sort(byKey));
  const value = { version: 1, files: sorted(files), ...(pending.size > 0 && { pending: sorted(pending) }) };
  return `${JSON.stringify(value, null, 2)}\n`;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function hashes(value: unknown, key: string): ReadonlyMap<string, string> {
  const entries = Object.entries(Object(Object(value)[key]));
  return new Map(entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
}
