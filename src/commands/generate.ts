import { once } from '../base/memoise.js';
import { pathFrom } from '../base/paths.js';
import { startStopwatch, type Stage, type StageTime } from '../base/stopwatch.js';
import { openCaches, type CacheOptions } from '../cache/open-cache.js';
import { rememberNothing } from '../cache/remember.js';
import type { DiffDocument } from '../changes/document.js';
import { readConfigText, type ConfigOptions } from '../config/load.js';
import { pagePatterns, selectServices, type Project, type ProjectService } from '../config/project.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { FileChange } from '../diagnostics/format/reporter.js';
import { collector, relocated, relocatedFinding, type Report } from '../diagnostics/report.js';
import { openSession, problemOf, type Session } from '../diagnostics/session.js';
import { whileAlone } from '../files/output-lock.js';
import { outputFolder } from '../files/plan.js';
import { makePackage, readPages, writePackage, type PackageCounts, type WriteOptions } from '../pipeline.js';
import { TemplateFault } from '../render/template-fault.js';
import type { Around, MissingEngine } from './around.js';
import { loadProject, partsOf } from './load-project.js';

export interface GenerateOptions extends ConfigOptions, CacheOptions, WriteOptions {
  /** The services to generate, by id; all where absent. */
  readonly services?: readonly string[] | undefined;
  /** Hears of each stage before it begins, for people who wait. */
  readonly progress?: ((step: Progress) => void) | undefined;
}

/** What one service came to. */
export interface GeneratedService extends PackageCounts {
  /** What changed since it was last generated; absent where nothing did. */
  readonly changes?: DiffDocument;
}

/** Where a run stands. */
export interface Progress {
  readonly stage: Stage;
  /** The id of the service at work; absent before the first. */
  readonly service?: string;
  /** Counts from 1; 0 before the first. */
  readonly number: number;
  readonly services: number;
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
  /** How long each stage took, all services together; what a cache knew took none. */
  readonly times: readonly StageTime[];
  /** The fast engines that were wanted and are not installed here. */
  readonly engines: readonly MissingEngine[];
}

/**
 * From the configured pages to files. Whatever is wrong with the configuration, a page or an output folder is among the
 * diagnostics of the result; a page or service at fault is left out and never ends the run.
 */
export async function generate(options: GenerateOptions): Promise<GenerateResult> {
  const started = performance.now();
  const session = openSession();
  const caches = openCaches(options);
  const steps = stepsOf(options);
  const clock = startStopwatch(steps.told);
  const engines = new Map<string, MissingEngine>();
  const missing = (engine: MissingEngine) => void engines.set(engine.package, engine);
  const project = await clock.time('loadProject', () => loadProject(options, session.report, caches.of));
  const { folder = '', cache, plugins = [] } = project ?? {};
  // Nobody knows by which code plug-ins are, and a changed one must not take the results of another.
  const remember = plugins.length > 0 ? rememberNothing : caches.of(folder, cache);
  const parts = once(() => partsOf(plugins));
  const around = { time: clock.time, remember, missing, parts };
  const outcomes = project ? await generateAll({ project, options, session, around }, steps) : [];
  session.keepTexts(readConfigText(options), '');
  await caches.close();
  return {
    diagnostics: session.diagnostics,
    strict: project?.strict ?? false,
    services: outcomes.flatMap(({ service }) => service ?? []),
    files: outcomes.flatMap(({ files }) => files),
    sourceText: session.sourceText,
    milliseconds: performance.now() - started,
    times: clock.times(),
    engines: [...engines.values()],
  };
}

/** What all services of a run share. */
interface Run {
  readonly project: Project;
  readonly options: GenerateOptions;
  readonly session: Session;
  readonly around: Around;
}

/** What one service came to, and its files; no service where the pages describe none. */
interface Outcome {
  readonly service?: GeneratedService;
  readonly files: readonly FileChange[];
}

/** One service at a time, so that no more than one is held in memory. */
async function generateAll(run: Run, { begin }: Steps): Promise<readonly Outcome[]> {
  const { project, options, session } = run;
  const chosen = selectServices(project, options.services, session.report);
  const outcomes: Outcome[] = [];
  for (const [index, service] of chosen.entries()) {
    begin(service.id, index + 1, chosen.length);
    outcomes.push(await attempt(() => generateAlone(service, run), service, run));
  }
  return outcomes;
}

interface Steps {
  readonly begin: (service: string, number: number, services: number) => void;
  readonly told: (stage: Stage) => void;
}

/** Tells of each stage with the service that it is about. */
function stepsOf({ progress }: GenerateOptions): Steps {
  let at: Omit<Progress, 'stage'> = { number: 0, services: 0 };
  return {
    begin: (service: string, number: number, services: number) => void (at = { service, number, services }),
    told: (stage: Stage) => progress?.({ stage, ...at }),
  };
}

/** A fault of docwright at one service does not take the others with it. */
async function attempt(
  work: () => Promise<Outcome>,
  { templates }: ProjectService,
  { session, project, options }: Run,
): Promise<Outcome> {
  try {
    return await work();
  } catch (error) {
    const prefix = pathFrom(options.folder, project.folder);
    const isTold = reportTemplateFault(error, relocated(session.report, prefix));
    if (!isTold) session.report('internal-error', { problem: problemOf(error) });
    session.keepTexts(
      templates.map(({ file, text }) => ({ path: file, text })),
      prefix,
    );
    return { files: [] };
  }
}

/** False for what is no fault of a user's template. */
function reportTemplateFault(error: unknown, report: Report): boolean {
  if (!(error instanceof TemplateFault) || !error.place) return false;
  const { line, column } = error.place;
  report('template-fault', { problem: error.problem }, { ...error.place, endLine: line, endColumn: column });
  return true;
}

/** Two runs at once, a watch and a build say, do not read what the other is about to write. */
async function generateAlone(service: ProjectService, run: Run): Promise<Outcome> {
  const { folder, mode } = run.options;
  const output = outputFolder(service.output, folder);
  const work = () => generateService(service, run);
  return (await whileAlone(output, mode === 'write', run.session.report, work)) ?? { files: [] };
}

/** One service: its pages are read, a package is made of them, and its files are written. */
async function generateService(asConfigured: ProjectService, run: Run): Promise<Outcome> {
  const { project, options, session, around } = run;
  const configured = options.force ? { ...asConfigured, minCoverage: 0 } : asConfigured;
  const prefix = pathFrom(options.folder, project.folder);
  const tell = (finding: Diagnostic) => session.add(relocatedFinding(finding, prefix));
  const patterns = pagePatterns(configured, project);
  const pages = await readPages(patterns, project.folder, collector(tell).report, around);
  const input = { pages, configured, project };
  const made = await makePackage(input, tell, around);
  session.keepTexts(pages, prefix);
  if (!made) return { files: [] };
  const { files, changes } = await writePackage(made, input, options, session.add, around);
  return { service: { ...made.counts, ...(changes && { changes }) }, files };
}
