import type { Project, ProjectService } from '../config/project.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { collector, type Report } from '../diagnostics/report.js';
import type { EmitOptions, EmittedFile } from '../emitters/emitter.js';
import { emitService } from '../emitters/emit.js';
import { emitters } from '../emitters/registry.js';
import type { PageFile } from '../files/pages.js';
import { formatFiles } from './format.js';
import { headerOf } from './header.js';
import { recallAnswers } from './patterns.js';
import type { Service } from '../ir/model.js';
import { bindService } from '../protocols/bind.js';
import type { BoundService } from '../protocols/protocol.js';
import { withTemplates } from '../render/templates.js';
import { readFragments } from './fragments.js';
import { finishServices } from '../services.js';
import type { Tools } from './tools.js';

/** What a package is made from: nothing else decides on it. */
export interface PackageInput {
  readonly pages: readonly PageFile[];
  readonly configured: ProjectService;
  readonly project: Project;
}

/** A package before it is formatted. */
export interface EmittedPackage {
  readonly service: Service;
  readonly files: readonly EmittedFile[];
}

/** Those outputs that are made where the configuration names none. */
const usualEmitters = emitters.filter(({ optional }) => !optional).map(({ id }) => id);

/**
 * From pages to the files of a package; undefined, and reported, where the pages describe no service.
 * @param tell is given every finding.
 */
export async function emitPackage(
  { pages, configured }: PackageInput,
  tell: (diagnostic: Diagnostic) => void,
  tools: Tools,
): Promise<EmittedPackage | undefined> {
  const { clock, cache } = tools;
  const { report } = collector(tell);
  const patterns = await recallAnswers(configured, cache);
  const fragments = await clock.time('readFragments', () => readFragments(pages, configured, tell, tools));
  const services = await finishServices(fragments, configured, report, clock);
  const service = theService(services, pages.length, report);
  const bound = service && clock.time('bindService', () => bindService(service, report));
  if (!bound) return void report('service-skipped', { service: configured.id });
  const ids = configured.emitters ?? usualEmitters;
  const files = clock.time('emitService', () => emit(bound, ids, configured));
  patterns.keep();
  return { service: bound.service, files };
}

const emit = (bound: BoundService, ids: readonly string[], configured: ProjectService) =>
  withTemplates(configured.templates, () => emitService(bound, ids, emitOptions(configured)));

/** The files of a package as they are written. */
export const formatPackage = (
  { files }: EmittedPackage,
  { configured }: PackageInput,
  tools: Tools,
): Promise<readonly EmittedFile[]> =>
  tools.clock.time('formatFiles', () => formatFiles(files, configured, tools));

/** The service that the pages are about; what else they describe, or that they describe none, is reported. */
function theService(services: readonly Service[], pages: number, report: Report): Service | undefined {
  const [service, ...others] = services;
  const left = others.map(({ id }) => id);
  if (!service && pages > 0) report('input-nothing-read', { pages });
  if (service && left.length > 0) report('services-mixed', { taken: service.id, left });
  return service;
}

const emitOptions = (configured: ProjectService): EmitOptions => ({
  header: headerOf(configured),
  packageName: configured.packageName,
  packageVersion: configured.packageVersion,
  ...(configured.validation && { validation: configured.validation }),
});
