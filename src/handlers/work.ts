import type { Ask, Tell } from '../cache/remember.js';
import { headerOf, type ProjectService } from '../config/project.js';
import { collector } from '../diagnostics/report.js';
import type { EmittedFile } from '../emitters/emitter.js';
import { planHandlers, type HandlerFolders } from './plan.js';
import type { HandlerSource } from './read-handlers.js';
import type { Service } from '../model/model.js';
import { lastWiring, type LastTexts } from './last-package.js';
import { formatFile, type Formatter } from '../render/format.js';
import { withTemplates } from '../render/templates.js';

/** What the user's handlers come to, as data. */
export interface HandlerWork {
  readonly stubs: readonly EmittedFile[];
  readonly map: EmittedFile;
  readonly mended: readonly (HandlerSource & { readonly previous: string })[];
}

/** What handlers are read and held against. */
export interface HandlerInput {
  readonly service: Service | undefined;
  readonly files: readonly EmittedFile[];
  readonly sources: readonly HandlerSource[];
  readonly ways: HandlerFolders;
  readonly configured: ProjectService;
  /** The package as it was generated last. */
  readonly last: LastTexts;
}

/**
 * Plans handlers, with every file that is added in its final form.
 * @param tell is given findings, about places relative to the folder of handlers.
 * @param isThere whether there is a file at a path, relative to the folder of handlers.
 */
export async function workOnHandlers(
  { service, files, sources, ways, configured, last: texts }: HandlerInput,
  tell: Tell,
  isThere: Ask,
): Promise<HandlerWork> {
  if (!service) throw new Error('handlers need a service');
  const last = sources.length > 0 ? await lastWiring(texts, service) : undefined;
  const { report } = collector(tell);
  const target = { files, isThere: (path: string) => isThere(path) === true, last };
  const plan = await withTemplates(configured.templates, () =>
    planHandlers(service, sources, ways, headerOf(configured), report, target),
  );
  const format = formattedBy(configured.formatter);
  const [map, ...stubs] = await Promise.all([plan.map, ...plan.stubs].map(format));
  return { stubs, map: map ?? plan.map, mended: plan.mended };
}

const formattedBy =
  (formatter: Formatter) =>
  async ({ path, content }: EmittedFile): Promise<EmittedFile> => ({
    path,
    content: await formatFile(path, content, formatter),
  });
