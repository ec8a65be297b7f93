import type { Shape } from '../../model/model.js';
import type { OneOfType, Type } from '../../model/types.js';
import type { JsonSchema } from '../json-schema/types.js';

/**
 * A type of several. Where a member tells which it is, that is said as OpenAPI says it: with the values of the member, all
 * of which have to be known.
 */
export function discriminated(
  { variants, discriminator }: OneOfType,
  schemas: readonly JsonSchema[],
  shapes: ReadonlyMap<string, Shape>,
): JsonSchema {
  const distinct = [...new Map(schemas.map((schema) => [JSON.stringify(schema), schema])).values()];
  if (!discriminator) return distinct.length === 1 ? { ...distinct[0] } : { anyOf: distinct };
  const pairs = variants.map((variant, at) => mappingOf(variant, schemas[at], discriminator.value, shapes));
  const isComplete = pairs.every((some) => some.length > 0);
  if (!isComplete) return { anyOf: distinct, 'x-discriminator': discriminator.value };
  const mapping = Object.fromEntries(pairs.flat());
  return { oneOf: distinct, discriminator: { propertyName: discriminator.value, mapping } };
}

/** The values by which one structure is told, each with where its schema is. */
function mappingOf(
  variant: Type,
  schema: JsonSchema | undefined,
  name: string,
  shapes: ReadonlyMap<string, Shape>,
): readonly (readonly [value: string, pointer: string])[] {
  const shape = variant.kind === 'reference' ? shapes.get(variant.target) : undefined;
  const member = shape?.members.find((one) => one.wireName === name || one.name === name);
  const values = member?.type.constraints.find((constraint) => constraint.kind === 'values');
  const pointer = schema?.['$ref'];
  if (values?.kind !== 'values' || typeof pointer !== 'string') return [];
  return values.values.map((value) => [String(value), pointer] as const);
}
