import type { ProjectService } from '../config/project.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { collector } from '../diagnostics/report.js';
import type { EmittedFile } from '../emitters/emitter.js';
import { planHandlers, type HandlerFolders } from '../handlers/plan.js';
import type { HandlerSource } from '../handlers/read.js';
import type { Service } from '../model/model.js';
import { lastWiring, type LastTexts } from './last-wiring.js';
import { formatFile, type Formatter } from '../render/format.js';
import { withTemplates } from '../render/templates.js';
import { headerOf } from './header.js';

/** What the user's handlers come to, as data. */
export interface HandlerWork {
  /** About places relative to the folder of handlers. */
  readonly diagnostics: readonly Diagnostic[];
  readonly stubs: readonly EmittedFile[];
  readonly map: EmittedFile;
  readonly mended: readonly (HandlerSource & { readonly previous: string })[];
}

/** What handlers are read and held against. */
export interface HandlerInput {
  readonly service: Service;
  readonly files: readonly EmittedFile[];
  readonly sources: readonly HandlerSource[];
  readonly ways: HandlerFolders;
  readonly configured: ProjectService;
  readonly isThere: (path: string) => boolean;
  /** The package as it was generated last. */
  readonly last: LastTexts;
}

/** Plans handlers, with every file that is added in its final form. */
export async function workOnHandlers(input: HandlerInput): Promise<HandlerWork> {
  const { service, files, sources, ways, configured, isThere } = input;
  const last = sources.length > 0 ? await lastWiring(input.last, service) : undefined;
  const { report, diagnostics } = collector();
  const target = { files, isThere, last };
  const plan = await withTemplates(configured.templates, () =>
    planHandlers(service, sources, ways, headerOf(configured), report, target),
  );
  const format = formattedBy(configured.formatter);
  const [map, ...stubs] = await Promise.all([plan.map, ...plan.stubs].map(format));
  return { diagnostics, stubs, map: map ?? plan.map, mended: plan.mended };
}

const formattedBy =
  (formatter: Formatter) =>
  async ({ path, content }: EmittedFile): Promise<EmittedFile> => ({
    path,
    content: await formatFile(path, content, formatter),
  });
