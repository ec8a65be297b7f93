import { setImmediate as turn } from 'node:timers/promises';
import type { ProjectService } from '../config/project.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { collector, type Report } from '../diagnostics/report.js';
import type { EmitOptions } from '../emitters/emitter.js';
import { emitInTurns } from '../emitters/emit.js';
import { emitters } from '../emitters/registry.js';
import { openFormatting, type Formatting } from './format.js';
import type { PrintedFile } from './printed.js';
import { headerOf } from './header.js';
import { withPatternMemory } from './patterns.js';
import type { Service } from '../model/model.js';
import { bindService } from '../ecosystems/bind-service.js';
import type { BoundService } from '../ecosystems/protocol.js';
import { prepareFormatter } from '../render/format.js';
import { withTemplates } from '../render/templates.js';
import { readFragments } from './fragments.js';
import type { PackageInput } from './input.js';
import { finishServices } from '../services.js';
import type { Tools } from './tools.js';

/** Those outputs that are made where the configuration names none. */
const usualEmitters = emitters.filter(({ optional }) => !optional).map(({ id }) => id);

/**
 * From pages to the service that a package is made of; undefined, and reported, where they describe none.
 * @param tell is given every finding.
 */
export async function readService(
  { pages, configured }: PackageInput,
  tell: (diagnostic: Diagnostic) => void,
  tools: Tools,
): Promise<BoundService | undefined> {
  const { clock, cache } = tools;
  const { report } = collector(tell);
  prepareFormatter(configured.formatter);
  const fragments = await clock.time('readFragments', () => readFragments(pages, configured, tell, tools));
  const services = await withPatternMemory(configured, cache, (patterns) =>
    finishServices(fragments, configured, report, clock, patterns),
  );
  const service = theService(services, pages.length, report);
  const bound = service && clock.time('bindService', () => bindService(service, report));
  if (!bound) report('service-skipped', { service: configured.id });
  return bound;
}

/** The files of a package as they are written: what is printed is formatted while the rest is printed. */
export async function printPackage(
  bound: BoundService,
  { configured }: PackageInput,
  tools: Tools,
): Promise<readonly PrintedFile[]> {
  const formatting = openFormatting(configured, tools);
  await tools.clock.time('emitService', () => emit(bound, configured, formatting));
  return await tools.clock.time('formatFiles', formatting.finish);
}

const emit = (bound: BoundService, configured: ProjectService, { begin }: Formatting): Promise<void> =>
  withTemplates(configured.templates, async () => {
    const ids = configured.emitters ?? usualEmitters;
    for (const files of emitInTurns(bound, ids, emitOptions(configured))) {
      begin(files);
      // What is native goes on by itself, but only if it is given a chance to begin.
      await turn();
    }
  });

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
