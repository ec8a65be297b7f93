import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, utimesSync } from 'node:fs';
import { rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { hashOf } from './text.js';

/**
 * A folder of entries that can be lost at any time: what is missing, damaged or cannot be written is as if it had never
 * been there. Home-made: to load cacache takes 44 ms of CPU, half of a run that changes nothing.
 */
export interface CacheFolder {
  /** What an entry holds; undefined where there is none, or none that is whole. */
  read(name: string): Buffer | undefined;
  /** Keeps bytes under a name; runs at the same time see them whole or not at all. They are there once it is closed. */
  write(name: string, bytes: Buffer): void;
  /** Deletes what was not used for longest until the folder has its bounds; keeps what this run has used. */
  close(): Promise<void>;
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
const stagedEnding = '.part';

export function openCacheFolder(path: string, bounds: CacheBounds = usual): CacheFolder {
  const used = new Set<string>();
  const writes: Promise<void>[] = [];
  return {
    read: (name) => {
      used.add(name);
      return wholeBody(bytesAt(join(path, name)));
    },
    write: (name, bytes) => {
      used.add(name);
      writes.push(writeEntry(path, name, bytes).catch(() => undefined));
    },
    close: async () => {
      await Promise.all(writes);
      if (writes.length > 0) quietly(() => prune(path, used, bounds));
    },
  };
}

/** Somebody else's folder, a full disk: a run without a cache takes longer, and that is all. */
function quietly(work: () => void): void {
  try {
    work();
  } catch {
    // As if there were no cache.
  }
}

function bytesAt(path: string): Buffer | undefined {
  // To fail takes longer than to ask.
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
  quietly(() => {
    if (now.getTime() - statSync(path).mtimeMs > day) utimesSync(path, now, now);
  });
}

/** What stands behind the checksum; undefined where that is another's. */
function wholeBody(bytes: Buffer | undefined): Buffer | undefined {
  const body = bytes?.subarray(checksumLength);
  return body && hashOf(body) === bytes?.toString('latin1', 0, checksumLength) ? body : undefined;
}

async function writeEntry(folder: string, name: string, bytes: Buffer): Promise<void> {
  const staged = join(folder, `${name}.${randomUUID()}${stagedEnding}`);
  if (!existsSync(folder)) mkdirSync(folder, { recursive: true });
  try {
    await writeFile(staged, Buffer.concat([Buffer.from(hashOf(bytes)), bytes]));
    await rename(staged, join(folder, name));
  } catch (error) {
    await rm(staged, { force: true });
    throw error;
  }
}

function prune(path: string, used: ReadonlySet<string>, bounds: CacheBounds): void {
  const entries = entriesOf(path).sort((one, other) => one.milliseconds - other.milliseconds);
  let bytes = entries.reduce((sum, entry) => sum + entry.bytes, 0);
  for (const entry of entries) {
    const age = Date.now() - entry.milliseconds;
    const isOld = age >= bounds.days * day || bytes > bounds.bytes;
    // A part that is older than any run is what a killed run has left.
    const goes = entry.name.endsWith(stagedEnding) ? age >= day : isOld && !used.has(entry.name);
    if (!goes) continue;
    rmSync(join(path, entry.name), { force: true });
    bytes -= entry.bytes;
  }
}

interface Entry {
  readonly name: string;
  readonly bytes: number;
  readonly milliseconds: number;
}

/** The files of a cache; what somebody else has put there does not count. */
function entriesOf(path: string): Entry[] {
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
