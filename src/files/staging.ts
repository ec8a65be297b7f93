import { randomUUID } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { copyFile, link, rename, rm, rmdir, stat } from 'node:fs/promises';
import { platform } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { codeOf } from './errors.js';
import { allFiles } from './glob-fast-path.js';
import { isGone, isLocal, isOwner, newOwner } from './owner.js';

/** The name of the file by which a run tells others that it works on a folder. */
export const lockName = '.docwright.lock';

const staging = /^\.docwright-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u;

/** A folder inside an output folder, for the texts of one run before they are renamed into place. */
export const stagingFolder = (folder: string): string => join(folder, `.docwright-${randomUUID()}`);

/**
 * Removes what killed runs left in an output folder: staging folders and the locks of locks. Only for a run that has
 * locked the folder: all of them are dead then.
 */
export async function clearStaging(folder: string): Promise<void> {
  const names = namesIn(folder);
  const left = names.filter((name) => staging.test(name) || name.startsWith(`${lockName}.`));
  for (const name of left)
    await rm(join(folder, name), { recursive: true, force: true }).catch(() => undefined);
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

const ending = '.docwright';

/** A file beside one of the user's, for its text before it is renamed into place; signed, as nothing is locked there. */
export const stagedBeside = (path: string): string => `${path}.${newOwner()}${ending}`;

/** A staged file that another machine signed and nobody touched for an hour, in milliseconds, is left behind. */
const tooOld = 3_600_000;

/** Removes the staged files that killed runs left anywhere in a folder of the user's. */
export async function clearStagedFiles(folder: string): Promise<void> {
  for (const name of (await allFiles(folder)).filter((one) => one.endsWith(ending))) {
    const path = join(folder, name);
    if (await isLeftBehind(path)) await rm(path, { force: true }).catch(() => undefined);
  }
}

async function isLeftBehind(path: string): Promise<boolean> {
  const owner = path.slice(0, -ending.length).replace(/^.*\./su, '');
  if (!isOwner(owner)) return false;
  if (isLocal(owner)) return isGone(owner);
  const time = await stat(path).then(
    ({ mtimeMs }) => mtimeMs,
    () => Infinity,
  );
  return Date.now() - time > tooOld;
}

/** On Windows a file that an editor or a virus scanner has open cannot be replaced for a moment. */
const attempts = platform() === 'win32' ? 20 : 1;

/** Puts a file in the place of another, which is there or gone as a whole at any time. */
export async function moveFile(from: string, to: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await rename(from, to);
    } catch (error) {
      if (attempt >= attempts || !['EPERM', 'EACCES', 'EBUSY'].includes(codeOf(error))) throw error;
      await sleep(50);
    }
  }
}

/** Gives a file a second name, or copies it where the file system has no such thing; never over another file. */
export async function keepAs(path: string, second: string): Promise<void> {
  try {
    await link(path, second);
  } catch (error) {
    if (['EEXIST', 'ENOENT', 'ENOSPC'].includes(codeOf(error))) throw error;
    await copyFile(path, second, copyExclusively);
  }
}

const copyExclusively = 1;

/** Removes the folder of a file and those above it, up to `folder`, as far as they are empty. */
export async function pruneFolders(folder: string, file: string): Promise<void> {
  for (let parent = dirname(file); parent.length > folder.length; parent = dirname(parent)) {
    const removed = await rmdir(parent).then(
      () => true,
      () => false,
    );
    if (!removed) return;
  }
}
