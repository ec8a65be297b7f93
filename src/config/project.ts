import { relative, resolve } from 'node:path';
import { isWithin, pathFrom } from '../base/paths.js';
import type { Report } from '../diagnostics/report.js';
import type { Override } from '../model/overrides.js';
import type { Config, ReadingConfig, ServiceConfig, ValidationConfig } from './config.js';
import { resolveGiven, type GivenToService } from './given.js';
import { resolveAccepted, type AcceptedChange } from './accepted.js';
import { unknownNames, type KnownNames } from './known-names.js';
import { badOverrides, resolveOverrides } from './overrides.js';
import type { ConfigSource, Fault } from './source.js';
import { readTemplates, type UserTemplate } from './templates.js';

/** A configuration with its defaults filled in; folders are absolute. */
export interface Project {
  /** The folder of the configuration, which paths of pages are relative to. */
  readonly folder: string;
  readonly strict: boolean;
  /** As the configuration has it. */
  readonly cache: string | boolean | undefined;
  /** As the configuration has them. */
  readonly plugins: readonly unknown[];
  readonly services: readonly ProjectService[];
}

export interface ProjectService {
  readonly id: string;
  /** As the configuration has them, relative to the project's folder. */
  readonly pages: readonly string[];
  /** The id in the catalogue of services. */
  readonly service: string | undefined;
  /** Undefined: the form of the pages decides. */
  readonly ecosystem: string | undefined;
  /** What the pages do not say, or say otherwise. */
  readonly given: GivenToService;
  readonly reading: ReadingConfig;
  /** The share of the lines that has to be understood. */
  readonly minCoverage: number;
  /** The folder of the generated package. */
  readonly output: string;
  /** The folder of the user's own handlers. */
  readonly handlers: string | undefined;
  /** Undefined: those that need not be asked for. */
  readonly emitters: readonly string[] | undefined;
  /** Undefined: all of them. */
  readonly dialects: readonly string[] | undefined;
  readonly formatter: NonNullable<Config['formatter']>;
  /** What the head of source files says beside where they come from. */
  readonly header: readonly string[];
  /** The folder of the user's own templates, and what it holds. */
  readonly templatesFolder: string | undefined;
  readonly templates: readonly UserTemplate[];
  readonly packageName: string;
  readonly packageVersion: string;
  readonly overrides: readonly Override[];
  /** Changes of the pages that do not count. */
  readonly acceptedChanges: readonly AcceptedChange[];
  readonly validation: ValidationConfig | undefined;
}

/** What a configuration is held against. */
export interface Surroundings {
  /** The folder that the configuration is in, absolute. */
  readonly folder: string;
  readonly source: ConfigSource;
  /** What there is to name; absent where the configuration is known to name nothing else. */
  readonly known?: KnownNames;
}

/** Fills in what a configuration leaves out; undefined, and reported, where values do not fit together. */
export async function resolveProject(
  config: Config,
  { folder, source, known }: Surroundings,
  report: Report,
): Promise<Project | undefined> {
  const templates = await readTemplates(config, folder, source, report);
  const services = await Promise.all(
    Object.entries(config.services).map(async ([id, one]) => ({
      ...resolveService(id, one, config, folder),
      templates: templates ?? [],
      given: await resolveGiven(id, one, source),
      overrides: await resolveOverrides(id, one, source),
      acceptedChanges: await resolveAccepted(id, one, source),
    })),
  );
  const faults = [
    ...(known ? unknownNames(config, known) : []),
    ...Object.entries(config.services).flatMap(([id, one]) => badOverrides(id, one)),
    ...services.flatMap(badId),
    ...services.flatMap(uselessHandlers),
    ...services.flatMap((service, index) => sharedFolder(service, services.slice(0, index))),
  ];
  for (const { path, where, found, expected } of faults) {
    report('config-value', { where, found, expected }, await source.locate(path, 'key'));
  }
  if (faults.length > 0 || !templates) return undefined;
  const { strict = false, cache, plugins = [] } = config;
  return { folder, strict, cache, plugins: [plugins].flat(), services };
}

/** The services with these ids, or all; an id that is not configured is reported. */
export function selectServices(
  { services }: Project,
  ids: readonly string[] | undefined,
  report: Report,
): readonly ProjectService[] {
  const known = services.map(({ id }) => id);
  for (const id of ids ?? []) {
    if (!known.includes(id)) report('config-unknown-service', { id, known });
  }
  return services.filter(({ id }) => !ids || ids.includes(id));
}

/** The patterns of a service's pages, which leave out what docwright itself has written. */
export function pagePatterns({ pages }: ProjectService, { folder, services }: Project): readonly string[] {
  const outputs = services.map(({ output }) => relative(folder, output).replaceAll('\\', '/'));
  return [...pages, ...outputs.map((output) => `!${output}/**`)];
}

/** The head of every generated source file. */
export const headerOf = ({ id, header }: Pick<ProjectService, 'id' | 'header'>): readonly string[] => [
  `Generated by docwright from the reference pages of ${id}.`,
  'Edits will be lost: change the pages instead.',
  ...(header.length > 0 ? ['', ...header] : []),
];

/** The options of a service as they are the same on every machine: folders relative to that of the project. */
export function portableOptions(configured: ProjectService, project: Project): unknown {
  const { services: _services, folder, cache: _cache, strict: _strict, ...shared } = project;
  const relative = (value: unknown): unknown =>
    typeof value === 'string' && value.startsWith(folder) ? { folder: pathFrom(folder, value) } : value;
  const { output, handlers, ...rest } = configured;
  const folders = [output, handlers].map((path) => path !== undefined && pathFrom(folder, path));
  return JSON.parse(JSON.stringify([shared, rest, folders], (_key, value) => relative(value)));
}

const resolveService = (
  id: string,
  service: ServiceConfig,
  config: Config,
  folder: string,
): Omit<ProjectService, 'overrides' | 'acceptedChanges' | 'templates' | 'given'> => ({
  id,
  pages: [service.pages].flat(),
  service: service.service,
  ecosystem: service.ecosystem,
  reading: service.reading ?? {},
  minCoverage: service.minCoverage ?? 0.5,
  output: resolve(folder, service.output ?? `${config.output ?? 'generated'}/${id}`),
  handlers: service.handlers === undefined ? undefined : resolve(folder, service.handlers),
  emitters: service.emitters ?? config.emitters,
  dialects: service.dialects,
  formatter: config.formatter ?? 'oxfmt',
  header: [config.header ?? []].flat(),
  templatesFolder: config.templates === undefined ? undefined : resolve(folder, config.templates),
  packageName: service.package?.name ?? id,
  packageVersion: service.package?.version ?? '0.0.0',
  validation: service.validation,
});

function badId({ id }: ProjectService): readonly Fault[] {
  if (/^[a-z0-9]+(?:-[a-z0-9]+)*$/u.test(id)) return [];
  const expected = 'lower-case letters, digits and single hyphens, as it names a folder';
  return [{ path: ['services', id], where: 'services', found: `id "${id}"`, expected }];
}

/** Handlers are what the server calls. */
const uselessHandlers = ({ id, handlers, emitters }: ProjectService): readonly Fault[] =>
  handlers === undefined || emitters === undefined || emitters.includes('server')
    ? []
    : [
        {
          path: ['services', id, 'handlers'],
          where: `services.${id}`,
          found: 'handlers without a server',
          expected: 'the emitter "server", or no handlers',
        },
      ];

/** Two services in one folder would delete each other's files, and the user's handlers are never ours to delete. */
function sharedFolder(service: ProjectService, earlier: readonly ProjectService[]): readonly Fault[] {
  const where = `services.${service.id}`;
  const path = ['services', service.id];
  if (earlier.some(({ output }) => overlaps(output, service.output))) {
    return [{ path, where, found: 'output folder', expected: 'a folder that no other service uses' }];
  }
  if (service.handlers === undefined || !overlaps(service.handlers, service.output)) return [];
  return [{ path, where, found: 'handlers folder', expected: 'a folder apart from the output folder' }];
}

const overlaps = (one: string, other: string): boolean => isWithin(one, other) || isWithin(other, one);
