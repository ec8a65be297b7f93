import fc from 'fast-check';
import type { Location, Member, Shape } from '../../src/model/model.js';
import type { Constraint, ListType, MapType, Type } from '../../src/model/types.js';
import { stringOf, type Place } from './strings.js';

export type Fields = { [name: string]: unknown };

/** What a value is made from: the shapes that types refer to, and how the language calls a member. */
export interface World {
  readonly shapes: ReadonlyMap<string, Shape>;
  key(member: Member): string;
}

/** From here on optional members are left out and lists hold as little as they may. */
const deepest = 3;

interface Spot {
  readonly world: World;
  readonly location: Location;
  readonly depth: number;
  /** The shapes that this value stands in. */
  readonly within: readonly string[];
  /** Set where no value satisfies the pattern that a page states. */
  readonly patternless?: true;
}

/**
 * Valid values for members: all of them, only the required ones, or any in between. Values keep to the published
 * constraints and to what their place can carry.
 */
export const valuesOf = (members: readonly Member[], world: World): fc.Arbitrary<Fields> =>
  membersOf(members, (member) => ({ world, location: member.location.value, depth: 0, within: [] }));

function membersOf(members: readonly Member[], spotOf: (member: Member) => Spot): fc.Arbitrary<Fields> {
  const required: { [name: string]: fc.Arbitrary<unknown> } = {};
  const optional: { [name: string]: fc.Arbitrary<unknown> } = {};
  for (const member of members) {
    const spot = spotOf(member);
    const needed = member.required?.value === true || spot.location === 'label';
    if (!needed && (spot.depth >= deepest || !feasible(member.type, spot))) continue;
    const value = satisfying(member, spot, needed);
    if (value) (needed ? required : optional)[spot.world.key(member)] = value;
  }
  const all = fc.record({ ...required, ...optional }, { noNullPrototype: true });
  const some = fc.tuple(all, fc.subarray(Object.keys(optional))).map(([value, left]) => without(value, left));
  const none = fc.record(required, { noNullPrototype: true });
  return fc.oneof(
    { arbitrary: none, weight: 2 },
    { arbitrary: some, weight: 3 },
    { arbitrary: all, weight: 2 },
  );
}

const without = (value: Fields, names: readonly string[]): Fields =>
  Object.fromEntries(Object.entries(value).filter(([name]) => !names.includes(name)));

/** Undefined for an optional member whose pattern nothing satisfies; a required one has to break it. */
function satisfying({ type }: Member, spot: Spot, needed: boolean): fc.Arbitrary<unknown> | undefined {
  try {
    return valueOf(type, spot);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return needed ? valueOf(type, { ...spot, patternless: true }) : undefined;
  }
}

/** False for a shape that stands in itself already: it could go on for ever. */
const feasible = (type: Type, { within }: Spot): boolean =>
  type.kind !== 'reference' || !within.includes(type.target) || within.length < deepest;

function valueOf(type: Type, spot: Spot): fc.Arbitrary<unknown> {
  switch (type.kind) {
    case 'string':
      return stringOf(constraintsAt(type.constraints, spot), placeOf(spot.location));
    case 'boolean':
      return fc.boolean();
    case 'integer':
      return spot.location === 'status'
        ? fc.constantFrom(200, 202)
        : whole(type.constraints, -(2 ** 31), 2 ** 31 - 1);
    case 'long':
      return whole(type.constraints, Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER);
    case 'float':
    case 'double':
      return real(type.kind, type.constraints);
    case 'timestamp':
      return timestamp(spot.location);
    case 'blob':
      return blob(type.constraints, spot.location);
    case 'file':
      return blob(type.constraints, spot.location).map((bytes) => new Blob([bytes as BlobPart]));
    case 'unknown':
    case 'document':
      return fc.jsonValue({ maxDepth: 2 }).map(plain);
    case 'list':
      return list(type, spot);
    case 'map':
      return map(type, spot);
    case 'reference':
      return reference(type.target, spot);
    case 'oneOf':
      return fc.oneof(...type.variants.map((variant) => valueOf(variant, spot)));
  }
}

const constraintsAt = (constraints: readonly Constraint[], { patternless }: Spot): readonly Constraint[] =>
  patternless ? constraints.filter(({ kind }) => kind !== 'pattern') : constraints;

const placeOf = (location: Location): Place =>
  location === 'label' ? 'label' : location === 'header' || location === 'prefixHeaders' ? 'header' : 'text';

function bounds(
  constraints: readonly Constraint[],
  kind: 'range' | 'length' | 'count',
  least: number,
  most: number,
): { readonly min: number; readonly max: number } {
  const found = constraints.flatMap((constraint) => (constraint.kind === kind ? [constraint] : []));
  return {
    min: Math.max(least, ...found.map(({ min = least }) => min)),
    max: Math.min(most, ...found.map(({ max = most }) => max)),
  };
}

function whole(constraints: readonly Constraint[], least: number, most: number): fc.Arbitrary<number> {
  const allowed = constraints.flatMap((constraint) =>
    constraint.kind === 'values' ? constraint.values : [],
  );
  if (allowed.length > 0) return fc.constantFrom(...allowed.map(Number));
  const { min, max } = bounds(constraints, 'range', least, most);
  return fc.oneof(fc.integer({ min, max }), fc.constantFrom(min, max));
}

/** JSON has no negative zero, and a float only the digits of 32 bits. */
function real(kind: 'float' | 'double', constraints: readonly Constraint[]): fc.Arbitrary<number> {
  const { min, max } = bounds(constraints, 'range', -1e30, 1e30);
  const numbers = fc.double({ min, max, noNaN: true });
  const rounded =
    kind === 'double' ? numbers : numbers.map(Math.fround).filter((value) => value >= min && value <= max);
  return rounded.map((value) => (value === 0 ? 0 : value));
}

/** Headers and queries carry whole seconds, bodies milliseconds. */
function timestamp(location: Location): fc.Arbitrary<Date> {
  const step = location === 'body' || location === 'payload' ? 1 : 1000;
  const most = Math.floor(Date.UTC(2199, 11, 31) / step);
  return fc
    .oneof(fc.integer({ min: 0, max: most }), fc.constantFrom(0, 1))
    .map((units) => new Date(units * step));
}

/** A body without bytes cannot be told from none. */
function blob(constraints: readonly Constraint[], location: Location): fc.Arbitrary<Uint8Array> {
  const { min, max } = bounds(constraints, 'length', location === 'payload' ? 1 : 0, Infinity);
  const maxLength = Math.min(max, Math.max(min, 48));
  return fc.uint8Array({ minLength: min, maxLength }).map((bytes) => new Uint8Array(bytes));
}

function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value), (key, item: unknown) => (key === '__proto__' ? undefined : item));
}

/** An empty list in a query or a header cannot be told from none. */
function list({ element, constraints }: ListType, spot: Spot): fc.Arbitrary<unknown[]> {
  const least = spot.depth === 0 && ['query', 'header'].includes(spot.location) ? 1 : 0;
  const { min, max } = bounds(constraints, 'count', least, Infinity);
  const most = spot.depth >= deepest || !feasible(element, spot) ? min : Math.min(max, Math.max(min, 3));
  if (most === 0) return fc.constant([]);
  return fc.array(valueOf(element, deeper(spot)), { minLength: min, maxLength: most });
}

function map({ key, value, constraints }: MapType, spot: Spot): fc.Arbitrary<Fields> {
  const { min, max } = bounds(constraints, 'count', 0, Infinity);
  const most = spot.depth >= deepest || !feasible(value, spot) ? min : Math.min(max, Math.max(min, 3));
  if (most === 0) return fc.constant({});
  const keys = stringOf(constraintsAt(key.constraints, spot), placeOf(spot.location)).filter(
    (name) => name !== '__proto__',
  );
  return fc.dictionary(keys, valueOf(value, deeper(spot)), {
    minKeys: min,
    maxKeys: most,
    noNullPrototype: true,
  });
}

/** A structure with some of its members; a union with exactly one. */
function reference(target: string, spot: Spot): fc.Arbitrary<unknown> {
  const shape = spot.world.shapes.get(target);
  if (!shape) return fc.constant({});
  const inside = { ...deeper(spot), within: [...spot.within, target] };
  if (shape.kind === 'structure') return membersOf(shape.members, () => inside);
  return fc.oneof(
    ...shape.members
      .filter(({ type }) => feasible(type, inside))
      .map((member) => valueOf(member.type, inside).map((value) => ({ [spot.world.key(member)]: value }))),
  );
}

/** Inside a payload or a list in a header, values are as at that place. */
const deeper = (spot: Spot): Spot => ({ ...spot, depth: spot.depth + 1 });
