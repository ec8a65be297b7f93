import { createHash, randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, utimesSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { bytesOf, type Content } from './text.js';

/**
 * A folder of entries that can be lost at any time: what is missing, damaged or cannot be written is as if it had never
 * been there, and no fault.
 */
export interface CacheFolder {
  /** What an entry holds; undefined where there is none, or none that is whole. At once, as all else waits for it. */
  read(name: string): Buffer | undefined;
  /** The same without a look at its checksum: for who knows otherwise what it should hold. */
  peek(name: string): Buffer | undefined;
  /** Keeps bytes, given in parts, under a name; runs at the same time see them whole or not at all. */
  write(name: string, ...parts: readonly Content[]): Promise<void>;
  /** The same without a checksum, to be peeked at. */
  writeUnchecked(name: string, parts: readonly Content[]): Promise<void>;
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
  const read = (name: string): Buffer | undefined => {
    const bytes = bytesAt(join(path, name));
    if (bytes) used.add(name);
    return bytes;
  };
  const write = async (name: string, parts: readonly Content[]): Promise<void> => {
    written = true;
    used.add(name);
    await writeEntry(path, name, parts).catch(() => undefined);
  };
  return {
    read: (name) => checkedBody(read(name)),
    peek: read,
    write: (name, ...parts) => write(name, [`${checksumOf(parts)}\n`, ...parts]),
    writeUnchecked: write,
    prune: async () => {
      if (written) await pruneFolder(path, used, bounds).catch(() => undefined);
    },
  };
}

function bytesAt(path: string): Buffer | undefined {
  // Most are there or not; to fail takes longer than to ask.
  if (!existsSync(path)) return undefined;
  try {
    const bytes = readFileSync(path);
    keepYoung(path);
    return bytes;
  } catch {
    return undefined;
  }
}

/** The time in the folder says when an entry was last used, to the day; no entry holds a time. */
function keepYoung(path: string): void {
  const now = new Date();
  try {
    if (now.getTime() - statSync(path).mtimeMs > day) utimesSync(path, now, now);
  } catch {
    // Somebody else's cache, which this run may only read.
  }
}

/** What stands behind the checksum; undefined where that is another's. */
function checkedBody(bytes: Buffer | undefined): Buffer | undefined {
  const body = bytes?.subarray(checksumLength + 1);
  const stated = bytes?.toString('latin1', 0, checksumLength);
  return body && checksumOf([body]) === stated ? body : undefined;
}

/** Finds damage, and names what results were made from: BLAKE2 takes half of the time of SHA-256. */
export function checksumOf(parts: readonly Content[]): string {
  const hash = createHash('blake2b512');
  for (const part of parts) hash.update(part);
  return hash.digest('hex').slice(0, checksumLength);
}

async function writeEntry(folder: string, name: string, parts: readonly Content[]): Promise<void> {
  const staged = join(folder, `${name}.${randomUUID()}${stagedEnding}`);
  if (!existsSync(folder)) await mkdir(folder, { recursive: true });
  try {
    await writeFile(staged, inChunks(parts));
    await rename(staged, join(folder, name));
  } catch (error) {
    await rm(staged, { force: true });
    throw error;
  }
}

/** Small parts together, as each takes a turn of its own, and large ones as they are. */
function* inChunks(parts: readonly Content[]): Generator<Buffer> {
  let small: Buffer[] = [];
  let length = 0;
  for (const bytes of parts.map(bytesOf)) {
    if (length + bytes.length > chunkLength) {
      yield Buffer.concat(small);
      [small, length] = [[], 0];
    }
    if (bytes.length > chunkLength) yield bytes;
    else {
      small.push(bytes);
      length += bytes.length;
    }
  }
  yield Buffer.concat(small);
}

const chunkLength = 256 * 1024;

const stagedEnding = '.part';

interface Entry {
  readonly name: string;
  readonly bytes: number;
  readonly milliseconds: number;
}

async function pruneFolder(path: string, used: ReadonlySet<string>, bounds: CacheBounds): Promise<void> {
  const entries = entriesOf(path);
  const oldestFirst = entries.toSorted((one, other) => one.milliseconds - other.milliseconds);
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
function entriesOf(path: string): readonly Entry[] {
  const names = readdirSync(path).filter((name) => /^[a-z]+-[0-9a-f]{64}(?:\..*\.part)?$/u.test(name));
  return names.flatMap((name) => {
    // Another run may be tidying up, too.
    const found = statSync(join(path, name), { throwIfNoEntry: false });
    return found?.isFile() ? [{ name, bytes: found.size, milliseconds: found.mtimeMs }] : [];
  });
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
