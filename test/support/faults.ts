import { spawnSync } from 'node:child_process';
import fs, { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';

/** What happens to calls that write, from a certain one on. */
export type Fault =
  /** The process is gone: a text is half written, and nothing after it happens. */
  | 'killed'
  /** No text and no folder fits on the disk any more; a text is half written. */
  | 'ENOSPC'
  /** Nothing can be changed any more. */
  | 'EROFS'
  /** One call is refused, all others are not. */
  | 'EACCES';

const functions = ['writeFile', 'mkdir', 'rename', 'link', 'copyFile', 'rm', 'rmdir', 'unlink'] as const;

/** What a full disk refuses; files can still be removed and renamed. */
const needRoom: ReadonlySet<string> = new Set(['writeFile', 'mkdir', 'link', 'copyFile']);

/**
 * Lets a fault begin at the call of a number, counted from 0, of the functions that change the file system.
 * @returns how many calls there were; with fewer than the number, nothing was at fault.
 */
export async function withFault(fault: Fault, at: number, work: () => Promise<unknown>): Promise<number> {
  const originals = new Map(functions.map((name) => [name, Reflect.get(fs.promises, name)]));
  let calls = 0;
  for (const [name, original] of originals) {
    const faulty = async (...args: readonly unknown[]): Promise<unknown> => {
      const number = calls;
      calls += 1;
      if (!isHit(fault, name, number, at)) return await Reflect.apply(original, fs.promises, args);
      if (name === 'writeFile' && number === at && fault !== 'EACCES' && fault !== 'EROFS')
        await Reflect.apply(original, fs.promises, halfWritten(args));
      throw Object.assign(new Error(`${fault}: ${name} '${String(args[0])}'`), { code: fault });
    };
    Reflect.set(fs.promises, name, faulty);
  }
  syncBuiltinESMExports();
  try {
    await work();
  } finally {
    for (const [name, original] of originals) Reflect.set(fs.promises, name, original);
    syncBuiltinESMExports();
  }
  return calls;
}

function isHit(fault: Fault, name: string, number: number, at: number): boolean {
  if (fault === 'EACCES') return number === at;
  return number >= at && (fault !== 'ENOSPC' || needRoom.has(name));
}

const halfWritten = ([path, text, ...others]: readonly unknown[]): readonly unknown[] => [
  path,
  String(text).slice(0, String(text).length / 2),
  ...others,
];

/** The process of a run that is over. */
export const deadProcess = String(spawnSync(process.execPath, ['--version']).pid);

/** A killed run within this process leaves locks that look alive; makes their owner a process that is over. */
export function buryOwner(folder: string): void {
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const path = join(folder, name);
    if (/\.docwright\.lock[^/]*$/u.test(name)) {
      writeFileSync(path, readFileSync(path, 'utf8').replace(/^\d+/u, deadProcess));
    } else if (name.endsWith('.docwright')) {
      renameSync(path, path.replace(/\.\d+(-[^.]*\.docwright)$/u, `.${deadProcess}$1`));
    }
  }
}

/** Removes the locks that a killed run left, so that the calls of the next one are those of a run that finds none. */
export function removeLocks(folder: string): void {
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
    if (/\.docwright\.lock[^/]*$/u.test(name)) rmSync(join(folder, name));
}
