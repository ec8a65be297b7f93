import type { BoundService } from '../protocols/protocol.js';
import type { EmitOptions, EmittedFile } from './emitter.js';
import { emitters } from './registry.js';

/**
 * The files of one generated package.
 * @param ids the emitters to run, as in the configuration; their order does not matter.
 * @throws RangeError at an id that no emitter has.
 */
export function emitService(
  bound: BoundService,
  ids: readonly string[],
  options: EmitOptions,
): readonly EmittedFile[] {
  const unknown = ids.find((id) => !emitters.some((emitter) => emitter.id === id));
  if (unknown !== undefined) throw new RangeError(`There is no emitter ${JSON.stringify(unknown)}.`);
  return emitters
    .filter(({ id }) => ids.includes(id))
    .flatMap((emitter) => [...emitter.emit(bound, options)]);
}
