import { isWithin } from '../../base/paths.js';
import { existingConfigs } from '../../config/find.js';
import { loadProject } from '../load-project.js';
import type { ConfigOptions } from '../../config/load.js';
import type { Project, ProjectService } from '../../config/project.js';
import type { Report } from '../../diagnostics/report.js';
import { pageRoots } from '../../files/pages.js';
import type { Model } from '../../model/model.js';
import type { ServiceHints } from '../../pipeline.js';
import type { Material } from './read-input.js';

/** The configuration, where there is one; undefined, and nothing wrong with it, where there is none. */
export async function configuredProject(
  options: ConfigOptions & { readonly service?: string | undefined },
  report: Report,
): Promise<Project | undefined> {
  if (options.config === undefined && existingConfigs(options.folder).length === 0) return undefined;
  const project = await loadProject(options, report);
  const known = project?.services.map(({ id }) => id) ?? [];
  const { service } = options;
  if (project && service !== undefined && !known.includes(service))
    report('config-unknown-service', { id: service, known });
  return project;
}

/** What the configuration says about pages beyond what they say. */
export const hintsOf = (service: ProjectService | undefined): ServiceHints => service ?? {};

/** The service whose configured pages the sides are, or lie among; undefined where that is none or more than one. */
export function serviceByPlace(
  project: Project | undefined,
  sides: readonly Material[],
): ProjectService | undefined {
  const found = project?.services.filter(({ pages }) => {
    const roots = pageRoots(pages, project.folder);
    return sides.some(({ kind, path }) => kind === 'pages' && roots.some((root) => isWithin(path, root)));
  });
  return found?.length === 1 ? found[0] : undefined;
}

/** The service that models are of, by its id or its id in the catalogue. */
export function serviceById(
  project: Project | undefined,
  models: readonly Model[],
): ProjectService | undefined {
  const read = models.flatMap(({ services }) => services.slice(0, 1));
  return project?.services.find((one) =>
    read.some(
      ({ id, ecosystem, traits }) =>
        id === one.id ||
        (one.service !== undefined && traits?.[ecosystem]?.['catalogueId']?.value === one.service),
    ),
  );
}
