import { lstatSync, realpathSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, resolve, sep } from 'node:path';
import { memoise } from '../base/memoise.js';
import { isWithin } from '../base/paths.js';

/**
 * Gives the absolute paths of files of an output folder; undefined for a path that would leave the folder, by its spelling
 * or through a symbolic link. The folder itself may be a link: that is the user's choice.
 */
export function safePaths(folder: string): (path: string) => string | undefined {
  const realFolder = memoise(realOf);
  return (path) => {
    if (!isPlain(path)) return undefined;
    const file = resolve(folder, path);
    const real = isLink(file) ? realOf(file) : join(realFolder(dirname(file)), basename(file));
    return isWithin(real, realFolder(resolve(folder))) ? file : undefined;
  };
}

/** Forward slashes only, no drive, no empty, `.` or `..` segment, no control characters. */
function isPlain(path: string): boolean {
  if (path === '' || isAbsolute(path) || /[\\:\p{Cc}]/u.test(path)) return false;
  return path.split('/').every((segment) => segment !== '' && segment !== '.' && segment !== '..');
}

/** Where a path really leads, links resolved as far as it exists; a link to nothing counts as leading outside. */
function realOf(path: string): string {
  try {
    return realpathSync.native(path);
  } catch {
    if (isLink(path) || dirname(path) === path) return sep;
    return join(realOf(dirname(path)), basename(path));
  }
}

function isLink(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true;
  } catch {
    return false;
  }
}
