import type { Service } from '../model/model.js';
import { irVersion } from '../model/model.js';
import { changelogSection, withSection } from './changelog.js';
import { compareModels } from './compare/services.js';
import { documentOf, type DiffDocument } from './document.js';
import { parseModel, type MigrateModel } from './model-file.js';
import { nextVersion } from './verdict.js';

/** The versions of a generated package. */
export interface PackageVersions {
  /** In the package that is there; undefined where there is none. */
  readonly last: string | undefined;
  /** In the configuration. */
  readonly configured: string;
}

/**
 * What changed since a service was last generated; undefined where nothing did, or where its model cannot be read any
 * more. The version proposed is that after the last one, unless the configuration says another already.
 * @param last the text of the `model.json` that is there.
 */
export async function changesSince(
  last: string,
  service: Service,
  { last: before, configured }: PackageVersions,
  migrate: MigrateModel,
): Promise<DiffDocument | undefined> {
  const parsed = await parseModel(last, migrate);
  if ('problem' in parsed) return undefined;
  const changes = compareModels(parsed.model, { irVersion, services: [service] });
  if (changes.length === 0) return undefined;
  const sides = { old: 'last generated', new: 'pages' };
  const document = documentOf({ ...sides, changes, corrections: [], suppressed: [] });
  const raised = before !== undefined && before !== configured;
  const proposed = raised ? configured : nextVersion(configured, document.verdict);
  return { ...document, ...(proposed !== undefined && { proposedVersion: proposed }) };
}

/** The changelog with what changed on top, under the version proposed. */
export const changelogWith = (changelog: string | undefined, document: DiffDocument): string =>
  withSection(changelog, changelogSection(document, document.proposedVersion ?? 'Unreleased'));
