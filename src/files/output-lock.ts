import { readFileSync, statSync } from 'node:fs';
import { mkdir, rm, utimes, writeFile } from 'node:fs/promises';
import { platform } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { codeOf } from './errors.js';
import { isGone, isOwner, newOwner } from './owner.js';
import { hashOf } from './text.js';
import type { Report } from '../diagnostics/report.js';
import type { OutputFolder } from './plan.js';
import { clearStaging, lockName, pruneFolders } from './staging.js';

/** In milliseconds. */
export interface Waits {
  /** Between two looks at a lock. */
  readonly look: number;
  /** Between two signs of life of an owner. */
  readonly beat: number;
  /** An owner that gives no sign of life for so long is gone, wherever it runs. */
  readonly silence: number;
  /** A lock that lacks a signature for so long will never have one. */
  readonly unsigned: number;
  /** The longest wait for an owner that lives. */
  readonly patience: number;
}

// Reading and linking a large service may keep an owner from giving signs for seconds; hence the long silence.
const usual: Waits = { look: 50, beat: 1000, silence: 30_000, unsigned: 1000, patience: 120_000 };

/** A lock that is held, or that the file system refuses: then nobody can write there anyway, and writing says so. */
export interface Lock {
  readonly state: 'held' | 'refused' | 'busy';
  readonly release: () => Promise<void>;
}

/**
 * Locks a folder for one run at a time, across processes; the folder is made where there is none. Waits for a run that
 * is at work, and takes over from one that was killed: its process is gone, or, on another machine that shares the disk,
 * gives no sign of life. The lock of an owner that lives longer than the patience is `busy`.
 */
export async function lockFolder(folder: string, waits: Waits = usual): Promise<Lock> {
  const made = await mkdir(folder, { recursive: true }).catch(() => undefined);
  const path = join(folder, lockName);
  const owner = newOwner();
  const state = await acquire(path, owner, waits);
  const beats = state === 'held' ? setInterval(() => void giveSign(path), waits.beat).unref() : undefined;
  const release = async () => {
    clearInterval(beats);
    if (state === 'held' && look(path)?.owner === owner) await removed(path);
    if (made !== undefined) await pruneFolders(dirname(made), path);
  };
  return { state, release };
}

/** Waits until no run is at work on a folder, and touches nothing. */
export async function whenFree(folder: string, waits: Waits = usual): Promise<void> {
  const isOver = observer(waits);
  for (let waited = 0; waited < waits.patience; waited += waits.look) {
    const seen = look(join(folder, lockName));
    if (!seen || isOver(seen)) return;
    await sleep(waits.look);
  }
}

/**
 * Does work on an output folder while no other run is at it. What compares only waits for the other, as it may touch
 * nothing; what writes keeps others waiting, and first removes what killed runs left behind.
 * @returns undefined, and reports, where another run does not come to its end.
 */
export async function whileAlone<T>(
  folder: OutputFolder,
  writes: boolean,
  report: Report,
  work: () => Promise<T>,
): Promise<T | undefined> {
  if (!writes) {
    await whenFree(folder.path);
    return await work();
  }
  const { state, release } = await lockFolder(folder.path);
  try {
    if (state === 'busy') return void report('output-busy', { path: folder.label });
    if (state === 'held') await clearStaging(folder.path);
    return await work();
  } finally {
    await release();
  }
}

async function acquire(path: string, owner: string, waits: Waits): Promise<Lock['state']> {
  const isOver = observer(waits);
  for (let waited = 0; waited < waits.patience; waited += waits.look) {
    const created = await create(path, owner);
    if (created !== 'taken') return created;
    const seen = look(path);
    if (seen && isOver(seen)) {
      const state = await takeOver(path, seen, waits);
      if (state !== 'held') return state;
    } else await sleep(waits.look);
  }
  return 'busy';
}

async function create(path: string, owner: string): Promise<'held' | 'refused' | 'taken'> {
  try {
    await writeFile(path, owner, { flag: 'wx' });
    return 'held';
  } catch (error) {
    const code = codeOf(error);
    if (code === 'EEXIST') return 'taken';
    // Its last owner removed the folder, too.
    if (code === 'ENOENT')
      return (await yes(mkdir(dirname(path), { recursive: true }))) ? 'taken' : 'refused';
    // On Windows a file that is just being removed cannot be created yet.
    if (platform() === 'win32' && code === 'EPERM' && look(path)) return 'taken';
    // A full disk may leave the file without its text.
    if (owner.startsWith(look(path)?.owner ?? '?')) await removed(path);
    return 'refused';
  }
}

/** A lock as it is found. */
interface Seen {
  /** Its signature; not a whole one where it is about to sign, or was killed before. */
  readonly owner: string;
  /** Changes with each sign of life. */
  readonly time: number;
}

function look(path: string): Seen | undefined {
  try {
    return { owner: readFileSync(path, 'utf8'), time: statSync(path).mtimeMs };
  } catch {
    return undefined;
  }
}

/** Tells whether the owner of a lock is over, from one look after another; clocks need not agree. */
function observer({ look: step, silence, unsigned }: Waits): (seen: Seen) => boolean {
  let last: Seen | undefined;
  let still = 0;
  return (seen) => {
    still = seen.owner === last?.owner && seen.time === last.time ? still + step : 0;
    last = seen;
    return isGone(seen.owner) || still >= (isOwner(seen.owner) ? silence : unsigned);
  };
}

/**
 * Removes the lock of an owner that is over. Two that find it so must not both: the second could remove the lock that
 * the first has made meanwhile. So each locks the removal of this one owner's lock first, in the same way.
 */
async function takeOver(path: string, seen: Seen, waits: Waits): Promise<Lock['state']> {
  const guard = `${path}.${markOf(seen)}`;
  const state = await acquire(guard, newOwner(), waits);
  if (state !== 'held') return state;
  const now = look(path);
  const free = !now || markOf(now) !== markOf(seen) || (await removed(path));
  await removed(guard);
  return free ? 'held' : 'refused';
}

/** A lock that the file system does not let go becomes that of an owner that is gone. */
const removed = (path: string): Promise<boolean> => yes(rm(path, { force: true }));

const yes = (work: Promise<unknown>): Promise<boolean> =>
  work.then(
    () => true,
    () => false,
  );

const markOf = ({ owner, time }: Seen): string => hashOf(isOwner(owner) ? owner : String(time)).slice(0, 16);

const giveSign = (path: string): Promise<void> => utimes(path, new Date(), new Date()).catch(() => undefined);
