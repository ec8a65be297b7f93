import { pathFrom } from '../base/paths.js';
import { readConfigText, type ConfigOptions } from '../config/load.js';
import { pagePatterns, selectServices } from '../config/project.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { collector, relocatedFinding, type Report } from '../diagnostics/report.js';
import { openSession, type Session } from '../diagnostics/session.js';
import { bindService } from '../ecosystems/bind-service.js';
import { coverageOf, coverageRatio, type PageCoverage } from '../ecosystems/coverage.js';
import { toOpenApi, unsaidInOpenApi } from '../emitters/openapi/document.js';
import { toSmithy } from '../emitters/smithy/index.js';
import { reportUnsaid } from '../emitters/unsaid.js';
import { coverageText, percent } from '../inspect/coverage.js';
import { factsOfSelection } from '../inspect/facts.js';
import { inferredText } from '../inspect/inferred.js';
import { unreadGroups, unreadText } from '../inspect/unread.js';
import type { InspectFormat } from '../inspect/formats.js';
import { namesIn, selectFrom, type Selection } from '../inspect/select.js';
import { tableOf } from '../inspect/table.js';
import { irVersion, type Model, type Service } from '../model/model.js';
import { readPages, readServices, type ServiceHints } from '../pipeline.js';
import { printJson } from '../render/json.js';
import { nothingAround } from './around.js';
import { aroundProject, loadProject } from './load-project.js';

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
  /** Show what was not understood, by its form, in the place of the model. */
  readonly unread?: boolean | undefined;
  /** List every fact that no page states. */
  readonly inferred?: boolean | undefined;
}

export interface InspectResult extends Omit<ModelResult, 'model' | 'coverage'> {
  /** The model in the form asked for; absent where there is nothing to show. */
  readonly text?: string;
}

/** The texts of a model; undefined, and reported, where a form has no place for it. */
const formats: { readonly [F in InspectFormat]: (model: Model, report: Report) => string | undefined } = {
  table: tableOf,
  ir: (model) => printJson(model),
  smithy: ({ services }, report) => printJson(toSmithy(services, report)),
  openapi: ({ services: [service, ...others] }, report) => {
    if (service && others.length === 0) {
      const bound = bindService(service, report);
      reportUnsaid(service, 'OpenAPI', unsaidInOpenApi, report);
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
  if (options.unread)
    return { text: unreadText(unreadGroups(diagnostics), sourceText), diagnostics, sourceText };
  if (model.services.length === 0) return { diagnostics, sourceText };
  if (!selected) {
    session.report('usage', { problem: nothingNamed(model, options) });
    return { diagnostics, sourceText };
  }
  reportCoverage(coverage, options.minCoverage, session.report);
  const text = formats[options.format](selected, session.report);
  if (text === undefined) return { diagnostics, sourceText };
  const more =
    options.format === 'table'
      ? factsOfSelection(model, options) +
        inferredText(selected.services, options.inferred ?? false) +
        coverageText(coverage)
      : '';
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
      ? await readPagesOf(named, options.folder, {}, session)
      : await readConfigured(options, session);
  session.keepTexts(readConfigText(options), '');
  return { model: { irVersion, services }, coverage };
}

interface ReadModel {
  /** The largest first. */
  readonly services: readonly Service[];
  readonly coverage: readonly PageCoverage[];
}

async function readConfigured(options: ModelOptions, session: Session): Promise<ReadModel> {
  const project = await loadProject(options, session.report);
  if (!project) return { services: [], coverage: [] };
  const read: ReadModel[] = [];
  const prefix = pathFrom(options.folder, project.folder);
  const around = aroundProject(project);
  for (const configured of selectServices(project, options.services, session.report)) {
    const patterns = pagePatterns(configured, project);
    read.push(await readPagesOf(patterns, project.folder, configured, session, prefix, around));
  }
  return {
    services: read.flatMap(({ services }) => services.slice(0, 1)),
    coverage: read.flatMap(({ coverage }) => coverage),
  };
}

/** @param prefix leads to the folder of the pages. */
async function readPagesOf(
  patterns: readonly string[],
  folder: string,
  hints: ServiceHints,
  session: Session,
  prefix = '',
  around = nothingAround,
): Promise<ReadModel> {
  const tell = (finding: Diagnostic) => session.add(relocatedFinding(finding, prefix));
  const { report } = collector(tell);
  const pages = await readPages(patterns, folder, report);
  const { services, fragments, findings } = await readServices(pages, hints, tell, around);
  if (services.length === 0 && pages.length > 0) report('input-nothing-read', { pages: pages.length });
  session.keepTexts(pages, prefix);
  return { services, coverage: coverageOf(fragments, findings) };
}

function nothingNamed(model: Model, { operation, shape }: Selection): string {
  const [kind, name] =
    operation === undefined ? (['shapes', shape] as const) : (['operations', operation] as const);
  const names = namesIn(model, kind);
  const known =
    names.length > 12 ? `${names.slice(0, 12).join(', ')} and ${names.length - 12} more` : names.join(', ');
  return `Found no ${kind.slice(0, -1)} "${name}"; expected ${known || 'none'}.`;
}
