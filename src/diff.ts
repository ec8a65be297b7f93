import { readFile, stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import type { Change } from './changes/change.js';
import { changesetText } from './changes/changelog.js';
import { compareModels } from './changes/compare/services.js';
import { separateCorrections } from './changes/corrections.js';
import { documentOf, verdictOfChange, type DiffDocument } from './changes/document.js';
import { reportChanges } from './changes/findings.js';
import { formatDiff } from './changes/format/index.js';
import type { DiffFormat, FailLimit } from './changes/format/formats.js';
import { withLines } from './changes/lines.js';
import { parseModel } from './changes/model-file.js';
import { sift } from './changes/suppress.js';
import { isAtLeast, nextVersion } from './changes/verdict.js';
import { existingConfigs } from './config/find.js';
import { loadProject, type ConfigOptions } from './config/load.js';
import type { ProjectService } from './config/project.js';
import { input } from './diagnostics/catalogue/input.js';
import { pages as pageCodes } from './diagnostics/catalogue/pages.js';
import { reading } from './diagnostics/catalogue/reading.js';
import type { Diagnostic } from './diagnostics/diagnostic.js';
import { collector, type Report } from './diagnostics/report.js';
import { emitters } from './emitters/registry.js';
import { readFromGit, splitGitPath } from './files/git.js';
import { readPages, type PageFile } from './files/pages.js';
import { irVersion, type Model } from './ir/model.js';
import { readServices, type ServiceHints } from './services.js';
import { openSession, problemOf } from './session.js';

export interface DiffOptions extends ConfigOptions {
  /** Each a folder or file of pages, a model file, or `ref:path` of the git repository that `folder` is in. */
  readonly old: string;
  readonly new: string;
  readonly format: DiffFormat;
  /** Report an error where the verdict is this or more. */
  readonly failOn?: FailLimit | undefined;
  /** The configured service whose hints, accepted changes and version count; the one of the same id where absent. */
  readonly service?: string | undefined;
  /** Today, as `2026-11-21`: what was accepted until an earlier day counts again. */
  readonly today: string;
}

export interface DiffResult {
  /** Absent where a side cannot be read, and so there is nothing to compare. */
  readonly document?: DiffDocument;
  /** The document in the form asked for. */
  readonly text?: string;
  /** A file for changesets; absent where nothing is to be released. */
  readonly changeset?: string;
  readonly diagnostics: readonly Diagnostic[];
  readonly sourceText: (file: string) => string | undefined;
}

/** What one side of a comparison is. */
interface Side {
  readonly model: Model;
  readonly pages: readonly PageFile[];
  readonly findings: readonly Diagnostic[];
}

/**
 * Compares two versions of pages or models and judges what changed. Where a page of either side cannot be read, that is
 * an error among the diagnostics: a verdict over half of the pages is none.
 */
export async function diff(options: DiffOptions): Promise<DiffResult> {
  const session = openSession();
  const { report } = session;
  const configured = await configuredServices(options, report);
  const hints = hintsOf(configured, options.service);
  const before = await readSide(options.old, options.folder, hints, report);
  const after = await readSide(options.new, options.folder, hints, report);
  const result = () => ({ diagnostics: session.diagnostics, sourceText: session.sourceText });
  if (!before || !after) return result();
  for (const [side, other] of [[before, after] as const, [after, before] as const])
    passOn(side, other, report);
  const service = theConfigured(configured, options.service, after.model);
  const document = compareSides(before, after, service, options, report);
  reportChanges(document, report);
  if (options.failOn) reportVerdict(document, options.failOn, report);
  session.keepTexts([...before.pages, ...after.pages], '');
  const changeset = changesetText(document, service?.packageName ?? after.model.services[0]?.id ?? 'package');
  return {
    document,
    text: formatDiff(document, options.format),
    ...(changeset !== undefined && { changeset }),
    ...result(),
  };
}

function compareSides(
  before: Side,
  after: Side,
  service: ProjectService | undefined,
  options: DiffOptions,
  report: Report,
): DiffDocument {
  const found: readonly Change[] = compareModels(before.model, after.model);
  const lined = withLines(found, textsOf(before.pages), textsOf(after.pages));
  const corrected = separateCorrections(lined, before.findings, after.findings);
  const sifted = sift(corrected.changes, service?.acceptedChanges ?? [], options.today, report);
  const { corrections } = corrected;
  const document = documentOf({ old: options.old, new: options.new, ...sifted, corrections });
  const proposed =
    service?.packageVersion === undefined ? undefined : nextVersion(service.packageVersion, document.verdict);
  return { ...document, ...(proposed !== undefined && { proposedVersion: proposed }) };
}

const textsOf = (pages: readonly PageFile[]): ((file: string) => string | undefined) => {
  const texts = new Map(pages.map(({ path, text }) => [path, text]));
  return (file) => texts.get(file);
};

/** The configured services; none, and nothing wrong with it, where there is no configuration. */
async function configuredServices(options: DiffOptions, report: Report): Promise<readonly ProjectService[]> {
  if (options.config === undefined && existingConfigs(options.folder).length === 0) return [];
  const project = await loadProject(
    options,
    emitters.map(({ id }) => id),
    report,
  );
  const services = project?.services ?? [];
  const known = services.map(({ id }) => id);
  const { service } = options;
  if (project && service !== undefined && !known.includes(service))
    report('config-unknown-service', { id: service, known });
  return services;
}

/** What the pages alone may not say. */
function hintsOf(services: readonly ProjectService[], id: string | undefined): ServiceHints {
  const service = services.find((one) => one.id === id);
  return service ? { id: service.id, service: service.service, overrides: service.overrides } : {};
}

function theConfigured(
  services: readonly ProjectService[],
  id: string | undefined,
  { services: read }: Model,
): ProjectService | undefined {
  const wanted = id ?? read[0]?.id;
  return services.find((one) => one.id === wanted);
}

async function readSide(
  name: string,
  folder: string,
  hints: ServiceHints,
  report: Report,
): Promise<Side | undefined> {
  const path = resolve(folder, name);
  const entry = await stat(path).catch(() => undefined);
  if (entry?.isFile() && name.endsWith('.json'))
    return await sideOfModel(name, await readFile(path, 'utf8'), report);
  const parts = entry ? undefined : splitGitPath(name);
  if (!parts) {
    const found = collector();
    return await sideOfPages({ pages: await readPages([name], folder, found.report), found }, hints, report);
  }
  try {
    const findings = collector();
    const content = await readFromGit(parts.ref, parts.path, folder, findings.report);
    if (content.kind === 'folder') {
      const pages = { pages: content.pages, found: findings };
      return await sideOfPages(pages, hints, report);
    }
    if (name.endsWith('.json')) return await sideOfModel(name, content.text, report);
    return await sideOfPages({ pages: [{ path: name, text: content.text }], found: findings }, hints, report);
  } catch (error) {
    return void report('input-git', {
      name,
      problem: error instanceof Error ? error.message : problemOf(error),
    });
  }
}

async function sideOfModel(name: string, text: string, report: Report): Promise<Side | undefined> {
  const parsed = await parseModel(text);
  if ('problem' in parsed) return void report('input-no-model', { path: name, problem: parsed.problem });
  return { model: parsed.model, pages: [], findings: [] };
}

/** Undefined, and reported, where not one page could be read. */
async function sideOfPages(
  {
    pages,
    found: findings,
  }: { readonly pages: readonly PageFile[]; readonly found: ReturnType<typeof collector> },
  hints: ServiceHints,
  report: Report,
): Promise<Side | undefined> {
  const { services } = await readServices(pages, hints, findings.report, findings.diagnostics);
  if (services.length > 0) return { model: { irVersion, services }, pages, findings: findings.diagnostics };
  for (const { message } of findings.diagnostics.filter(({ code }) => Object.hasOwn(input, code)))
    report('input-compared', { problem: message });
  if (pages.length > 0) report('input-nothing-read', { pages: pages.length });
  return undefined;
}

/** What of the findings of a side may make the comparison wrong: pages left out, and lines not understood. */
function passOn({ findings }: Side, other: Side, report: Report): void {
  for (const { code, message, source } of findings) {
    const leftOut = Object.hasOwn(pageCodes, code);
    if (Object.hasOwn(input, code) || (leftOut && (code === 'page-empty' || isReadIn(other, source?.file))))
      report('input-compared', { problem: message }, source);
    else if (leftOut || Object.hasOwn(reading, code))
      report('compared-in-part', { problem: message }, source);
  }
}

/** Whether the page of that name says something on the other side. */
function isReadIn({ model }: Side, file: string | undefined): boolean {
  const name = file === undefined ? undefined : basename(file);
  return model.services.some(({ pages }) => pages.some((page) => basename(page) === name));
}

function reportVerdict(document: DiffDocument, limit: FailLimit, report: Report): void {
  if (!isAtLeast(document.verdict, limit)) return;
  const counted = [...document.changes, ...document.prose];
  const count = counted.filter((change) => isAtLeast(verdictOfChange(change), limit)).length;
  report('verdict-reached', { verdict: document.verdict, limit, count });
}
