import type { Stats } from 'node:fs';
import { resolve } from 'node:path';
import { plainFiles } from './walk.js';

/**
 * What globby would find of a path without the signs of patterns: the file itself, or all files below the folder;
 * undefined where globby is needed to tell. Such paths are what most configurations name, and loading globby takes
 * longer than all the rest of a run that changes nothing.
 * @param ignore patterns of what is left out.
 */
export function plainlyNamed(
  path: string,
  entry: Stats,
  folder: string,
  ignore: readonly string[],
): readonly string[] | undefined {
  const top = plainPath(path);
  const prefixes = ignore.map(plainFolder);
  if (top === undefined || prefixes.includes(undefined)) return undefined;
  const isLeftOut = (found: string): boolean =>
    prefixes.some((prefix) => found === prefix || found.startsWith(`${prefix}/`));
  return filesAt(top, entry, folder)?.filter((found) => !isLeftOut(found));
}

function filesAt(top: string, entry: Stats, folder: string): readonly string[] | undefined {
  if (!entry.isDirectory()) return entry.isFile() ? [top] : undefined;
  return plainFiles(resolve(folder, top))?.map((path) => `${top}/${path}`);
}

/** The folder of a pattern for all that lies in it. One from the root leaves out what relative paths lead to, too. */
function plainFolder(pattern: string): string | undefined {
  const folder = /^([^/].*)\/\*\*$/u.exec(pattern)?.[1];
  return folder === undefined ? undefined : plainPath(folder);
}

/**
 * A path of names only, beyond what leads upwards or to the root: nothing that a pattern gives a meaning, or that globby
 * leaves out. As globby compares it: without `./` before it and a slash behind it.
 */
function plainPath(path: string): string | undefined {
  const plain = path.replace(/^(?:\.\/)+(?=[^/])/u, '').replace(/(?<=.)\/+$/u, '');
  const names = plain.replace(/^(?:\/|(?:\.\.\/)+)/u, '').split('/');
  return names.every(isPlainName) ? plain : undefined;
}

const isPlainName = (name: string): boolean =>
  /^[^*?[\]{}()!+@|\\:]+$/u.test(name) && !/^(?:\.\.?|node_modules)$/u.test(name);
