import { isWithin } from '../base/paths.js';
import { configPaths } from '../config/find.js';
import { loadProject } from './load-project.js';
import type { ConfigOptions } from '../config/load.js';
import type { Project, ProjectService } from '../config/project.js';
import { collector } from '../diagnostics/report.js';
import { pageRoots } from '../files/pages.js';
import { watchPaths } from '../files/watch.js';
import { generate, type GenerateOptions, type GenerateResult } from './generate.js';

export interface WatchOptions extends Omit<GenerateOptions, 'mode'> {
  /** Ends the watch. */
  readonly signal: AbortSignal;
}

/**
 * Generates, and generates again what a burst of changes touches: the services whose pages or handlers changed, or all
 * after a change of the configuration. Findings end nothing: the next change may mend them.
 * @param told is given the result of each run.
 */
export async function watch(options: WatchOptions, told: (result: GenerateResult) => void): Promise<void> {
  const { signal } = options;
  const configs = configPaths(options.folder, options.config);
  let project = await currentProject(options);
  const outputs = project?.services.map(({ output }) => output) ?? [];
  const watcher = await watchPaths([...configs, ...rootsOf(project)], outputs, signal);
  told(await generate({ ...options, mode: 'write' }));
  for (let burst = await watcher.next(); burst; burst = await watcher.next()) {
    const configured = configs.some((path) => burst?.has(path));
    if (configured) {
      project = await currentProject(options);
      watcher.add(rootsOf(project));
    }
    const services = configured ? options.services : touched(project, burst, options.services);
    told(await generate({ ...options, services, mode: 'write' }));
  }
}

/** The project as it is now; what is wrong with it is reported by the run that follows. */
const currentProject = (options: ConfigOptions): Promise<Project | undefined> =>
  loadProject(options, collector().report);

const rootsOf = (project: Project | undefined): readonly string[] =>
  project?.services.flatMap((service) => serviceRoots(service, project)) ?? [];

const serviceRoots = (
  { pages, handlers, templatesFolder }: ProjectService,
  { folder }: Project,
): readonly string[] => [
  ...pageRoots(pages, folder),
  ...[handlers, templatesFolder].flatMap((path) => path ?? []),
];

/** The ids of the services that changes touch; undefined, for all, where there is no project to tell. */
function touched(
  project: Project | undefined,
  paths: ReadonlySet<string>,
  wanted: readonly string[] | undefined,
): readonly string[] | undefined {
  if (!project) return wanted;
  const services = project.services.filter((service) =>
    serviceRoots(service, project).some((root) => [...paths].some((path) => isWithin(path, root))),
  );
  return services.map(({ id }) => id).filter((id) => !wanted || wanted.includes(id));
}
