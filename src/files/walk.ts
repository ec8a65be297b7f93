import { readdirSync, type Dirent } from 'node:fs';
import { join } from 'node:path';
import { codeOf } from './errors.js';

/**
 * The files below a folder as paths relative to it, without hidden ones and installed packages, as globby gives them
 * for `**`; undefined where there are symbolic links, which globby knows how to follow. Far quicker to load.
 */
export function plainFiles(folder: string): readonly string[] | undefined {
  const found: string[] = [];
  const folders = [''];
  for (let at = folders.pop(); at !== undefined; at = folders.pop()) {
    const entries = entriesOf(join(folder, at));
    if (!entries) return undefined;
    for (const entry of entries.filter(isShown)) {
      const path = at === '' ? entry.name : `${at}/${entry.name}`;
      if (entry.isDirectory()) folders.push(path);
      else if (entry.isFile()) found.push(path);
      else return undefined;
    }
  }
  return found;
}

/** The same, links followed. */
export async function allFiles(folder: string): Promise<readonly string[]> {
  const plain = plainFiles(folder);
  if (plain) return plain;
  const { globby } = await import('globby');
  return await globby('**', { cwd: folder, ignore: ['**/node_modules/**'] });
}

/** None where there is no such folder; undefined where it cannot be read. */
function entriesOf(folder: string): readonly Dirent[] | undefined {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    return codeOf(error) === 'ENOENT' ? [] : undefined;
  }
}

const isShown = ({ name }: Dirent): boolean => !name.startsWith('.') && name !== 'node_modules';
