import { pathFrom } from './base/paths.js';
import { loadProject, readConfigText, type ConfigOptions } from './config/load.js';
import { pagePatterns, selectServices } from './config/project.js';
import type { Diagnostic } from './diagnostics/diagnostic.js';
import { docBugReport } from './diagnostics/format/doc-bugs.js';
import { relocated, type Report } from './diagnostics/report.js';
import { coverageRatio, type PageCoverage } from './ecosystems/coverage.js';
import { toOpenApi } from './emitters/openapi/document.js';
import { toSmithy } from './emitters/smithy/index.js';
import { knownNames } from './known-names.js';
import { readPages } from './files/pages.js';
import { coverageText, percent } from './inspect/coverage.js';
import { factsOfSelection } from './inspect/facts.js';
import type { InspectFormat } from './inspect/formats.js';
import { namesIn, selectFrom, type Selection } from './inspect/select.js';
import { tableOf } from './inspect/table.js';
import { irVersion, type Model, type Service } from './model/model.js';
import { bindService } from './ecosystems/bind-service.js';
import { printJson } from './render/json.js';
import { readServices, type ReadServices } from './services.js';
import { openSession, type Session } from './diagnostics/session.js';

/** Where services come from: named pages, or the configuration. */
export interface ModelOptions extends ConfigOptions {
  /** Folders, files and glob patterns, relative to `folder`; where absent or empty, the configured services are read. */
  readonly pages?: readonly string[] | undefined;
  /** The configured services to read, by id; all where absent. */
  readonly services?: readonly string[] | undefined;
}

export interface ModelResult {
  readonly model: Model;
  /** How many lines of each page were understood. */
  readonly coverage: readonly PageCoverage[];
  readonly diagnostics: readonly Diagnostic[];
  /** The text of a page that a finding names. */
  readonly sourceText: (file: string) => string | undefined;
}

export interface InspectOptions extends ModelOptions, Selection {
  readonly format: InspectFormat;
  /** The share of lines that have to be understood, from 0 to 1; less is an error. */
  readonly minCoverage?: number | undefined;
}

export interface InspectResult extends Omit<ModelResult, 'model' | 'coverage'> {
  /** The model in the form asked for; absent where there is nothing to show. */
  readonly text?: string;
}

/** The texts of a model; undefined, and reported, where a form has no place for it. */
const formats: { readonly [F in InspectFormat]: (model: Model, report: Report) => string | undefined } = {
  table: tableOf,
  ir: (model) => printJson(model),
  smithy: ({ services }) => printJson(toSmithy(services)),
  openapi: ({ services: [service, ...others] }, report) => {
    if (service && others.length === 0) {
      const bound = bindService(service, report);
      return bound && printJson(toOpenApi(bound));
    }
    const problem = 'An OpenAPI document describes one service; choose it with --service, or by its pages.';
    report('usage', { problem });
    return undefined;
  },
};

/** Reads pages into a model. What is wrong with pages or configuration is among the diagnostics. */
export async function readModel(options: ModelOptions): Promise<ModelResult> {
  const session = openSession();
  const { model, coverage } = await modelOf(options, session);
  return { model, coverage, diagnostics: session.diagnostics, sourceText: session.sourceText };
}

/** Reads pages and shows what they say. */
export async function inspect(options: InspectOptions): Promise<InspectResult> {
  const session = openSession();
  const { model, coverage } = await modelOf(options, session);
  const selected = selectFrom(model, options);
  const { diagnostics, sourceText } = session;
  if (model.services.length === 0) return { diagnostics, sourceText };
  if (!selected) {
    session.report('usage', { problem: nothingNamed(model, options) });
    return { diagnostics, sourceText };
  }
  reportCoverage(coverage, options.minCoverage, session.report);
  const text = formats[options.format](selected, session.report);
  if (text === undefined) return { diagnostics, sourceText };
  const more = options.format === 'table' ? factsOfSelection(model, options) + coverageText(coverage) : '';
  return { text: text + more, diagnostics, sourceText };
}

function reportCoverage(pages: readonly PageCoverage[], least: number | undefined, report: Report): void {
  if (least === undefined || coverageRatio(pages) >= least) return;
  report('coverage-low', { reached: percent(pages), least: `${least * 100}%` });
}

async function modelOf(
  options: ModelOptions,
  session: Session,
): Promise<{ model: Model; coverage: readonly PageCoverage[] }> {
  const named = options.pages ?? [];
  const { services, coverage } =
    named.length > 0
      ? await readNamed(named, options.folder, session)
      : await readConfigured(options, session);
  session.keepTexts(readConfigText(options), '');
  return { model: { irVersion, services }, coverage };
}

async function readNamed(
  patterns: readonly string[],
  folder: string,
  session: Session,
): Promise<ReadServices> {
  const pages = await readPages(patterns, folder, session.report);
  const read = await readServices(pages, {}, session.report, session.diagnostics);
  session.keepTexts(pages, '');
  if (read.services.length === 0 && pages.length > 0)
    session.report('input-nothing-read', { pages: pages.length });
  return read;
}

async function readConfigured(options: ModelOptions, session: Session): Promise<ReadServices> {
  const project = await loadProject(options, knownNames, session.report);
  if (!project) return { services: [], coverage: [] };
  const services: Service[] = [];
  const coverage: PageCoverage[] = [];
  const prefix = pathFrom(options.folder, project.folder);
  const report = relocated(session.report, prefix);
  for (const configured of selectServices(project, options.services, session.report)) {
    const pages = await readPages(pagePatterns(configured, project), project.folder, report);
    const read = await readServices(pages, configured, report, session.diagnostics);
    const [service] = read.services;
    coverage.push(...read.coverage);
    if (service) services.push(service);
    else if (pages.length > 0) report('input-nothing-read', { pages: pages.length });
    session.keepTexts(pages, prefix);
  }
  return { services, coverage };
}

function nothingNamed(model: Model, { operation, shape }: Selection): string {
  const [kind, name] =
    operation === undefined ? (['shapes', shape] as const) : (['operations', operation] as const);
  const names = namesIn(model, kind);
  const known =
    names.length > 12 ? `${names.slice(0, 12).join(', ')} and ${names.length - 12} more` : names.join(', ');
  return `Found no ${kind.slice(0, -1)} "${name}"; expected ${known || 'none'}.`;
}

/** Reads pages and tells their authors what is wrong with them, in Markdown. */
export async function reportPages(options: ModelOptions): Promise<InspectResult> {
  const { model, diagnostics, sourceText } = await readModel(options);
  if (model.services.length === 0) return { diagnostics, sourceText };
  const title = `What is wrong with the pages of ${model.services.map((service) => service.title.value).join(', ')}`;
  return { text: docBugReport({ title, diagnostics, sourceText }), diagnostics, sourceText };
}
