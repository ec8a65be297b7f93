import { isAbsolute, posix, relative, sep } from 'node:path';

/** The way from one folder to a path, with forward slashes; empty where they are the same. */
export const pathFrom = (folder: string, path: string): string =>
  posix.normalize(relative(folder, path).replaceAll('\\', '/')).replace(/^\.$/u, '');

/** Whether a path is a folder, or lies in it. */
export function isWithin(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/** The folder that all of these files are in; paths have forward slashes. */
export function commonFolder(files: readonly string[]): string {
  const [first = [], ...others] = files.map((file) => file.split('/').slice(0, -1));
  const length = first.findIndex((segment, at) => others.some((other) => other[at] !== segment));
  return (length < 0 ? first : first.slice(0, length)).join('/') || '.';
}
