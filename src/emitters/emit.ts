import { lineComments } from '../render/comments.js';
import type { BoundService } from '../protocols/protocol.js';
import type { EmitOptions, EmittedFile } from './emitter.js';
import { emitters } from './registry.js';
import { runtimeFiles } from './runtime-files.js';

/** These emitters, and those that they need. */
function withNeeds(ids: readonly string[]): ReadonlySet<string> {
  const wanted = new Set(ids);
  for (const id of wanted) emitters.find((one) => one.id === id)?.needs?.forEach((need) => wanted.add(need));
  return wanted;
}

/**
 * The options with the ids of all emitters that run: these and those that they need, in the order of the registry.
 * @throws RangeError at an id that no emitter has.
 */
export function settle(ids: readonly string[], options: EmitOptions): EmitOptions {
  const unknown = ids.find((id) => !emitters.some((emitter) => emitter.id === id));
  if (unknown !== undefined) throw new RangeError(`There is no emitter ${JSON.stringify(unknown)}.`);
  const wanted = withNeeds(ids);
  return { ...options, emitters: emitters.map(({ id }) => id).filter((id) => wanted.has(id)) };
}

/** The files of some of the emitters of a package. */
export const emitFiles = (
  bound: BoundService,
  ids: readonly string[],
  options: EmitOptions,
): readonly EmittedFile[] =>
  emitters.filter(({ id }) => ids.includes(id)).flatMap((emitter) => emitter.emit(bound, options));

/** The files of all emitters of a package, with those of the runtime that they import; sorted by path. */
export const completePackage = (
  files: readonly EmittedFile[],
  { header }: EmitOptions,
): readonly EmittedFile[] =>
  [...files, ...runtimeFiles(files, lineComments(header))].sort((one, other) =>
    one.path < other.path ? -1 : 1,
  );

/**
 * The files of one generated package, before formatting.
 * @param ids the emitters to run, as in the configuration, beside those that they need; their order does not matter.
 * @throws RangeError at an id that no emitter has.
 */
export function emitService(
  bound: BoundService,
  ids: readonly string[],
  options: EmitOptions,
): readonly EmittedFile[] {
  const settled = settle(ids, options);
  return completePackage(emitFiles(bound, settled.emitters ?? [], settled), settled);
}
