import type { Project, ProjectService } from '../config/project.js';
import { pathFrom } from '../base/paths.js';

/** The options of a service as they are the same on every machine: folders relative to that of the project. */
export function optionsOf(configured: ProjectService, project: Project): unknown {
  const { services: _services, folder, cache: _cache, strict: _strict, ...shared } = project;
  const relative = (value: unknown): unknown =>
    typeof value === 'string' && value.startsWith(folder) ? { folder: pathFrom(folder, value) } : value;
  const { output, handlers, ...rest } = configured;
  const folders = [output, handlers].map((path) => path !== undefined && pathFrom(folder, path));
  return JSON.parse(JSON.stringify([shared, rest, folders], (_key, value) => relative(value)));
}
