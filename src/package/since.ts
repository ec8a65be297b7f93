import { join } from 'node:path';
import type { DiffDocument } from '../changes/document.js';
import type { Cache } from '../cache/cache.js';
import type { ProjectService } from '../config/project.js';
import type { EmittedFile } from '../emitters/emitter.js';
import type { Look } from '../files/file-snapshot.js';
import { outputFolder, type OutputFile, type Plan } from '../files/plan.js';
import { bytesOf, hashOf, readText, textOf } from '../files/text.js';
import { planNewFiles } from '../files/user-files.js';
import type { Service } from '../model/model.js';
import { isOwnModel } from './own-model.js';

/** What the changes since the last generation come to. */
export interface Since {
  /** Absent where nothing changed, or nothing was generated before. */
  readonly changes?: DiffDocument;
  /** The changelog of the package, where it has one or gets one. */
  readonly files: readonly EmittedFile[];
}

/** The package that is about to be written, and what has been seen of the files that are there. */
export interface NextPackage {
  readonly files: readonly OutputFile[];
  readonly look: Look;
}

/**
 * Compares the service with the model that was last generated. A changelog that is there stays part of the package, and
 * as it is; with `changelog` it gets a section.
 * @param service gives the service where there is something to compare.
 */
export async function compareWithLast(
  service: () => Promise<Service>,
  { output, packageVersion: configured }: ProjectService,
  { files, look }: NextPackage,
  changelog: boolean,
  cache: Cache,
): Promise<Since> {
  const kept = keptChangelog({ output });
  const model = look(join(output, 'model.json'));
  const next = files.find(({ path }) => path === 'model.json')?.content;
  if (!model || model === 'unreadable' || next === undefined) return { files: kept };
  if (model.bytes.equals(bytesOf(next))) return { files: kept };
  const { changelogWith, changesSince } = await import('../changes/since.js');
  const last = versionIn(join(output, 'package.json'));
  const own = isOwnModel(model.hash(), cache);
  const changes = await changesSince(textOf(model.bytes), await service(), { last, configured, own });
  if (!changes) return { files: kept };
  return {
    changes,
    files: changelog ? [{ path: 'CHANGELOG.md', content: changelogWith(kept[0]?.content, changes) }] : kept,
  };
}

/** The changelog that is part of the package as it is. */
export function keptChangelog({ output }: Pick<ProjectService, 'output'>): readonly EmittedFile[] {
  const content = readText(join(output, 'CHANGELOG.md'));
  return content === undefined ? [] : [{ path: 'CHANGELOG.md', content }];
}

function versionIn(path: string): string | undefined {
  const [, version] = /^ {2}"version": "([^"]+)"/mu.exec(readText(path) ?? '') ?? [];
  return version;
}

/** A new file in `.changeset` of the project, under a name of its own, so that none is written over. */
export async function planChangeset(
  { id, packageName }: ProjectService,
  document: DiffDocument,
  projectFolder: string,
  folder: string,
): Promise<readonly Plan[]> {
  const { changesetText } = await import('../changes/changelog.js');
  const content = changesetText(document, packageName);
  if (content === undefined) return [];
  const name = hashOf(content).slice(0, 8);
  const target = outputFolder(join(projectFolder, '.changeset'), folder);
  return [planNewFiles(target, [{ path: `docwright-${id}-${name}.md`, content }])];
}
