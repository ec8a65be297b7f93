import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { collector } from '../diagnostics/report.js';
import type { EmittedFile } from '../emitters/emitter.js';
import { planHandlers, type HandlerFolders } from '../handlers/plan.js';
import type { HandlerSource } from '../handlers/read.js';
import type { Service } from '../ir/model.js';
import { lastWiring, type LastTexts } from '../last-wiring.js';
import { formatFile } from '../render/format.js';

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
  readonly header: readonly string[];
  readonly isThere: (path: string) => boolean;
  /** The package as it was generated last. */
  readonly last: LastTexts;
}

/** Plans handlers, with every file that is added in its final form. */
export async function workOnHandlers(input: HandlerInput): Promise<HandlerWork> {
  const { service, files, sources, ways, header, isThere } = input;
  const last = sources.length > 0 ? await lastWiring(input.last, service) : undefined;
  const { report, diagnostics } = collector();
  const plan = await planHandlers(service, sources, ways, header, report, { files, isThere, last });
  const [map, ...stubs] = await Promise.all([plan.map, ...plan.stubs].map(formatted));
  return { diagnostics, stubs, map: map ?? plan.map, mended: plan.mended };
}

const formatted = async ({ path, content }: EmittedFile): Promise<EmittedFile> => ({
  path,
  content: await formatFile(path, content),
});
