import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { startOf } from '../diagnostics/position.js';
import type { Report } from '../diagnostics/report.js';
import { codeOf, problemInWords } from './errors.js';
import { allFiles } from './glob-fast-path.js';
import { safePaths } from './safe-path.js';
import { labelOf, type Change, type OutputFile, type OutputFolder, type Plan } from './plan.js';
import { clearStagedFiles, keepAs, moveFile, stagedBeside } from './staging.js';
import type { Content } from './text.js';

/** The TypeScript files of a folder of the user's, sorted by path relative to it; none where there is no folder. */
export async function readSources(
  folder: string,
): Promise<readonly { readonly path: string; readonly text: string }[]> {
  const paths = (await allFiles(folder)).filter((path) => /\.(?:ts|tsx|mts|cts)$/u.test(path));
  const texts = paths
    .sort()
    .map(async (path) => ({ path, text: await readFile(join(folder, path), 'utf8') }));
  return await Promise.all(texts);
}

/** What would be added to a folder of the user's: files that are there stay as they are, whatever they hold. */
export function planNewFiles(folder: OutputFolder, files: readonly OutputFile[]): Plan {
  const safePath = safePaths(folder.path);
  const changes = files.map(({ path, content }): Change => {
    return safePath(path) !== undefined
      ? { action: 'create', path, content }
      : { action: 'refuse', path, finding: 'output-outside' };
  });
  const nothing = { files: new Map<string, string>(), pending: new Map<string, string>() };
  return { folder, owner: 'user', changes, manifest: nothing };
}

/**
 * Writes the files that are not there yet, never over one that has appeared meanwhile, and the edits asked for.
 * @returns false, and reports, where the file system refuses one; the others are written all the same.
 */
export async function writeNewFiles({ folder, changes }: Plan, report: Report): Promise<boolean> {
  let done = true;
  await clearStagedFiles(folder.path);
  for (const { action, path, content = '', previous } of changes) {
    if (action !== 'create' && action !== 'update') continue;
    const file = join(folder.path, path);
    try {
      await mkdir(dirname(file), { recursive: true });
      if (previous === undefined) await createFile(file, content);
      else await replaceFile(file, previous, content);
    } catch (error) {
      const label = labelOf(folder, path);
      report('output-failed', { path: label, problem: problemInWords(error) }, startOf(label));
      done = false;
    }
  }
  return done;
}

/** What would be changed in files of the user's, who asked for it. */
export const planEdits = (
  folder: OutputFolder,
  files: readonly (OutputFile & { readonly previous: string })[],
): readonly Change[] =>
  files.flatMap(({ path, content, previous }): readonly Change[] => {
    const isInside = safePaths(folder.path)(path) !== undefined;
    return isInside ? [{ action: 'update', path, content, previous: Buffer.from(previous) }] : [];
  });

/**
 * Exchanges the text of a user's file as a whole, so that a run that is killed leaves it old or new.
 * @throws where the file is not, byte for byte, what it was when it was read.
 */
async function replaceFile(path: string, previous: Buffer, text: Content): Promise<void> {
  const now = await readFile(path);
  if (!now.equals(previous)) throw new Error('it changed meanwhile, or is not UTF-8');
  const { mode } = await stat(path);
  await staged(path, text, mode, async (file) => moveFile(file, path));
}

/** Writes a file that does not exist yet, as a whole; gives false, and leaves it as it is, where it does. */
export async function createFile(path: string, text: Content): Promise<boolean> {
  try {
    await staged(path, text, 0o666, (file) => keepAs(file, path));
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

/** Flushed to the disk, unlike what can be generated anew: the user's own text must survive a loss of power. */
async function staged(
  path: string,
  text: Content,
  mode: number,
  place: (file: string) => Promise<void>,
): Promise<void> {
  const file = stagedBeside(path);
  try {
    await writeFile(file, text, { flag: 'wx', mode, flush: true });
    await place(file);
  } finally {
    await rm(file, { force: true }).catch(() => undefined);
  }
}
