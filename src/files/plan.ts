import { posix } from 'node:path';
import { startOf } from '../diagnostics/lines.js';
import type { Report } from '../diagnostics/report.js';
import { pathInside } from './inside.js';
import { manifestName, readManifest, type Manifest } from './manifest.js';
import { hashOf, readExisting } from './text.js';

/** A file that an output folder should have; `path` is relative to it, with forward slashes. */
export interface OutputFile {
  readonly path: string;
  readonly content: string;
  /** SHA-256 of the content, where it is known. */
  readonly hash?: string;
}

/**
 * What happens to one file: `refuse` leaves a file alone that somebody else wrote or that cannot be read, or a path that
 * leaves the folder; `keep` a stale file that somebody edited.
 */
export interface Change {
  readonly action: 'create' | 'update' | 'delete' | 'unchanged' | 'keep' | 'refuse';
  readonly path: string;
  /** The text that the file will have; absent where it goes or stays as it is. */
  readonly content?: string;
  /** SHA-256 of the content, where it is known. */
  readonly hash?: string;
  /** The text that the file has now, with LF line ends. */
  readonly previous?: string;
  /** What people have to know about it. */
  readonly finding?:
    | 'output-outside'
    | 'output-foreign'
    | 'output-edited'
    | 'output-kept'
    | 'output-unreadable';
}

/** An output folder: its absolute path, and how people are told of it. */
export interface OutputFolder {
  readonly path: string;
  readonly label: string;
}

/** What a run would do to one output folder. */
export interface Plan {
  readonly folder: OutputFolder;
  /** Whose the files of the folder are: a user's are added once and never changed. */
  readonly owner: 'docwright' | 'user';
  /** Sorted by path. */
  readonly changes: readonly Change[];
  readonly manifest: Manifest;
}

/**
 * Compares the files that a folder should have with those that it has; touches nothing.
 * @param force overwrite and delete files that somebody else wrote or edited.
 */
export async function planFiles(
  folder: OutputFolder,
  files: readonly OutputFile[],
  force: boolean,
): Promise<Plan> {
  const manifest = await readManifest(folder.path);
  const wanted = new Set(files.map(({ path }) => path));
  const listed = new Set([...manifest.files.keys(), ...manifest.pending.keys()]);
  const stale = [...listed].filter((path) => !wanted.has(path));
  const changes = await Promise.all([
    ...files.map((file) => planWanted(folder.path, file, manifest, force)),
    ...stale.map((path) => planStale(folder.path, path, manifest, force)),
  ]);
  const planned = changes.filter((change) => change !== undefined);
  return {
    folder,
    owner: 'docwright',
    manifest,
    changes: planned.sort((one, other) => (one.path < other.path ? -1 : 1)),
  };
}

async function planWanted(
  folder: string,
  wanted: OutputFile,
  manifest: Manifest,
  force: boolean,
): Promise<Change> {
  const { path, content } = wanted;
  const file = path === manifestName ? undefined : await pathInside(folder, path);
  if (file === undefined) return { action: 'refuse', path, finding: 'output-outside' };
  const previous = await readOrRefuse(file);
  if (previous === unreadable) return { action: 'refuse', path, finding: 'output-unreadable' };
  if (previous === undefined) return { action: 'create', ...wanted };
  if (previous === content) return { action: 'unchanged', ...wanted, previous };
  if (force || isOurs(path, hashOf(previous), manifest)) return { action: 'update', ...wanted, previous };
  return isListed(path, manifest)
    ? { action: 'update', ...wanted, previous, finding: 'output-edited' }
    : { action: 'refuse', ...wanted, previous, finding: 'output-foreign' };
}

async function planStale(
  folder: string,
  path: string,
  manifest: Manifest,
  force: boolean,
): Promise<Change | undefined> {
  const file = await pathInside(folder, path);
  const previous = file === undefined ? undefined : await readOrRefuse(file);
  if (previous === undefined) return undefined;
  if (previous === unreadable) return { action: 'keep', path, finding: 'output-unreadable' };
  return force || isOurs(path, hashOf(previous), manifest)
    ? { action: 'delete', path, previous }
    : { action: 'keep', path, previous, finding: 'output-kept' };
}

const unreadable = Symbol('unreadable');

const readOrRefuse = (file: string): Promise<string | undefined | typeof unreadable> =>
  readExisting(file).catch((): typeof unreadable => unreadable);

const isListed = (path: string, { files, pending }: Manifest): boolean =>
  files.has(path) || pending.has(path);

/** Whether the text of a file is one that docwright wrote there. */
export const isOurs = (path: string, hash: string, { files, pending }: Manifest): boolean =>
  files.get(path) === hash || pending.get(path) === hash;

/** Tells what a plan leaves alone or overrules. */
export function reportPlan({ folder, changes }: Plan, report: Report): void {
  for (const { path, finding } of changes) {
    const label = labelOf(folder, path);
    if (finding) report(finding, { path: label, folder: folder.label }, startOf(label));
  }
}

/** How people are told of a file of an output folder. */
export const labelOf = (folder: OutputFolder, path: string): string => posix.join(folder.label, path);
