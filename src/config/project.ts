import { resolve } from 'node:path';
import type { Report } from '../diagnostics/report.js';
import type { Config, ServiceConfig } from './config.js';
import type { ConfigSource } from './source.js';

/** A configuration with its defaults filled in; folders are absolute. */
export interface Project {
  /** The folder of the configuration, which paths of pages are relative to. */
  readonly folder: string;
  readonly strict: boolean;
  /** Undefined: all of them. */
  readonly emitters: readonly string[] | undefined;
  readonly services: readonly ProjectService[];
}

export interface ProjectService {
  readonly id: string;
  /** As the configuration has them, relative to the project's folder. */
  readonly pages: readonly string[];
  /** The id in the catalogue of services. */
  readonly service: string | undefined;
  /** The folder of the generated package. */
  readonly output: string;
  /** The folder of the user's own handlers. */
  readonly handlers: string | undefined;
  readonly packageName: string;
  readonly packageVersion: string;
}

/** Fills in what a configuration leaves out. Reports ids that are no folder names and folders used twice. */
export async function resolveProject(
  config: Config,
  folder: string,
  source: ConfigSource,
  report: Report,
): Promise<Project | undefined> {
  const services = Object.entries(config.services).map(([id, one]) =>
    resolveService(id, one, config, folder),
  );
  const faults = [
    ...(await badIds(services, source, report)),
    ...(await sharedFolders(services, source, report)),
  ];
  if (faults.length > 0) return undefined;
  return { folder, strict: config.strict ?? false, emitters: config.emitters, services };
}

const resolveService = (
  id: string,
  service: ServiceConfig,
  config: Config,
  folder: string,
): ProjectService => ({
  id,
  pages: [service.pages].flat(),
  service: service.service,
  output: resolve(folder, service.output ?? `${config.output ?? 'generated'}/${id}`),
  handlers: service.handlers === undefined ? undefined : resolve(folder, service.handlers),
  packageName: service.package?.name ?? id,
  packageVersion: service.package?.version ?? '0.0.0',
});

async function badIds(services: readonly ProjectService[], source: ConfigSource, report: Report) {
  const bad = services.filter(({ id }) => !/^[a-z0-9]+(?:-[a-z0-9]+)*$/u.test(id));
  for (const { id } of bad) {
    const expected = 'lower-case letters, digits and single hyphens, as it names a folder';
    report(
      'config-value',
      { where: 'services', found: `service id "${id}"`, expected },
      await source.locate(['services', id], 'key'),
    );
  }
  return bad;
}

/** Two services in one folder would delete each other's files. */
async function sharedFolders(services: readonly ProjectService[], source: ConfigSource, report: Report) {
  const bad = services.filter(({ output }, index) =>
    services.slice(0, index).some((other) => overlaps(other.output, output)),
  );
  for (const { id, output } of bad) {
    report(
      'config-value',
      {
        where: `services.${id}`,
        found: `output folder "${output.replaceAll('\\', '/')}"`,
        expected: 'a folder that no other service uses',
      },
      await source.locate(['services', id, 'output'], 'value'),
    );
  }
  return bad;
}

const overlaps = (one: string, other: string): boolean =>
  one === other || isBelow(one, other) || isBelow(other, one);

const isBelow = (inner: string, outer: string): boolean =>
  inner.startsWith(`${outer}/`) || inner.startsWith(`${outer}\\`);
