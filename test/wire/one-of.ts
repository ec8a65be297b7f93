import fc from 'fast-check';
import type { Member } from '../../src/model/model.js';
import type { OneOfType, Type } from '../../src/model/types.js';
import { type Fields, type Spot, valueOf } from './arbitraries.js';

/** Values of one of several types, of which nobody could say that they are of another. */
export function someOf(type: OneOfType, spot: Spot): fc.Arbitrary<unknown> {
  const clear = clearVariants(type.variants);
  return fc.oneof(...clear.map((variant) => tellable(variant, type, spot)));
}

const isOf = (kinds: readonly Type['kind'][]) => (type: Type) => kinds.includes(type.kind);

/** What other variants can be read as as well, such as a time beside a text, is left out. */
function clearVariants(variants: readonly Type[]): readonly Type[] {
  const hasText = variants.some(isOf(['string']));
  const vague: readonly Type['kind'][] = [
    'unknown',
    'document',
    ...(hasText ? (['timestamp', 'blob'] as const) : []),
  ];
  const clear = variants.filter((variant) => !vague.includes(variant.kind));
  return clear.length > 0 ? clear : variants;
}

function tellable(variant: Type, type: OneOfType, spot: Spot): fc.Arbitrary<unknown> {
  const values = valueOf(variant, spot);
  if (variant.kind === 'reference' && type.discriminator) {
    return named(values, variant.target, type.discriminator.value, spot);
  }
  if (spot.carrier.isJson) return values;
  if (variant.kind === 'string') return values.filter((text) => !isVague(String(text)));
  // One value alone is no list.
  return variant.kind === 'list' ? values.filter((list) => Array.isArray(list) && list.length > 1) : values;
}

/** A text that may as well be a number, a truth value, a time or JSON. */
const isVague = (text: string): boolean =>
  text === '' ||
  !Number.isNaN(Number(text)) ||
  !Number.isNaN(Date.parse(text)) ||
  /^(?:true|false|[[{"].*)$/s.test(text);

/** With the member that says which of several structures it is. */
function named(
  values: fc.Arbitrary<unknown>,
  target: string,
  name: string,
  { world }: Spot,
): fc.Arbitrary<unknown> {
  const member = world.shapes.get(target)?.members.find((one) => one.name === name || one.wireName === name);
  const names = member ? allowed(member) : [];
  if (!member || names.length === 0) return values;
  const value = fc.constantFrom(...names);
  return fc.tuple(values, value).map(([fields, id]) => ({ ...(fields as Fields), [world.key(member)]: id }));
}

const allowed = ({ type }: Member): readonly (string | number)[] =>
  type.constraints.flatMap((constraint) => (constraint.kind === 'values' ? constraint.values : []));
