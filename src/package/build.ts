import type { Project, ProjectService } from '../config/project.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { collector, type Report } from '../diagnostics/report.js';
import type { EmittedFile } from '../emitters/emitter.js';
import type { PageFile } from '../files/pages.js';
import type { Aside } from './aside.js';
import { formatFiles } from './format.js';
import { keepAnswers, recallAnswers } from './patterns.js';
import type { Service } from '../ir/model.js';
import { bindService } from '../protocols/bind.js';
import { startPrinting, type Printing } from './print.js';
import { readFragments } from './fragments.js';
import { checkServices, joinServices } from '../services.js';
import type { Tools } from './tools.js';

/** What a package is made from: nothing else decides on it. */
export interface PackageInput {
  readonly pages: readonly PageFile[];
  readonly configured: ProjectService;
  readonly project: Project;
}

/** A service that has been read, and its files, which are being printed. */
export interface ReadService {
  readonly service: Service;
  readonly printing: Printing;
}

/**
 * From pages to the service that a package is made of; undefined, and reported, where they describe none.
 * @param tell is given every finding.
 * @param aside prints some of the files while the service is being checked.
 */
export async function readService(
  { pages, configured }: PackageInput,
  tell: (diagnostic: Diagnostic) => void,
  tools: Tools,
  aside?: Aside,
): Promise<ReadService | undefined> {
  const { clock, cache } = tools;
  const { report } = collector(tell);
  await recallAnswers(configured, cache);
  const fragments = await clock.time('readFragments', () => readFragments(pages, configured, tell, tools));
  const services = joinServices(fragments, configured, report, clock);
  const [service] = services;
  const printing = service && startPrinting(service, configured, aside);
  await checkServices(services, report, clock);
  tellOthers(services, pages.length, report);
  const bound = service && clock.time('bindService', () => bindService(service, report));
  if (bound && printing) return { service, printing };
  report('service-skipped', { service: configured.id });
  return undefined;
}

/** The files of a package as they are written. */
export async function printPackage(
  { printing }: ReadService,
  { configured }: PackageInput,
  tools: Tools,
): Promise<readonly EmittedFile[]> {
  const files = await tools.clock.time('emitService', () => printing.files());
  keepAnswers(configured, tools.cache);
  return await tools.clock.time('formatFiles', () => formatFiles(files, configured, tools));
}

/** Reports what pages describe beside the service that they are about, or that they describe none. */
function tellOthers([service, ...others]: readonly Service[], pages: number, report: Report): void {
  const left = others.map(({ id }) => id);
  if (!service && pages > 0) report('input-nothing-read', { pages });
  if (service && left.length > 0) report('services-mixed', { taken: service.id, left });
}
