import { join } from 'node:path';
import type { ProjectService } from '../config/project.js';
import type { Look } from '../files/file-snapshot.js';
import { outputFolder, type OutputFile, type Plan } from '../files/plan.js';
import { bytesOf, hashOf, readText, textOf } from '../files/text.js';
import { planNewFiles } from '../files/user-files.js';
import type { Service } from '../model/model.js';
import type { DiffDocument } from './document.js';
import type { MigrateModel } from './model-file.js';
import { isAtLeast, worst } from './verdict.js';

/** What the changes since the last generation come to. */
export interface Since {
  /** Absent where nothing changed, or nothing was generated before. */
  readonly changes?: DiffDocument;
  /** The changelog of the package, where it has one or gets one. */
  readonly files: readonly OutputFile[];
}

/** Whether code that fitted the last package may not fit this one. */
export const breaks = ({ changes }: Since): boolean =>
  changes !== undefined && isAtLeast(worst([changes.views.types, changes.views.server]), 'minor');

/** The package that is about to be written, and what has been seen of the files that are there. */
interface NextPackage {
  readonly files: readonly OutputFile[];
  readonly look: Look;
  /** What ecosystems know of models of earlier versions. */
  readonly migrate: MigrateModel;
}

/**
 * Compares the service with the model that was last generated. A changelog that is there stays part of the package, and
 * as it is; with `changelog` it gets a section.
 * @param service gives the service where there is something to compare.
 */
export async function compareWithLast(
  service: () => Promise<Service | undefined>,
  { output, packageVersion: configured }: ProjectService,
  { files, look, migrate }: NextPackage,
  changelog = false,
): Promise<Since> {
  const kept = readText(join(output, 'CHANGELOG.md'));
  const unchanged = { files: kept === undefined ? [] : [{ path: 'CHANGELOG.md', content: kept }] };
  const model = look(join(output, 'model.json'));
  const next = files.find(({ path }) => path === 'model.json')?.content;
  if (!model || model === 'unreadable' || next === undefined) return unchanged;
  if (model.bytes.equals(bytesOf(next))) return unchanged;
  const { changelogWith, changesSince } = await import('./since.js');
  const now = await service();
  const last = versionIn(join(output, 'package.json'));
  const changes = now && (await changesSince(textOf(model.bytes), now, { last, configured }, migrate));
  if (!changes) return unchanged;
  if (!changelog) return { changes, ...unchanged };
  return { changes, files: [{ path: 'CHANGELOG.md', content: changelogWith(kept, changes) }] };
}

function versionIn(path: string): string | undefined {
  const [, version] = /^ {2}"version": "([^"]+)"/mu.exec(readText(path) ?? '') ?? [];
  return version;
}

/** A new file in `.changeset` of the project, under a name of its own, so that none is written over. */
export async function planChangeset(
  { id, packageName }: ProjectService,
  { changes }: Since,
  projectFolder: string,
  folder: string,
): Promise<readonly Plan[]> {
  const { changesetText } = await import('./changelog.js');
  const content = changes && changesetText(changes, packageName);
  if (content === undefined) return [];
  const name = hashOf(content).slice(0, 8);
  const target = outputFolder(join(projectFolder, '.changeset'), folder);
  return [planNewFiles(target, [{ path: `docwright-${id}-${name}.md`, content }])];
}
