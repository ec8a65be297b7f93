import fc from 'fast-check';
import type { Constraint, ScalarType, TimestampType } from '../../src/model/types.js';
import type { Carrier } from './carriers.js';
import { stringOf } from './strings.js';

/** Values of types that hold no other. Throws a `RangeError` where none is valid. */
export function scalarOf(
  type: ScalarType | TimestampType,
  constraints: readonly Constraint[],
  carrier: Carrier,
): fc.Arbitrary<unknown> {
  switch (type.kind) {
    case 'string':
      return stringOf(constraints, carrier.strings, type.format?.value);
    case 'boolean':
      return fc.boolean();
    case 'integer':
      return whole(constraints, -(2 ** 31), 2 ** 31 - 1);
    case 'long':
      return whole(constraints, Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER);
    case 'float':
    case 'double':
      return real(type.kind, constraints);
    case 'timestamp':
      return timestamp(type.format?.value === 'httpDate' ? 1000 : carrier.step);
    case 'blob':
      return blob(constraints, carrier.least);
    case 'file':
      if (!carrier.takesFiles) throw new RangeError('A file cannot stand here.');
      return fc
        .tuple(blob(constraints, carrier.least), fc.constantFrom('image/png', 'text/x-log'))
        .map(([bytes, media]) => new Blob([bytes], { type: media }));
    case 'unknown':
    case 'document':
      return carrier.isJson ? documents : stringOf([], carrier.strings);
  }
}

/** Any JSON but null, which is nothing where a value is not said to be nullable. */
const documents = fc
  .jsonValue({ maxDepth: 2 })
  .map(plain)
  .filter((value) => value !== null);

function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value), (key, item: unknown) => (key === '__proto__' ? undefined : item));
}

/** The tightest bounds that constraints of one kind say. */
export function bounds(
  constraints: readonly Constraint[],
  kind: 'range' | 'length' | 'count',
  least: number,
  most: number,
): { readonly min: number; readonly max: number } {
  const found = constraints.flatMap((constraint) => (constraint.kind === kind ? [constraint] : []));
  const min = Math.max(least, ...found.map(({ min = least }) => min));
  const max = Math.min(most, ...found.map(({ max = most }) => max));
  if (min > max) throw new RangeError(`No ${kind} is between ${min} and ${max}.`);
  return { min, max };
}

/** The numbers that are allowed, or their sums where they are bits; undefined where any is. */
function allowedNumbers(constraints: readonly Constraint[]): fc.Arbitrary<number> | undefined {
  const [stated] = constraints.flatMap((constraint) => (constraint.kind === 'values' ? [constraint] : []));
  const numbers = stated?.values.map((value) => (String(value).trim() ? Number(value) : NaN)) ?? [];
  if (numbers.length === 0 || !numbers.every(Number.isFinite)) return undefined;
  if (!stated?.flags) return fc.constantFrom(...numbers);
  const bits = numbers.filter((number) => number < 2 ** 31);
  return fc.subarray(bits).map((some) => Number(some.reduce((sum, bit) => sum | BigInt(bit), 0n)));
}

function whole(constraints: readonly Constraint[], least: number, most: number): fc.Arbitrary<number> {
  const allowed = allowedNumbers(constraints);
  if (allowed) return allowed;
  const limits = bounds(constraints, 'range', least, most);
  const [min, max] = [Math.ceil(limits.min), Math.floor(limits.max)];
  return fc.oneof(fc.integer({ min, max }), fc.constantFrom(min, max));
}

/** JSON has no negative zero, and a float only the digits of 32 bits. */
function real(kind: 'float' | 'double', constraints: readonly Constraint[]): fc.Arbitrary<number> {
  const allowed = allowedNumbers(constraints);
  if (allowed) return allowed;
  const { min, max } = bounds(constraints, 'range', -1e30, 1e30);
  const numbers = fc.double({ min, max, noNaN: true });
  const rounded =
    kind === 'double' ? numbers : numbers.map(Math.fround).filter((value) => value >= min && value <= max);
  return rounded.map((value) => (value === 0 ? 0 : value));
}

/** Headers and queries of some protocols carry whole seconds, bodies milliseconds. */
function timestamp(step: number): fc.Arbitrary<Date> {
  const most = Math.floor(Date.UTC(2199, 11, 31) / step);
  return fc
    .oneof(fc.integer({ min: 0, max: most }), fc.constantFrom(0, 1))
    .map((units) => new Date(units * step));
}

function blob(constraints: readonly Constraint[], least: number): fc.Arbitrary<Uint8Array<ArrayBuffer>> {
  const { min, max } = bounds(constraints, 'length', least, Infinity);
  const maxLength = Math.min(max, Math.max(min, 48));
  return fc.uint8Array({ minLength: min, maxLength }).map((bytes) => new Uint8Array(bytes));
}
