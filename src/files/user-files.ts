import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { startOf } from '../diagnostics/lines.js';
import type { Report } from '../diagnostics/report.js';
import { pathInside } from './inside.js';
import { labelOf, type Change, type OutputFile, type OutputFolder, type Plan } from './plan.js';

/** The TypeScript files of a folder of the user's, sorted by path relative to it; none where there is no folder. */
export async function readSources(
  folder: string,
): Promise<readonly { readonly path: string; readonly text: string }[]> {
  const { globby } = await import('globby');
  const paths = await globby('**/*.{ts,tsx,mts,cts}', { cwd: folder, ignore: ['**/node_modules/**'] });
  const texts = paths
    .sort()
    .map(async (path) => ({ path, text: await readFile(join(folder, path), 'utf8') }));
  return await Promise.all(texts);
}

/** What would be added to a folder of the user's: files that are there stay as they are, whatever they hold. */
export async function planNewFiles(folder: OutputFolder, files: readonly OutputFile[]): Promise<Plan> {
  const changes = files.map(async ({ path, content }): Promise<Change> => {
    const inside = (await pathInside(folder.path, path)) !== undefined;
    return inside
      ? { action: 'create', path, content }
      : { action: 'refuse', path, finding: 'output-outside' };
  });
  const nothing = { files: new Map<string, string>(), pending: new Map<string, string>() };
  return { folder, owner: 'user', changes: await Promise.all(changes), manifest: nothing };
}

/** Writes the files that are not there yet, never over one that has appeared meanwhile, and the edits asked for. */
export async function writeNewFiles({ folder, changes }: Plan, report: Report): Promise<void> {
  for (const { action, path, content = '', previous } of changes) {
    if (action !== 'create' && action !== 'update') continue;
    const file = join(folder.path, path);
    try {
      await mkdir(dirname(file), { recursive: true });
      if (previous === undefined) await createFile(file, content);
      else await replaceFile(file, previous, content);
    } catch (error) {
      const problem = error instanceof Error ? error.message : String(error);
      const label = labelOf(folder, path);
      report('output-failed', { path: label, problem }, startOf(label));
    }
  }
}

/** What would be changed in files of the user's, who asked for it. */
export async function planEdits(
  folder: OutputFolder,
  files: readonly (OutputFile & { readonly previous: string })[],
): Promise<readonly Change[]> {
  const changes = files.map(async ({ path, content, previous }): Promise<readonly Change[]> => {
    const inside = (await pathInside(folder.path, path)) !== undefined;
    return inside ? [{ action: 'update', path, content, previous }] : [];
  });
  return (await Promise.all(changes)).flat();
}

/**
 * Exchanges the text of a user's file as a whole, so that a run that is killed leaves it old or new.
 * @throws where the file is not, byte for byte, what it was when it was read.
 */
async function replaceFile(path: string, previous: string, text: string): Promise<void> {
  const now = await readFile(path);
  if (!now.equals(Buffer.from(previous))) throw new Error('it changed meanwhile, or is not UTF-8');
  const staged = `${path}.${randomUUID()}.docwright`;
  try {
    await writeFile(staged, text, { flag: 'wx' });
    await rename(staged, path);
  } finally {
    await rm(staged, { force: true });
  }
}

/** Writes a file that does not exist yet; gives false, and leaves it as it is, where it does. */
export async function createFile(path: string, text: string): Promise<boolean> {
  try {
    await writeFile(path, text, { flag: 'wx' });
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}
