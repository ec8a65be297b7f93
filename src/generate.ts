import type { DiffDocument } from './changes/document.js';
import { isAtLeast, worst } from './changes/verdict.js';
import { loadProject, readConfigText, type ConfigOptions } from './config/load.js';
import { pagePatterns, selectServices, type Project, type ProjectService } from './config/project.js';
import type { Diagnostic } from './diagnostics/diagnostic.js';
import type { FileChange } from './diagnostics/format/reporter.js';
import { relocated, type Report } from './diagnostics/report.js';
import { emitService } from './emitters/emit.js';
import type { EmitOptions, EmittedFile } from './emitters/emitter.js';
import { emitters } from './emitters/registry.js';
import { whileAlone } from './files/alone.js';
import { fileChanges } from './files/changes.js';
import { checkFiles } from './files/check.js';
import { readPages } from './files/pages.js';
import { planFiles, reportPlan, type Plan } from './files/plan.js';
import { writeNewFiles } from './files/user-files.js';
import { writeFiles } from './files/write.js';
import type { Service } from './ir/model.js';
import { bindService } from './protocols/bind.js';
import { formatFile } from './render/format.js';
import { readServices } from './services.js';
import { compareWithLast, planChangeset } from './since.js';
import { openSession, outputFolder, pathFrom, problemOf, type Session } from './session.js';
import { addHandlers, headerOf } from './user-handlers.js';

export interface GenerateOptions extends ConfigOptions {
  /** The services to generate, by id; all where absent. */
  readonly services?: readonly string[] | undefined;
  /** What becomes of the files: written, compared with what is there, or only planned. */
  readonly mode: 'write' | 'check' | 'plan';
  /** Overwrite and delete files that somebody else wrote or edited. */
  readonly force?: boolean | undefined;
  /** Mend the signature and the imports of handlers that no longer fit. */
  readonly fix?: boolean | undefined;
  /** Write what changed since the last generation into the package's CHANGELOG.md. */
  readonly changelog?: boolean | undefined;
  /** Write what changed into a file for changesets. */
  readonly changeset?: boolean | undefined;
}

/** What one service came to. */
export interface GeneratedService {
  readonly id: string;
  readonly operations: number;
  readonly shapes: number;
  /** What changed since it was last generated; absent where nothing did. */
  readonly changes?: DiffDocument;
}

export interface GenerateResult {
  readonly diagnostics: readonly Diagnostic[];
  /** Whether the configuration wants warnings to fail the run. */
  readonly strict: boolean;
  readonly services: readonly GeneratedService[];
  /** What happened, or would happen, to each file. */
  readonly files: readonly FileChange[];
  /** The text of a page that a finding names. */
  readonly sourceText: (file: string) => string | undefined;
  readonly milliseconds: number;
}

/**
 * The whole program: from the configured pages to files. Whatever is wrong with the configuration, a page or an output
 * folder is among the diagnostics of the result; a page or service at fault is left out and never ends the run.
 */
export async function generate(options: GenerateOptions): Promise<GenerateResult> {
  const started = performance.now();
  const session = openSession();
  const project = await loadProject(options, emitterIds, session.report);
  const outcomes: Outcome[] = [];
  for (const service of project ? selectServices(project, options.services, session.report) : []) {
    if (project)
      outcomes.push(await attempt(() => generateAlone(service, project, options, session), session.report));
  }
  session.keepTexts(await readConfigText(options), '');
  return {
    diagnostics: session.diagnostics,
    strict: project?.strict ?? false,
    services: outcomes.flatMap(({ service }) => service ?? []),
    files: outcomes.flatMap(({ files }) => files),
    sourceText: session.sourceText,
    milliseconds: performance.now() - started,
  };
}

/** A fault of docwright at one service does not take the others with it. */
async function attempt(work: () => Promise<Outcome>, report: Report): Promise<Outcome> {
  try {
    return await work();
  } catch (error) {
    report('internal-error', { problem: problemOf(error) });
    return { files: [] };
  }
}

/** The outputs there are, as a configuration names them. */
export const emitterIds = emitters.map(({ id }) => id);

/** Those that are made where the configuration names none. */
const usualEmitters = emitters.filter(({ optional }) => !optional).map(({ id }) => id);

interface Outcome {
  readonly service?: GeneratedService;
  readonly files: readonly FileChange[];
}

/** Two runs at once, a watch and a build say, do not read what the other is about to write. */
async function generateAlone(
  service: ProjectService,
  project: Project,
  options: GenerateOptions,
  session: Session,
): Promise<Outcome> {
  const output = outputFolder(service.output, options.folder);
  const work = () => generateService(service, project, options, session);
  return (await whileAlone(output, options.mode === 'write', session.report, work)) ?? { files: [] };
}

/** The stages, one service at a time, so that no more than one is held in memory. */
async function generateService(
  configured: ProjectService,
  project: Project,
  options: GenerateOptions,
  session: Session,
): Promise<Outcome> {
  const prefix = pathFrom(options.folder, project.folder);
  const report = relocated(session.report, prefix);
  const pages = await readPages(pagePatterns(configured, project), project.folder, report);
  const { services } = await readServices(pages, configured, report, session.diagnostics);
  const service = theService(services, pages.length, report);
  const bound = service && bindService(service, report);
  session.keepTexts(pages, prefix);
  if (!bound) {
    report('service-skipped', { service: configured.id });
    return { files: [] };
  }
  const emitted = emitService(bound, project.emitters ?? usualEmitters, emitOptions(configured));
  const target = { files: emitted, fix: options.fix ?? false };
  const handlers = await addHandlers(bound.service, configured, options.folder, session.report, target);
  const formatted = await formatFiles([...emitted, ...handlers.maps]);
  const { changes: since, files: more } = await compareWithLast(
    bound.service,
    configured,
    formatted,
    options.changelog ?? false,
  );
  if (since && isAtLeast(worst([since.views.types, since.views.server]), 'minor'))
    await handlers.reportFit(formatted);
  const output = outputFolder(configured.output, options.folder);
  const wanted = await planFiles(output, [...formatted, ...more], options.force ?? false);
  const sets =
    since && options.changeset ? await planChangeset(configured, since, project.folder, options.folder) : [];
  const plans = [...handlers.plans, ...sets, wanted];
  const told: FileChange[] = [];
  for (const plan of plans)
    if (await carryOut(plan, options.mode, session.report))
      told.push(...(await fileChanges(plan, options.mode)));
  const generated = { ...countsOf(bound.service), ...(since && { changes: since }) };
  return { service: generated, files: told };
}

/** The service that the pages are about; what else they describe, or that they describe none, is reported. */
function theService(services: readonly Service[], pages: number, report: Report): Service | undefined {
  const [service, ...others] = services;
  const left = others.map(({ id }) => id);
  if (!service && pages > 0) report('input-nothing-read', { pages });
  if (service && left.length > 0) report('services-mixed', { taken: service.id, left });
  return service;
}

const emitOptions = ({ id, packageName, packageVersion, validation }: ProjectService): EmitOptions => ({
  header: headerOf(id),
  packageName,
  packageVersion,
  ...(validation && { validation }),
});

const formatFiles = (files: readonly EmittedFile[]): Promise<readonly EmittedFile[]> =>
  Promise.all(
    files.map(async ({ path, content, formatted = false }) => ({
      path,
      content: formatted ? content : await formatFile(path, content),
    })),
  );

/** False where something was to be written and the file system refused; that is reported. */
async function carryOut(plan: Plan, mode: GenerateOptions['mode'], report: Report): Promise<boolean> {
  if (mode === 'check') await checkFiles(plan, report);
  else reportPlan(plan, report);
  if (mode !== 'write') return true;
  return await (plan.owner === 'user' ? writeNewFiles(plan, report) : writeFiles(plan, report));
}

const countsOf = ({ id, operations, shapes }: Service): GeneratedService => ({
  id,
  operations: operations.length,
  shapes: shapes.length,
});
