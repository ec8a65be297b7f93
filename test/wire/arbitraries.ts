import fc from 'fast-check';
import { type Direction, membersFor } from '../../src/emitters/directions.js';
import type { Member, Shape } from '../../src/model/model.js';
import type { Constraint, ListType, MapType, Type } from '../../src/model/types.js';
import { type Carrier, carrierAt } from './carriers.js';
import { someOf } from './one-of.js';
import { bounds, scalarOf } from './scalar-values.js';
import { stringOf } from './strings.js';

export type Fields = { [name: string]: unknown };

/** What a value is made from: the shapes that types refer to, and how the language calls a member. */
export interface World {
  readonly shapes: ReadonlyMap<string, Shape>;
  key(member: Member): string;
}

/** From here on optional members are left out and lists hold as little as they may. */
const deepest = 3;

/** No type whose values end goes deeper. */
const endless = 20;

export interface Spot {
  readonly world: World;
  readonly direction: Direction;
  readonly carrier: Carrier;
  readonly depth: number;
  /** Set where no value satisfies the pattern that a page states. */
  readonly patternless?: true;
}

/**
 * Valid values for members: all of them, only the required ones, or any in between. Values keep to the published
 * constraints and to what their place can carry. Throws a `RangeError` where there are none.
 */
export const valuesOf = (
  members: readonly Member[],
  world: World,
  direction: Direction = 'input',
  carrierOf: (member: Member) => Carrier = carrierAt,
): fc.Arbitrary<Fields> =>
  membersOf(membersFor(members, direction), (member) => ({
    world,
    direction,
    carrier: carrierOf(member),
    depth: 0,
  }));

function membersOf(members: readonly Member[], spotOf: (member: Member) => Spot): fc.Arbitrary<Fields> {
  const required: { [name: string]: fc.Arbitrary<unknown> } = {};
  const optional: { [name: string]: fc.Arbitrary<unknown> } = {};
  for (const member of members) {
    const spot = spotOf(member);
    const needed = isNeeded(member, spot);
    if (!needed && isTooDeep(member, spot)) continue;
    const value = satisfying(member, spot, needed);
    if (value) (needed ? required : optional)[spot.world.key(member)] = value;
  }
  const all = fc.record({ ...required, ...optional }, { noNullPrototype: true });
  const some = fc.tuple(all, fc.subarray(Object.keys(optional))).map(([value, left]) => without(value, left));
  const none = fc.record(required, { noNullPrototype: true });
  const [first] = members;
  // In a query, an object without members is nothing.
  const mayBeEmpty = !first || Object.keys(required).length > 0 || isCarriedEmpty(spotOf(first));
  if (!mayBeEmpty) return all;
  return fc.oneof(
    { arbitrary: none, weight: 2 },
    { arbitrary: some, weight: 3 },
    { arbitrary: all, weight: 2 },
  );
}

const isCarriedEmpty = ({ carrier, depth }: Spot): boolean => depth === 0 || carrier.isJson;

const isNeeded = ({ required }: Member, { depth, carrier }: Spot): boolean =>
  required?.value === true || (depth === 0 && carrier.needed === true);

/** What has no text of its own can go on for ever. */
const isTooDeep = ({ type }: Member, { depth, carrier }: Spot): boolean =>
  depth >= deepest &&
  (carrier.isJson || ['list', 'map', 'reference', 'oneOf'].includes(type.kind) || depth >= endless);

const without = (value: Fields, names: readonly string[]): Fields =>
  Object.fromEntries(Object.entries(value).filter(([name]) => !names.includes(name)));

/** Undefined for an optional member whose pattern nothing satisfies; a required one has to break it. */
function satisfying({ type }: Member, spot: Spot, needed: boolean): fc.Arbitrary<unknown> | undefined {
  if (spot.depth === 0 && spot.carrier.values) return fc.constantFrom(...spot.carrier.values);
  try {
    return valueOf(type, spot);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return needed ? valueOf(type, { ...spot, patternless: true }) : undefined;
  }
}

/** Null is a value of its own in JSON alone. */
export function valueOf(type: Type, spot: Spot): fc.Arbitrary<unknown> {
  const value = presentOf(type, spot);
  return type.nullable && spot.carrier.isJson ? fc.option(value, { freq: 4 }) : value;
}

function presentOf(type: Type, spot: Spot): fc.Arbitrary<unknown> {
  switch (type.kind) {
    case 'list':
      return list(type, spot);
    case 'map':
      return map(type, spot);
    case 'reference':
      return reference(type.target, spot);
    case 'oneOf':
      return someOf(type, spot);
    default:
      return scalarOf(type, constraintsAt(type.constraints, spot), spot.carrier);
  }
}

const constraintsAt = (constraints: readonly Constraint[], { patternless }: Spot): readonly Constraint[] =>
  patternless ? constraints.filter(({ kind }) => kind !== 'pattern') : constraints;

/** An empty list in a query or a header cannot be told from none. */
function list({ element, constraints }: ListType, spot: Spot): fc.Arbitrary<unknown[]> {
  const least = spot.carrier.isJson ? 0 : spot.carrier.least;
  const { min, max } = bounds(constraints, 'count', least, Infinity);
  const most = spot.depth >= deepest ? min : Math.min(max, Math.max(min, 3));
  if (most === 0) return fc.constant([]);
  const inside = deeper(spot, spot.carrier.within(element, 'list'));
  return fc.array(valueOf(element, inside), { minLength: min, maxLength: most });
}

function map({ key, value, constraints }: MapType, spot: Spot): fc.Arbitrary<Fields> {
  const least = spot.carrier.isJson ? 0 : spot.carrier.least;
  const { min, max } = bounds(constraints, 'count', least, Infinity);
  const most = spot.depth >= deepest ? min : Math.min(max, Math.max(min, 3));
  if (most === 0) return fc.constant({});
  const keys = stringOf(constraintsAt(key.constraints, spot), spot.carrier.keys).filter(
    (name) => name !== '__proto__',
  );
  const inside = deeper(spot, spot.carrier.within(value, 'object'));
  return fc.dictionary(keys, valueOf(value, inside), { minKeys: min, maxKeys: most, noNullPrototype: true });
}

/** A structure with some of its members; a union with exactly one. */
function reference(target: string, spot: Spot): fc.Arbitrary<unknown> {
  const shape = spot.world.shapes.get(target);
  if (!shape) return fc.constant({});
  if (spot.depth > endless) throw new RangeError(`Values of ${target} do not end.`);
  const members = membersFor(shape.members, spot.direction);
  const spotOf = ({ type }: Member): Spot => deeper(spot, spot.carrier.within(type, 'object'));
  if (shape.kind === 'structure') return membersOf(members, spotOf);
  const finite = members.filter((member) => spot.depth < deepest || !isTooDeep(member, spotOf(member)));
  return fc.oneof(
    ...(finite.length > 0 ? finite : members).map((member) =>
      valueOf(member.type, spotOf(member)).map((value) => ({ [spot.world.key(member)]: value })),
    ),
  );
}

const deeper = (spot: Spot, carrier: Carrier): Spot => ({ ...spot, carrier, depth: spot.depth + 1 });
