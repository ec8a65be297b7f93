import { openCaches, type CacheOptions, type Caches } from './cache/caches.js';
import { configMemory } from './cache/config.js';
import { makePackage, type MadePackage, type PackageCounts } from './package/make.js';
import type { MissingEngine, Tools } from './package/tools.js';
import type { DiffDocument } from './changes/document.js';
import { isAtLeast, worst } from './changes/verdict.js';
import { loadProject, readConfigText, type ConfigOptions } from './config/load.js';
import { pagePatterns, selectServices, type Project, type ProjectService } from './config/project.js';
import type { Diagnostic } from './diagnostics/diagnostic.js';
import type { FileChange } from './diagnostics/format/reporter.js';
import { relocated, relocatedFinding, type Report } from './diagnostics/report.js';
import type { EmittedFile } from './emitters/emitter.js';
import { whileAlone } from './files/alone.js';
import { fileChanges } from './files/changes.js';
import { checkFiles } from './files/check.js';
import { isCurrent, type KnownFile } from './files/current.js';
import { readPages } from './files/pages.js';
import { labelOf, planFiles, reportPlan, type Plan } from './files/plan.js';
import { writeNewFiles } from './files/user-files.js';
import { writeFiles } from './files/write.js';
import { knownNames } from './known-names.js';
import { TemplateFault } from './render/template-fault.js';
import { hashOf } from './files/text.js';
import { compareWithLast, keptChangelog, planChangeset } from './package/since.js';
import { openSession, outputFolder, pathFrom, problemOf, type Session } from './session.js';
import { startStopwatch, type Stage, type StageTime } from './stopwatch.js';
import { addHandlers, type HandlerFiles } from './package/user-handlers.js';

export interface GenerateOptions extends ConfigOptions, CacheOptions {
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
  /** Hears of each stage before it begins, for people who wait. */
  readonly progress?: ((step: Progress) => void) | undefined;
}

export type { Stage, StageTime } from './stopwatch.js';

/** Where a run stands. */
export interface Progress {
  readonly stage: Stage;
  /** The id of the service at work; absent before the first. */
  readonly service?: string;
  /** Counts from 1; 0 before the first. */
  readonly number: number;
  readonly services: number;
}

/** What one service came to. */
export interface GeneratedService extends PackageCounts {
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
  /** How long each stage took, all services together; what a cache knew took none. */
  readonly times: readonly StageTime[];
  /** The fast engines that were wanted and are not installed here. */
  readonly engines: readonly MissingEngine[];
}

/**
 * The whole program: from the configured pages to files. Whatever is wrong with the configuration, a page or an output
 * folder is among the diagnostics of the result; a page or service at fault is left out and never ends the run.
 */
export async function generate(options: GenerateOptions): Promise<GenerateResult> {
  const started = performance.now();
  const session = openSession();
  const caches = openCaches(options);
  const steps = stepsOf(options);
  const clock = startStopwatch(steps.told);
  const load = () => loadProject(options, knownNames, session.report, configMemory(caches));
  const project = await clock.time('loadProject', load);
  const engines = new Map<string, MissingEngine>();
  const missing = (engine: MissingEngine) => void engines.set(engine.package, engine);
  const shared = project && { project, options, session, clock, missing };
  const outcomes = shared ? await generateAll(shared, caches, steps) : [];
  session.keepTexts(await readConfigText(options), '');
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

/** One service at a time, so that no more than one is held in memory. */
async function generateAll(
  shared: Omit<Run, 'cache'>,
  caches: Caches,
  { begin }: Steps,
): Promise<readonly Outcome[]> {
  const { project, options, session } = shared;
  const run = { ...shared, cache: caches.of(project.folder, project.cache) };
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
  { session, project, options }: Omit<Run, 'cache'>,
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

interface Outcome {
  readonly service?: GeneratedService;
  readonly files: readonly FileChange[];
}

/** What all services of a run share. */
interface Run extends Tools {
  readonly project: Project;
  readonly options: GenerateOptions;
  readonly session: Session;
}

/** Two runs at once, a watch and a build say, do not read what the other is about to write. */
async function generateAlone(service: ProjectService, run: Run): Promise<Outcome> {
  const { folder, mode } = run.options;
  const output = outputFolder(service.output, folder);
  const work = () => generateService(service, run);
  return (await whileAlone(output, mode === 'write', run.session.report, work)) ?? { files: [] };
}

/** The stages of one service; what makes a package of pages is in `build-package.ts`. */
async function generateService(configured: ProjectService, run: Run): Promise<Outcome> {
  const { project, options, session, clock } = run;
  const prefix = pathFrom(options.folder, project.folder);
  const report = relocated(session.report, prefix);
  const tell = (finding: Diagnostic) => session.add(relocatedFinding(finding, prefix));
  const patterns = pagePatterns(configured, project);
  const pages = await clock.time('readPages', () => readPages(patterns, project.folder, report));
  const made = await makePackage({ pages, configured, project }, tell, run);
  session.keepTexts(pages, prefix);
  return made ? await generateFiles(made, configured, run) : { files: [] };
}

/** From a package that is ready to files, the user's own handlers among them. */
async function generateFiles(made: MadePackage, configured: ProjectService, run: Run): Promise<Outcome> {
  const { options, session, clock } = run;
  const work = () => addHandlers(made, configured, options, session, run);
  const handlers = await clock.time('addHandlers', work);
  const current = await clock.time('planFiles', () => unchangedFiles(made, handlers, configured, run));
  if (!current) return await changeFiles(made, handlers, configured, run);
  const told = await carryOutAll(handlers.plans, run);
  return { service: made.counts, files: [...told, ...current] };
}

/** The files of a folder that is what it should be; undefined where it has to be looked at more closely. */
async function unchangedFiles(
  made: MadePackage,
  { maps }: HandlerFiles,
  configured: ProjectService,
  { options }: Run,
): Promise<readonly FileChange[] | undefined> {
  const known = await made.known();
  if (!known) return undefined;
  const output = outputFolder(configured.output, options.folder);
  const kept = await keptChangelog(configured);
  const wanted = [...known, ...[...maps, ...kept].map(knownFile)];
  if (!(await isCurrent(output.path, wanted, options.mode === 'check'))) return undefined;
  const paths = wanted.map(({ path }) => path).sort();
  return paths.map((path) => ({ path: labelOf(output, path), action: 'unchanged' }));
}

const knownFile = ({ path, content }: EmittedFile): KnownFile => ({
  path,
  hash: hashOf(content),
  bytes: Buffer.from(content),
});

async function changeFiles(
  made: MadePackage,
  handlers: HandlerFiles,
  configured: ProjectService,
  run: Run,
): Promise<Outcome> {
  const { project, options, clock } = run;
  const { folder, force = false, changelog = false, changeset = false } = options;
  const files = [...(await made.files()), ...handlers.maps];
  const service = async () => (await made.emitted()).service;
  const compare = () => compareWithLast(service, configured, files, changelog, run.cache);
  const { changes: since, files: more } = await clock.time('compareWithLast', compare);
  if (since && isAtLeast(worst([since.views.types, since.views.server]), 'minor'))
    await handlers.reportFit(files);
  const output = outputFolder(configured.output, folder);
  const wanted = await clock.time('planFiles', () => planFiles(output, [...files, ...more], force));
  const sets = since && changeset ? await planChangeset(configured, since, project.folder, folder) : [];
  const told = await clock.time('writeFiles', () => carryOutAll([...handlers.plans, ...sets, wanted], run));
  return { service: { ...made.counts, ...(since && { changes: since }) }, files: told };
}

async function carryOutAll(
  plans: readonly Plan[],
  { options: { mode }, session }: Run,
): Promise<readonly FileChange[]> {
  const told: FileChange[] = [];
  for (const plan of plans)
    if (await carryOut(plan, mode, session.report)) told.push(...(await fileChanges(plan, mode)));
  return told;
}

/** False where something was to be written and the file system refused; that is reported. */
async function carryOut(plan: Plan, mode: GenerateOptions['mode'], report: Report): Promise<boolean> {
  if (mode === 'check') await checkFiles(plan, report);
  else reportPlan(plan, report);
  if (mode !== 'write') return true;
  return await (plan.owner === 'user' ? writeNewFiles(plan, report) : writeFiles(plan, report));
}
