import { loadProject, type ConfigOptions } from './config/load.js';
import { pagePatterns, selectServices } from './config/project.js';
import type { Diagnostic } from './diagnostics/diagnostic.js';
import { relocated } from './diagnostics/report.js';
import { emitters } from './emitters/registry.js';
import { toSmithy } from './emitters/smithy/index.js';
import { readPages } from './files/pages.js';
import type { InspectFormat } from './inspect/formats.js';
import { namesIn, selectFrom, type Selection } from './inspect/select.js';
import { tableOf } from './inspect/table.js';
import { irVersion, type Model, type Service } from './ir/model.js';
import { readServices } from './services.js';
import { openSession, pathFrom, type Session } from './session.js';

/** Where services come from: named pages, or the configuration. */
export interface ModelOptions extends ConfigOptions {
  /** Folders, files and glob patterns, relative to `folder`; where absent or empty, the configured services are read. */
  readonly pages?: readonly string[] | undefined;
  /** The configured services to read, by id; all where absent. */
  readonly services?: readonly string[] | undefined;
}

export interface ModelResult {
  readonly model: Model;
  readonly diagnostics: readonly Diagnostic[];
  /** The text of a page that a finding names. */
  readonly sourceText: (file: string) => string | undefined;
}

export interface InspectOptions extends ModelOptions, Selection {
  readonly format: InspectFormat;
}

export interface InspectResult extends Omit<ModelResult, 'model'> {
  /** The model in the form asked for; absent where there is nothing to show. */
  readonly text?: string;
}

const formats: { readonly [F in InspectFormat]: (model: Model) => string } = {
  table: tableOf,
  ir: (model: Model): string => `${JSON.stringify(model, null, 2)}\n`,
  smithy: ({ services }: Model): string => `${JSON.stringify(toSmithy(services), null, 2)}\n`,
};

/** Reads pages into a model. What is wrong with pages or configuration is among the diagnostics. */
export async function readModel(options: ModelOptions): Promise<ModelResult> {
  const session = openSession();
  const model = await modelOf(options, session);
  return { model, diagnostics: session.diagnostics, sourceText: session.sourceText };
}

/** Reads pages and shows what they say. */
export async function inspect(options: InspectOptions): Promise<InspectResult> {
  const session = openSession();
  const model = await modelOf(options, session);
  const selected = selectFrom(model, options);
  const { diagnostics, sourceText } = session;
  if (model.services.length === 0) return { diagnostics, sourceText };
  if (!selected) {
    session.report('usage', { problem: nothingNamed(model, options) });
    return { diagnostics, sourceText };
  }
  return { text: formats[options.format](selected), diagnostics, sourceText };
}

async function modelOf(options: ModelOptions, session: Session): Promise<Model> {
  const named = options.pages ?? [];
  const services =
    named.length > 0
      ? await readNamed(named, options.folder, session)
      : await readConfigured(options, session);
  return { irVersion, services };
}

async function readNamed(
  patterns: readonly string[],
  folder: string,
  session: Session,
): Promise<readonly Service[]> {
  const pages = await readPages(patterns, folder, session.report);
  const { services } = await readServices(pages, {}, session.report, session.diagnostics);
  session.keepTexts(pages, '');
  if (services.length === 0 && pages.length > 0)
    session.report('input-nothing-read', { pages: pages.length });
  return services;
}

async function readConfigured(options: ModelOptions, session: Session): Promise<readonly Service[]> {
  const known = emitters.map(({ id }) => id);
  const project = await loadProject(options, known, session.report);
  if (!project) return [];
  const services: Service[] = [];
  const prefix = pathFrom(options.folder, project.folder);
  const report = relocated(session.report, prefix);
  for (const configured of selectServices(project, options.services, session.report)) {
    const pages = await readPages(pagePatterns(configured, project), project.folder, report);
    const [service] = (await readServices(pages, configured, report, session.diagnostics)).services;
    if (service) services.push(service);
    else if (pages.length > 0) report('input-nothing-read', { pages: pages.length });
    session.keepTexts(pages, prefix);
  }
  return services;
}

function nothingNamed(model: Model, { operation, shape }: Selection): string {
  const [kind, name] =
    operation === undefined ? (['shapes', shape] as const) : (['operations', operation] as const);
  const names = namesIn(model, kind);
  const known =
    names.length > 12 ? `${names.slice(0, 12).join(', ')} and ${names.length - 12} more` : names.join(', ');
  return `Found no ${kind.slice(0, -1)} "${name}"; expected ${known || 'none'}.`;
}
