import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathFrom } from '../base/paths.js';
import type { Remember, Tell } from '../cache/remember.js';
import type { ProjectService } from '../config/project.js';
import { collector, relocatedFinding, type Report } from '../diagnostics/report.js';
import type { EmittedFile } from '../emitters/emitter.js';
import { outputFolder, type OutputFile, type Plan } from '../files/plan.js';
import { readText, textOf } from '../files/text.js';
import { planEdits, planNewFiles, readSources } from '../files/user-files.js';
import type { HandlerSource } from './read-handlers.js';
import type { LastTexts } from './last-package.js';
import type { HandlerInput, HandlerWork } from './work.js';
import type { Service } from '../model/model.js';

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

/** The package that handlers are added to. */
export interface HandledPackage {
  /** Names all that it was made from. */
  readonly key: readonly unknown[];
  readonly files: readonly OutputFile[];
  readonly service: () => Promise<Service | undefined>;
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
  made: HandledPackage,
  configured: ProjectService,
  { folder, fix = false }: HandlerOptions,
  tell: Tell,
  remember: Remember,
): Promise<HandlerFiles> {
  const { handlers, output } = configured;
  if (handlers === undefined) return { plans: [], maps: [], reportFit: async () => undefined };
  const target = outputFolder(handlers, folder);
  const sources = await readSources(handlers);
  const tellOfHandlers: Tell = (finding) => tell(relocatedFinding(finding, target.label));
  const work = await rememberedWork(made, { ...configured, handlers }, sources, tellOfHandlers, remember);
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
    reportFit: (next) => reportFit(texts, { handlers, output }, next, collector(tellOfHandlers).report),
  };
}

/** Reading handlers takes a compiler, so what comes of the same package and the same handlers is remembered. */
function rememberedWork(
  { key, files, service }: HandledPackage,
  configured: ProjectService & { readonly handlers: string },
  sources: readonly HandlerSource[],
  tell: Tell,
  remember: Remember,
): Promise<HandlerWork> {
  const { handlers, output } = configured;
  const ways = { toHandlers: pathFrom(output, handlers), toPackage: pathFrom(handlers, output) };
  // Without handlers there is nothing that the last package could say about them.
  const last = sources.length > 0 ? lastTexts(output) : {};
  const work = remember(
    async (input: Pick<HandlerInput, 'ways' | 'sources' | 'last'>, tellOfWork, ask) => {
      const { workOnHandlers } = await import('./work.js');
      const texts = files.map(asText);
      return await workOnHandlers(
        { ...input, configured, files: texts, service: await service() },
        tellOfWork,
        ask,
      );
    },
    (input) => ['handlers', key, input],
  );
  return work({ ways, sources, last }, tell, (path) => existsSync(resolve(handlers, path)));
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
  const { newFaults, typeFaults } = await import('./fit.js');
  const typed = sources.map(({ path, text }) => ({ path: join(folders.handlers, path), text }));
  const modules = files.filter(({ path }) => path.endsWith('.ts')).map(asText);
  const overlay = modules.map(({ path, content }) => ({ path: join(folders.output, path), text: content }));
  const faults = newFaults(await typeFaults(typed, []), await typeFaults(typed, overlay));
  for (const { message, source } of faults) {
    const file = pathFrom(folders.handlers, source.file);
    report('handler-unfit', { problem: message }, { ...source, file });
  }
}
