import { lstatSync, realpathSync } from 'node:fs';
import { isWithin } from '../base/paths.js';
import { dirname, isAbsolute, relative, resolve, sep } from 'node:path';

/**
 * The absolute path of a file of an output folder; undefined where the path would leave the folder, by its spelling or
 * through a symbolic link. The folder itself may be a link: that is the user's choice.
 */
export function pathInside(folder: string, path: string): string | undefined {
  if (!isPlain(path)) return undefined;
  const file = resolve(folder, path);
  if (!contains(resolve(folder), file)) return undefined;
  return contains(realOf(folder), realOf(file)) ? file : undefined;
}

/** Forward slashes only, no drive, no empty, `.` or `..` segment, no control characters. */
function isPlain(path: string): boolean {
  if (path === '' || isAbsolute(path) || /[\\:\p{Cc}]/u.test(path)) return false;
  return path.split('/').every((segment) => segment !== '' && segment !== '.' && segment !== '..');
}

const contains = (folder: string, file: string): boolean => file !== folder && isWithin(file, folder);

/** Where a path really leads, links resolved as far as it exists; a link to nothing counts as leading outside. */
function realOf(path: string): string {
  try {
    return realpathSync.native(path);
  } catch {
    if (isLink(path) || dirname(path) === path) return sep;
    return resolve(realOf(dirname(path)), relative(dirname(path), path));
  }
}

function isLink(path: string): boolean {
  try {
    return lstatSync(path).isSymbolicLink();
  } catch {
    return false;
  }
}
