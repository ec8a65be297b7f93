import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathFrom } from '../base/paths.js';
import type { Tools } from './tools.js';
import type { MadePackage } from './make.js';
import type { ProjectService } from '../config/project.js';
import { relocated, relocatedFinding, type Report } from '../diagnostics/report.js';
import type { EmittedFile } from '../emitters/emitter.js';
import { outputFolder, type OutputFile, type Plan } from '../files/plan.js';
import { readText, textOf } from '../files/text.js';
import { planEdits, planNewFiles, readSources } from '../files/user-files.js';
import type { HandlerSource } from '../handlers/read.js';
import type { LastTexts } from './last-wiring.js';
import type { HandlerWork } from './handlers.js';
import type { Session } from '../diagnostics/session.js';

/** What the user's handlers come to; nothing of either where the configuration gives them no folder. */
export interface HandlerFiles {
  /** What the folder of handlers lacks. */
  readonly plans: readonly Plan[];
  /** The file of the generated package that wires the handlers. */
  readonly maps: readonly EmittedFile[];
  /**
   * Reports what in the user's files fitted the package that is there and does not fit the one that is about to be
   * written: a compilation of each, for runs that change the types.
   */
  readonly reportFit: (files: readonly OutputFile[]) => Promise<void>;
}

/** Where a run stands, and whether it mends signature and imports of handlers that no longer fit. */
export interface HandlerOptions {
  readonly folder: string;
  readonly fix?: boolean | undefined;
}

/**
 * Reads the user's handlers and plans what their folder lacks. Files that are there are never changed, but for `fix`,
 * which mends signature and imports only.
 */
export async function addHandlers(
  made: MadePackage,
  configured: ProjectService,
  { folder, fix = false }: HandlerOptions,
  session: Session,
  tools: Tools,
): Promise<HandlerFiles> {
  const { handlers, output } = configured;
  if (handlers === undefined) return { plans: [], maps: [], reportFit: async () => undefined };
  const target = outputFolder(handlers, folder);
  const sources = await readSources(handlers);
  const work = await cachedWork(made, { ...configured, handlers }, sources, tools);
  for (const diagnostic of work.diagnostics) session.add(relocatedFinding(diagnostic, target.label));
  const mended = fix ? work.mended : [];
  const added = planNewFiles(target, work.stubs);
  const edits = planEdits(
    target,
    mended.map(({ path, text, previous }) => ({ path, content: text, previous })),
  );
  const texts = sources.map((one) => mended.find(({ path }) => path === one.path) ?? one);
  return {
    plans: [{ ...added, changes: [...added.changes, ...edits] }],
    maps: [work.map],
    reportFit: (next) =>
      reportFit(texts, { handlers, output }, next, relocated(session.report, target.label)),
  };
}

/** The work, and what it saw of the user's folders: it is the same only where that is still there, or still is not. */
interface KeptWork {
  readonly work: HandlerWork;
  readonly seen: readonly (readonly [path: string, there: boolean])[];
}

/** Reading handlers takes a compiler, so what came of the same package and the same handlers is kept. */
async function cachedWork(
  made: MadePackage,
  configured: ProjectService & { readonly handlers: string },
  sources: readonly HandlerSource[],
  { cache }: Tools,
): Promise<HandlerWork> {
  const { handlers, output } = configured;
  const ways = { toHandlers: pathFrom(output, handlers), toPackage: pathFrom(handlers, output) };
  // Without handlers there is nothing that the last package could say about them.
  const last = sources.length > 0 ? lastTexts(output) : {};
  const key = cache.key('handlers', made.key, ways, sources, last);
  const isThere = (path: string) => existsSync(resolve(handlers, path));
  const known = cache.get<KeptWork>(key);
  if (known?.value.seen.every(([path, there]) => isThere(path) === there)) return known.value.work;
  const seen = new Map<string, boolean>();
  const look = (path: string): boolean => {
    seen.set(path, isThere(path));
    return isThere(path);
  };
  const service = await made.service();
  const files = (await made.files()).map(asText);
  const { workOnHandlers } = await import('./handlers.js');
  const work = await workOnHandlers({
    service,
    files,
    sources,
    ways,
    configured,
    isThere: look,
    last,
  });
  cache.put(key, { work, seen: [...seen] } satisfies KeptWork);
  return work;
}

const lastTexts = (output: string): LastTexts => ({
  map: readText(join(output, 'handlers.ts')),
  model: readText(join(output, 'model.json')),
});

const asText = ({ path, content }: OutputFile): EmittedFile => ({ path, content: textOf(content) });

async function reportFit(
  sources: readonly HandlerSource[],
  folders: { readonly handlers: string; readonly output: string },
  files: readonly OutputFile[],
  report: Report,
): Promise<void> {
  if (sources.length === 0) return;
  const { newFaults, typeFaults } = await import('../handlers/fit.js');
  const typed = sources.map(({ path, text }) => ({ path: join(folders.handlers, path), text }));
  const modules = files.filter(({ path }) => path.endsWith('.ts')).map(asText);
  const overlay = modules.map(({ path, content }) => ({ path: join(folders.output, path), text: content }));
  const faults = newFaults(await typeFaults(typed, []), await typeFaults(typed, overlay));
  for (const { message, source } of faults) {
    const file = pathFrom(folders.handlers, source.file);
    report('handler-unfit', { problem: message }, { ...source, file });
  }
}
