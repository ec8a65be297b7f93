import { randomUUID } from 'node:crypto';
import { mkdir, readdir, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import { dirname, join, posix } from 'node:path';
import type { Report } from '../diagnostics/report.js';
import { manifestName, manifestText, type Manifest } from './manifest.js';
import type { Change, Plan } from './plan.js';
import { hashOf, readText } from './text.js';

/**
 * Carries out a plan. New texts are first written beside the old files and then renamed into place, so that a run that
 * is killed or finds the disk full leaves each file old or new, never half. Writes nothing where nothing changes.
 * @returns false, and reports, where the file system refuses.
 */
export async function writeFiles(plan: Plan, report: Report): Promise<boolean> {
  const folder = plan.folder.path;
  const staging = join(folder, `.docwright-${randomUUID()}`);
  const writes = plan.changes.filter(({ action }) => action === 'create' || action === 'update');
  const next = manifestAfter(plan);
  try {
    if (writes.length > 0) await replaceFiles(plan, writes, staging);
    for (const { path } of plan.changes.filter(({ action }) => action === 'delete')) {
      await deleteFile(folder, path);
    }
    await writeManifest(folder, next, staging);
    return true;
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    report('output-failed', { path: plan.folder.label, problem });
    return false;
  } finally {
    await rm(staging, { recursive: true, force: true }).catch(() => undefined);
  }
}

/** All texts are on the disk before the first file changes; the manifest announces what is about to change. */
async function replaceFiles(plan: Plan, writes: readonly Change[], staging: string): Promise<void> {
  const folder = plan.folder.path;
  await mkdir(staging, { recursive: true });
  const staged = writes.map(({ content = '' }, index) => ({ content, path: join(staging, String(index)) }));
  await Promise.all(staged.map(({ path, content }) => writeFile(path, content)));
  const pending = writes.map(({ path, content = '' }) => [path, hashOf(content)] as const);
  await writeManifest(folder, { files: plan.manifest.files, pending: new Map(pending) }, staging);
  for (const [index, { path }] of writes.entries()) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await rename(join(staging, String(index)), join(folder, path));
  }
}

async function writeManifest(folder: string, manifest: Manifest, staging: string): Promise<void> {
  const text = manifestText(manifest);
  const path = join(folder, manifestName);
  if ((await readText(path)) === text) return;
  await mkdir(staging, { recursive: true });
  await writeFile(join(staging, 'manifest'), text);
  await rename(join(staging, 'manifest'), path);
}

/** What the folder holds of ours once the plan is carried out: an edited stale file stays listed until it is gone. */
function manifestAfter({ changes, manifest }: Plan): Manifest {
  const files = changes.flatMap(({ action, path, content }): (readonly [string, string])[] => {
    if (content !== undefined && action !== 'refuse') return [[path, hashOf(content)]];
    const listed = manifest.files.get(path) ?? manifest.pending.get(path);
    return action === 'keep' && listed !== undefined ? [[path, listed]] : [];
  });
  return { files: new Map(files), pending: new Map() };
}

/** Deletes a file and the folders that it leaves empty. */
async function deleteFile(folder: string, path: string): Promise<void> {
  await rm(join(folder, path), { force: true });
  for (let parent = posix.dirname(path); parent !== '.'; parent = posix.dirname(parent)) {
    const entries = await readdir(join(folder, parent)).catch(() => ['?']);
    if (entries.length > 0) return;
    await rmdir(join(folder, parent));
  }
}
