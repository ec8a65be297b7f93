/**
 * The program, from pages to files:
 *
 *   read files -> parse Markdown -> outline -> a dialect reads each page -> link fragments into one model -> complete ->
 *   bind to a protocol -> emit -> format -> write
 *
 * Each command calls what it needs of it and stops where it needs. What wraps the stages from outside changes nothing that
 * they make: progress, time, and the results of earlier runs. `stages.ts` is loaded only where there is something to make.
 */
import { once } from './base/memoise.js';
import { breaks, compareWithLast, planChangeset } from './changes/compare-with-last.js';
import type { DiffDocument } from './changes/document.js';
import { alone, type Ask, type Tell } from './cache/remember.js';
import { everyEntry, watchedMap } from './cache/watched-map.js';
import { nothingAround, type Around } from './commands/around.js';
import { headerOf, portableOptions, type Project, type ProjectService } from './config/project.js';
import type { Diagnostic } from './diagnostics/diagnostic.js';
import { collector, type Report } from './diagnostics/report.js';
import type { Reading } from './ecosystems/dialect.js';
import type { PagesRead } from './ecosystems/coverage.js';
import type { GivenFacts } from './ecosystems/ecosystem.js';
import type { FileChange } from './diagnostics/format/reporter.js';
import { carryOut, type WriteOptions } from './files/carry-out.js';
import { openSnapshot } from './files/file-snapshot.js';
import { readPages as readPageFiles, type PageFile } from './files/pages.js';
import { outputFolder, planFiles, type OutputFile } from './files/plan.js';
import { hashOf } from './files/text.js';
import { addHandlers } from './handlers/add-handlers.js';
import type { Fragment } from './model/fragments.js';
import type { Service } from './model/model.js';
import type { Override } from './model/overrides.js';
import type { Expression } from './patterns/expression.js';

/** What a configuration says about the pages of a service. */
export interface ServiceHints {
  /** The id of the service; for the larger one where the pages speak of two. */
  readonly id?: string;
  /** The id in the pages' links, for pages that have none. */
  readonly service?: string | undefined;
  readonly overrides?: readonly Override[];
  /** The page formats to try, by id; all where absent. */
  readonly dialects?: readonly string[] | undefined;
  /** Whose page formats to try; those of all where absent. */
  readonly ecosystem?: string | undefined;
  /** How the guide is written. */
  readonly reading?: Reading;
  /** What pages do not say, or say otherwise. */
  readonly given?: Omit<GivenFacts, 'keepId'>;
}

export type { WriteOptions };

/** Read files. */
export const readPages = (
  patterns: readonly string[],
  folder: string,
  report: Report,
  { time }: Around = nothingAround,
): Promise<readonly PageFile[]> => time('readPages', () => readPageFiles(patterns, folder, report));

/** Parse Markdown -> outline -> a dialect reads each page. */
export async function readFragments(
  pages: readonly PageFile[],
  hints: ServiceHints,
  tell: Tell,
  around: Around = nothingAround,
): Promise<readonly Fragment[]> {
  const { id = '', dialects, ecosystem, reading = {} } = hints;
  const byPath = new Map(pages.map((page) => [page.path, page]));
  const nameOfAll = once(() => hashOf(JSON.stringify(pages)));
  const nameOf: Ask = (path) => (path === everyEntry ? nameOfAll() : nameOfText(byPath.get(path)));
  const reader = once(() => loadReader(pages, hints, around));
  const readPage = around.remember(
    async (page: PageFile, tellOfPage, ask) => {
      const { read, loaded, guideOf } = await reader();
      const guide = { pages: watchedMap(() => guideOf(page), ask), reading };
      return read([page], collector(tellOfPage).report, loaded, guide);
    },
    (page) => ['page', page, dialects, ecosystem, reading],
    `pages of ${id}`,
  );
  return await around.time('readFragments', async () => {
    const read: Fragment[] = [];
    for (const page of pages) read.push(...(await readPage(page, tell, nameOf)));
    return read;
  });
}

const nameOfText = (page: PageFile | undefined): string | undefined => page && hashOf(page.text);

async function loadReader(
  pages: readonly PageFile[],
  { dialects, ecosystem, reading }: ServiceHints,
  { missing, parts }: Around,
) {
  const { guidesAmong, loadDialects, markdownEngine, readFragments: read } = await import('./stages.js');
  if (markdownEngine() === 'reference') missing({ package: 'satteri', instead: 'remark-parse' });
  const { ecosystems } = await parts();
  const among = ecosystems.filter(({ id }) => ecosystem === undefined || id === ecosystem);
  const loaded = await loadDialects(pages, dialects, among, reading);
  return { read, loaded, guideOf: guidesAmong(pages, loaded, reading) };
}

/** Link fragments into one model -> complete; the largest service first. */
export async function linkServices(
  fragments: readonly Fragment[],
  { id, service, given = {} }: ServiceHints,
  report: Report,
  { time, parts }: Around = nothingAround,
): Promise<readonly Service[]> {
  const { completeService, ecosystemOf, linkServices: link } = await import('./stages.js');
  const { ecosystems } = await parts();
  const hints = { ...(id !== undefined && { id }), ...(service !== undefined && { service }) };
  const rulesOf = (ecosystem: string) => ecosystemOf(ecosystem, ecosystems).linking;
  const linked = await time('linkServices', async () => link(fragments, hints, report, rulesOf));
  const complete = (one: Service, isFirst: boolean): Service => {
    const known = isFirst ? { ...given, keepId: id !== undefined } : { keepId: false };
    return completeService(one, known, report, ecosystems);
  };
  return await time('completeService', async () => linked.map((one, at) => complete(one, at === 0)));
}

/** Correct the largest service as the configuration says, and look for contradictions in each. */
export async function checkServices(
  services: readonly Service[],
  { id = '', overrides = [] }: ServiceHints,
  report: Report,
  { time, parts, remember }: Around = nothingAround,
): Promise<readonly Service[]> {
  const { applyOverrides, checkService, ecosystemOf, findBacktracking } = await import('./stages.js');
  const { ecosystems } = await parts();
  const [largest, ...others] = services;
  if (!largest) return [];
  const { linking } = ecosystemOf(largest.ecosystem, ecosystems);
  const correct = async () => applyOverrides(largest, overrides, report, linking);
  const finished = [await time('applyOverrides', correct), ...others];
  // Analysing patterns takes up to an eighth of a cold run.
  const find = remember(
    async (pattern: Expression) => (await findBacktracking(pattern)) ?? null,
    ({ source, flags }) => ['pattern', source, flags],
    `patterns of ${id}`,
  );
  const known = async (pattern: Expression) => (await find(pattern, ...alone)) ?? undefined;
  await time('checkService', async () => {
    for (const one of finished) await checkService(one, report, known);
  });
  return finished;
}

/** From pages to finished services, what each page states, and what was found on the way. */
export async function readServices(
  pages: readonly PageFile[],
  hints: ServiceHints,
  tell: Tell,
  around: Around = nothingAround,
): Promise<PagesRead & { readonly services: readonly Service[] }> {
  const findings: Diagnostic[] = [];
  const hear = (finding: Diagnostic): void => tell((findings.push(finding), finding));
  const { report } = collector(hear);
  const fragments = await readFragments(pages, hints, hear, around);
  const linked = await linkServices(fragments, hints, report, around);
  return { services: await checkServices(linked, hints, report, around), fragments, findings };
}

/** Bind to a protocol -> emit -> format; undefined, and reported, where no protocol speaks the service's. */
export async function printService(
  service: Service,
  configured: ProjectService,
  report: Report,
  { time, missing, parts, remember }: Around,
): Promise<readonly OutputFile[] | undefined> {
  const { beginPrinting, bindService, printed, reportLeftOut, usualEmitters } = await import('./stages.js');
  const { ecosystems, emitters } = await parts();
  const bound = await time('bindService', async () => bindService(service, report, ecosystems));
  if (!bound) return undefined;
  reportLeftOut(bound, configured.emitters ?? usualEmitters(emitters), report, emitters);
  const options = { ...configured, header: headerOf(configured), missing, remember };
  const begun = await time('emitService', () => beginPrinting(bound, options, emitters));
  return await time('formatFiles', () => printed(begun));
}

/** What a package is made from: nothing else decides on it. */
export interface PackageInput {
  readonly pages: readonly PageFile[];
  readonly configured: ProjectService;
  readonly project: Project;
}

/** A package that is ready to be written. */
export interface MadePackage extends PrintedPackage {
  /** Names all that it was made from. */
  readonly key: PackageKey;
  /** The service that it was made of; read anew where the package was remembered. */
  readonly service: () => Promise<Service | undefined>;
}

interface PrintedPackage {
  readonly counts: PackageCounts;
  readonly files: readonly OutputFile[];
}

export interface PackageCounts {
  readonly id: string;
  readonly operations: number;
  readonly shapes: number;
  /** Facts that no page states. */
  readonly inferred: number;
}

/** From pages to a package; undefined, and reported, where the pages describe no service that can be one. */
export async function makePackage(
  input: PackageInput,
  tell: Tell,
  around: Around,
): Promise<MadePackage | undefined> {
  let service: Service | undefined;
  const read = async (tellOfPages: Tell) => (service ??= await readService(input, tellOfPages, around));
  const print = around.remember(async (_, tellOfPackage) => {
    const found = await read(tellOfPackage);
    const { report } = collector(tellOfPackage);
    const files = found && (await printService(found, input.configured, report, around));
    if (!found || !files) return void report('service-skipped', { service: input.configured.id });
    const { countsOfService } = await import('./stages.js');
    return { counts: countsOfService(found), files };
  }, packageKey);
  const printed = await print(input, tell, () => undefined);
  return printed && { ...printed, key: packageKey(input), service: () => read(() => undefined) };
}

type PackageKey = readonly ['package', options: unknown, pages: unknown];

/** All that decides on a package, and so every option that will be added. */
const packageKey = ({ pages, configured, project }: PackageInput): PackageKey => [
  'package',
  portableOptions(configured, project),
  pages.map(({ path, text }) => [path, hashOf(text)]),
];

/** The service that the pages are about; what else they describe, or that they describe none, is reported. */
async function readService(
  { pages, configured }: PackageInput,
  tell: Tell,
  around: Around,
): Promise<Service | undefined> {
  const { report } = collector(tell);
  const { services, ...read } = await readServices(pages, configured, tell, around);
  const [service, ...others] = services;
  const left = others.map(({ id }) => id);
  if (!service && pages.length > 0) report('input-nothing-read', { pages: pages.length });
  if (service && left.length > 0) report('services-mixed', { taken: service.id, left });
  const { reportHalfRead } = await import('./stages.js');
  return service && reportHalfRead(read, configured, report) ? undefined : service;
}

/** What one service came to, and its files. */
export interface WrittenPackage {
  /** What changed since it was last generated; absent where nothing did. */
  readonly changes?: DiffDocument;
  readonly files: readonly FileChange[];
}

const migrate = async (model: unknown, version: string): Promise<unknown> =>
  (await import('./stages.js')).migrateModel(model, version);

/** From a package to the disk: the user's handlers beside it, what changed since the last time, and the files. */
export async function writePackage(
  made: MadePackage,
  { configured, project }: PackageInput,
  options: WriteOptions,
  tell: Tell,
  { time, remember }: Around,
): Promise<WrittenPackage> {
  const { report } = collector(tell);
  const handlers = await time('addHandlers', () => addHandlers(made, configured, options, tell, remember));
  const files = [...made.files, ...handlers.maps];
  const look = openSnapshot();
  const since = await time('compareWithLast', () =>
    compareWithLast(made.service, configured, { files, look, migrate }, options.changelog),
  );
  if (breaks(since)) await handlers.reportFit(files);
  const output = outputFolder(configured.output, options.folder);
  const all = [...files, ...since.files];
  const plan = await time('planFiles', async () => planFiles(output, all, options.force, look));
  const sets = options.changeset
    ? await planChangeset(configured, since, project.folder, options.folder)
    : [];
  const plans = [...handlers.plans, ...sets, plan];
  const told = await time('writeFiles', () => carryOut(plans, options.mode, report));
  return { files: told, ...(since.changes && { changes: since.changes }) };
}
