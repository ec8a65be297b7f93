import { createHash, randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, readFile, readdir, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/**
 * A folder of entries that can be lost at any time: what is missing, damaged or cannot be written is as if it had never
 * been there, and no fault.
 */
export interface CacheFolder {
  /** The text of an entry; undefined where there is none, or none that is whole. */
  read(name: string): Promise<string | undefined>;
  /** The same at once, for what everything else waits for. */
  recall(name: string): string | undefined;
  /** The same as bytes that nobody has compared with their checksum: only good for comparing them with others. */
  peek(name: string): Promise<Uint8Array | undefined>;
  /** Keeps a text, given in parts, under a name; runs at the same time see it whole or not at all. */
  write(name: string, ...parts: readonly string[]): Promise<void>;
  /** Deletes what was not used for longest until the folder has its bounds; keeps what this run has used. */
  prune(): Promise<void>;
}

/** What a cache may grow to. */
export interface CacheBounds {
  readonly bytes: number;
  /** Entries that nobody has read for so long go, whatever the size. */
  readonly days: number;
}

const usual: CacheBounds = { bytes: 512 * 1024 * 1024, days: 30 };
const day = 24 * 60 * 60 * 1000;
const checksumLength = 64;

export function openCacheFolder(path: string, bounds: CacheBounds = usual): CacheFolder {
  const used = new Set<string>();
  let written = false;
  return {
    read: async (name) => {
      const text = await readEntry(join(path, name));
      if (text !== undefined) used.add(name);
      return text;
    },
    recall: (name) => {
      used.add(name);
      const bytes = existsSync(join(path, name)) ? readFileSync(join(path, name)) : undefined;
      return bytes && checkedBody(bytes);
    },
    peek: async (name) => {
      used.add(name);
      const bytes = await readFile(join(path, name)).catch(() => undefined);
      return bytes?.subarray(checksumLength + 1);
    },
    write: async (name, ...parts) => {
      written = true;
      used.add(name);
      await writeEntry(path, name, parts).catch(() => undefined);
    },
    prune: async () => {
      if (written) await pruneFolder(path, used, bounds).catch(() => undefined);
    },
  };
}

async function readEntry(path: string): Promise<string | undefined> {
  const bytes = await readFile(path).catch(() => undefined);
  const text = bytes && checkedBody(bytes);
  if (text !== undefined) await keepYoung(path);
  return text;
}

/** What stands behind the checksum; undefined where that is another's. */
function checkedBody(bytes: Buffer): string | undefined {
  const body = bytes.subarray(checksumLength + 1);
  const stated = bytes.subarray(0, checksumLength).toString('latin1');
  return checksumOf([body]) === stated ? body.toString('utf8') : undefined;
}

/** Finds damage, for which any hash would do: this one takes a third of the time of SHA-256. */
function checksumOf(parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash('blake2b512');
  for (const part of parts) hash.update(part);
  return hash.digest('hex').slice(0, checksumLength);
}

/** The time in the folder says when an entry was last used, to the day; no entry holds a time. */
async function keepYoung(path: string): Promise<void> {
  const now = new Date();
  const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: now.getTime() }));
  if (now.getTime() - mtimeMs > day) await utimes(path, now, now).catch(() => undefined);
}

async function writeEntry(folder: string, name: string, parts: readonly string[]): Promise<void> {
  const staged = join(folder, `${name}.${randomUUID()}${stagedEnding}`);
  await mkdir(folder, { recursive: true });
  try {
    // Part by part: packages of large services are too long to have them in memory once more, as bytes.
    await writeFile(staged, [`${checksumOf(parts)}\n`, ...parts]);
    await rename(staged, join(folder, name));
  } finally {
    await rm(staged, { force: true });
  }
}

const stagedEnding = '.part';

interface Entry {
  readonly name: string;
  readonly bytes: number;
  readonly milliseconds: number;
}

async function pruneFolder(path: string, used: ReadonlySet<string>, bounds: CacheBounds): Promise<void> {
  const entries = await entriesOf(path);
  const oldestFirst = entries.sort((one, other) => one.milliseconds - other.milliseconds);
  let bytes = entries.reduce((sum, entry) => sum + entry.bytes, 0);
  for (const entry of oldestFirst) {
    const age = Date.now() - entry.milliseconds;
    // A part that is older than any run is what a killed run has left.
    const left = entry.name.endsWith(stagedEnding);
    if (left ? age < day : used.has(entry.name) || (bytes <= bounds.bytes && age < bounds.days * day))
      continue;
    await rm(join(path, entry.name), { force: true });
    bytes -= entry.bytes;
  }
}

/** The files of a cache; what somebody else has put there does not count. */
async function entriesOf(path: string): Promise<Entry[]> {
  const names = (await readdir(path)).filter((name) => /^[a-z]+-[0-9a-f]{64}(?:\..*\.part)?$/u.test(name));
  const entries = names.map(async (name) => {
    const found = await stat(join(path, name)).catch(() => undefined);
    return found?.isFile() ? [{ name, bytes: found.size, milliseconds: found.mtimeMs }] : [];
  });
  return (await Promise.all(entries)).flat();
}

/**
 * The conventional place: `node_modules/.cache/docwright` of the package that a folder belongs to; where nothing is
 * installed, `docwright` in the user's folder for caches, if there is one.
 */
export function cacheFolderOf(folder: string, userCaches: string | undefined): string | undefined {
  for (let at = folder; ; at = dirname(at)) {
    if (existsSync(join(at, 'package.json')) && existsSync(join(at, 'node_modules')))
      return join(at, 'node_modules', '.cache', 'docwright');
    if (dirname(at) === at) break;
  }
  return userCaches === undefined ? undefined : join(userCaches, 'docwright');
}
