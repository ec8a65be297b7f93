import { posix } from 'node:path';
import { byPath } from '../base/compare.js';
import { pathFrom } from '../base/paths.js';
import { startOf } from '../diagnostics/position.js';
import type { Report } from '../diagnostics/report.js';
import { safePaths } from './safe-path.js';
import { openSnapshot, type Look } from './file-snapshot.js';
import { manifestName, readManifest, type Manifest } from './manifest.js';
import { bytesOf, type Content } from './text.js';

/** A file that an output folder should have; `path` is relative to it, with forward slashes. */
export interface OutputFile {
  readonly path: string;
  readonly content: Content;
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
  readonly content?: Content;
  /** SHA-256 of the content, where it is known. */
  readonly hash?: string;
  /** What the file holds now, with LF line ends. */
  readonly previous?: Buffer;
  /** SHA-256 of that, where it is known. */
  readonly previousHash?: string;
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

/** A folder that is written to, as people in the working folder see it. */
export const outputFolder = (path: string, folder: string): OutputFolder => ({
  path,
  label: pathFrom(folder, path),
});

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
 * @param look what has been seen of the files so far.
 */
export function planFiles(
  folder: OutputFolder,
  files: readonly OutputFile[],
  force = false,
  look: Look = openSnapshot(),
): Plan {
  const manifest = readManifest(folder.path);
  const wanted = new Set(files.map(({ path }) => path));
  const listed = new Set([...manifest.files.keys(), ...manifest.pending.keys()]);
  const stale = [...listed].filter((path) => !wanted.has(path));
  const context = { safePath: safePaths(folder.path), manifest, force, look };
  const changes = [
    ...files.map((file) => planWanted(file, context)),
    ...stale.map((path) => planStale(path, context)),
  ];
  const planned = changes.filter((change) => change !== undefined);
  return {
    folder,
    owner: 'docwright',
    manifest,
    changes: planned.sort(byPath),
  };
}

/** What each file is held against. */
interface Context {
  readonly safePath: (path: string) => string | undefined;
  readonly manifest: Manifest;
  readonly force: boolean;
  readonly look: Look;
}

function planWanted(wanted: OutputFile, { safePath, manifest, force, look }: Context): Change {
  const { path, content } = wanted;
  const file = path === manifestName ? undefined : safePath(path);
  if (file === undefined) return { action: 'refuse', path, finding: 'output-outside' };
  const there = look(file);
  if (there === 'unreadable') return { action: 'refuse', path, finding: 'output-unreadable' };
  if (!there) return { action: 'create', ...wanted };
  const { bytes: previous, hash } = there;
  if (previous.equals(bytesOf(content))) return { action: 'unchanged', ...wanted, previous };
  const change = { ...wanted, previous, previousHash: hash() };
  if (force || isOurs(path, hash(), manifest)) return { action: 'update', ...change };
  return isListed(path, manifest)
    ? { action: 'update', ...change, finding: 'output-edited' }
    : { action: 'refuse', ...change, finding: 'output-foreign' };
}

function planStale(path: string, { safePath, manifest, force, look }: Context): Change | undefined {
  const file = safePath(path);
  const there = file === undefined ? undefined : look(file);
  if (there === undefined) return undefined;
  if (there === 'unreadable') return { action: 'keep', path, finding: 'output-unreadable' };
  const change = { path, previous: there.bytes, previousHash: there.hash() };
  return force || isOurs(path, there.hash(), manifest)
    ? { action: 'delete', ...change }
    : { action: 'keep', ...change, finding: 'output-kept' };
}

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
