import { existsSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Report } from '../diagnostics/report.js';
import { codeOf, problemInWords } from './errors.js';
import { manifestName, manifestText, type Manifest } from './manifest.js';
import { isOurs, type Change, type Plan } from './plan.js';
import { keepAs, moveFile, pruneFolders, stagingFolder } from './staging.js';
import { hashOf, readText } from './text.js';

/**
 * Carries out a plan. New texts are first written beside the old files and then renamed into place, so that a run that
 * is killed leaves each file old or new, never half; a run that is refused, by a full disk say, puts everything back.
 * Writes nothing where nothing changes.
 *
 * Nothing but the manifest is flushed to the disk (about ten times as slow). After a loss of power a generated file may
 * be empty; the next run finds that and writes it again, as long as the manifest says that the file is docwright's.
 * @returns false, and reports, where the file system refuses.
 */
export async function writeFiles(plan: Plan, report: Report): Promise<boolean> {
  const { path: folder, label } = plan.folder;
  const work: Work = { folder, staging: stagingFolder(folder), hashes: hashesOf(plan), undo: [] };
  const writes = plan.changes.filter(({ action }) => action === 'create' || action === 'update');
  const deletes = plan.changes.filter(({ action }) => action === 'delete');
  try {
    if (writes.length > 0) await replaceFiles(plan, writes, work);
    for (const { path } of deletes) await deleteFile(path, work);
    await writeManifest(manifestAfter(plan, work.hashes), 'manifest', work);
    for (const { path } of deletes) await pruneFolders(folder, join(folder, path));
    return true;
  } catch (error) {
    const restored = await putBack(work.undo);
    report('output-failed', { path: label, problem: problemInWords(error), restored });
    return false;
  } finally {
    if (existsSync(work.staging))
      await rm(work.staging, { recursive: true, force: true }).catch(() => undefined);
  }
}

/** Where a run writes, and how to undo what it has done so far. */
interface Work {
  readonly folder: string;
  readonly staging: string;
  readonly hashes: Hashes;
  readonly undo: (() => Promise<void>)[];
}

/** All texts are on the disk before the first file changes; the manifest announces what is about to change. */
async function replaceFiles(plan: Plan, writes: readonly Change[], work: Work): Promise<void> {
  await mkdir(work.staging, { recursive: true });
  for (const [index, { content = '' }] of writes.entries())
    await writeFile(join(work.staging, String(index)), content);
  await writeManifest(manifestBefore(plan, writes, work.hashes), 'pending', work);
  for (const [index, { path }] of writes.entries()) await exchange(String(index), path, work);
}

async function writeManifest(manifest: Manifest, staged: string, work: Work): Promise<void> {
  const text = manifestText(manifest);
  if (readText(join(work.folder, manifestName)) === text) return;
  await mkdir(work.staging, { recursive: true });
  await writeFile(join(work.staging, staged), text, { flush: true });
  await exchange(staged, manifestName, work);
}

/** Puts a staged file into place; the old one stays in the staging folder, to be put back if need be. */
async function exchange(staged: string, path: string, { folder, staging, undo }: Work): Promise<void> {
  const target = join(folder, path);
  const old = join(staging, `old-${staged}`);
  undo.push(() => pruneFolders(folder, target));
  await mkdir(dirname(target), { recursive: true });
  const kept = await keptAs(target, old);
  await moveFile(join(staging, staged), target);
  undo.push(() => (kept ? moveFile(old, target) : rm(target, { force: true })));
}

async function keptAs(path: string, second: string): Promise<boolean> {
  try {
    await keepAs(path, second);
    return true;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return false;
    throw error;
  }
}

/** Moves a file out of the way; its folder stays until nothing has to be put back any more. */
async function deleteFile(path: string, { folder, staging, undo }: Work): Promise<void> {
  const target = join(folder, path);
  const old = join(staging, `deleted-${String(undo.length)}`);
  await mkdir(staging, { recursive: true });
  try {
    await moveFile(target, old);
    undo.push(() => moveFile(old, target));
  } catch (error) {
    // Somebody else has deleted it.
    if (codeOf(error) !== 'ENOENT') throw error;
  }
}

/** In reverse order; false, and no further, where the file system refuses even that: the manifest knows both states. */
async function putBack(undo: readonly (() => Promise<void>)[]): Promise<boolean> {
  try {
    for (const step of [...undo].reverse()) await step();
    return true;
  } catch {
    return false;
  }
}

/** By path, of the texts that files will have. */
type Hashes = ReadonlyMap<string, string>;

const hashesOf = ({ changes }: Plan): Hashes =>
  new Map(
    changes.flatMap(({ action, path, content, hash }): (readonly [string, string])[] =>
      content === undefined || action === 'refuse' ? [] : [[path, hash ?? hashOf(content)]],
    ),
  );

/** What the folder holds of ours now, whichever run has written it, and what it is about to hold. */
function manifestBefore({ changes, manifest }: Plan, writes: readonly Change[], hashes: Hashes): Manifest {
  const files = changes.flatMap(({ action, path, previousHash }): (readonly [string, string])[] => {
    const there = action === 'unchanged' ? hashes.get(path) : previousHash;
    if (there !== undefined && isOurs(path, there, manifest)) return [[path, there]];
    const listed = manifest.files.get(path) ?? manifest.pending.get(path);
    return listed === undefined ? [] : [[path, listed]];
  });
  const pending = writes.map(({ path }) => [path, hashes.get(path) ?? ''] as const);
  return { files: new Map(files), pending: new Map(pending) };
}

/** What the folder holds of ours once the plan is carried out: an edited stale file stays listed until it is gone. */
function manifestAfter({ changes, manifest }: Plan, hashes: Hashes): Manifest {
  const files = changes.flatMap(({ action, path }): (readonly [string, string])[] => {
    const wanted = hashes.get(path);
    if (wanted !== undefined) return [[path, wanted]];
    const listed = manifest.files.get(path) ?? manifest.pending.get(path);
    return action === 'keep' && listed !== undefined ? [[path, listed]] : [];
  });
  return { files: new Map(files), pending: new Map() };
}
