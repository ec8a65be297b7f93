import { haveSameRoute, pairOperations } from '../changes/compare/renames.js';
import { parseModel } from '../changes/model-file.js';
import { migrateModel } from '../ecosystems/registry.js';
import { contextOf } from '../emitters/context.js';
import type { LastWiring } from './last-wiring.js';
import type { Service } from '../model/model.js';

/** The texts of a generated package that say how it was wired; absent where it is not there. */
export interface LastTexts {
  /** `handlers.ts`. */
  readonly map?: string | undefined;
  /** `model.json`. */
  readonly model?: string | undefined;
}

/**
 * How sure a new name must be for the handler of the old one to answer it, where method and path do not say so: the
 * members of operations such as `DeleteGroup` and `ResetGroup` are the same.
 */
const sure = 0.9;

/** How the package was wired, and which of its operations have another name now. */
export async function lastWiring(
  { map, model }: LastTexts,
  service: Service,
): Promise<LastWiring | undefined> {
  if (map === undefined) return undefined;
  const parsed = model === undefined ? undefined : await parseModel(model, migrateModel);
  const last = parsed && 'model' in parsed ? parsed.model.services[0] : undefined;
  if (!last) return { map, renamed: new Map() };
  const { naming } = contextOf(last);
  const { pairs } = pairOperations(last.operations, service.operations);
  const renamed = pairs.flatMap(({ old, now, certainty }) => {
    if (certainty === undefined || (certainty < sure && !haveSameRoute(old, now))) return [];
    const { method } = naming.operation(old.name);
    return [[now.name, { name: old.name, method, certainty }] as const];
  });
  return { map, renamed: new Map(renamed) };
}
