import { convert, type Conversion } from '../../../../../runtime/codecs/json.js';
import { readBodyMembers, readStrictly } from '../../../../../runtime/codecs/json-strict.js';
import { writingValues } from '../../../../../runtime/codecs/json-values.js';
import {
  type Fields,
  isFields,
  type NamedMember,
  own,
  placesOf,
  put,
  resolve,
} from '../../../../../runtime/schema/members.js';
import type { OperationSchema, SchemaReference } from '../../../../../runtime/schema/schema.js';

/** `params` of a call: by position or by name, as the operation says, or one value that is all of it. */
export function writeParams({ input, positional }: OperationSchema, given: unknown): unknown {
  const { payload, body } = placesOf(input);
  const [whole] = payload;
  if (whole) return wrapped(whole, valueOf(given, whole, writingValues));
  const values = body.map((member) => valueOf(given, member, writingValues));
  if (positional) return withoutRest(values).map((value) => value ?? null);
  const named: Fields = {};
  body.forEach(([name, { wire = name }], at) => {
    if (values[at] !== undefined) put(named, wire, values[at]);
  });
  return named;
}

/** Converted; null only where that is a value. */
function valueOf(given: unknown, [name, member]: NamedMember, conversion: Conversion): unknown {
  const value = own(given, name);
  if (value !== undefined) return convert(member.schema, value, conversion);
  return member.nullable && isFields(given) && given[name] === null ? null : undefined;
}

/** What is left out at the end of a list is not there; before that it is null. */
function withoutRest(values: readonly unknown[]): readonly unknown[] {
  let end = values.length;
  while (end > 0 && values[end - 1] === undefined) end -= 1;
  return values.slice(0, end);
}

/** Parameters are an object or a list, so that a single value stands in a list. */
function wrapped([, { schema }]: NamedMember, value: unknown): unknown {
  if (isStructured(schema)) return value ?? {};
  return value === undefined ? [] : [value];
}

function isStructured(reference: SchemaReference): boolean {
  const schema = resolve(reference);
  if (typeof schema !== 'object' || schema.kind === 'timestamp') return false;
  return schema.kind !== 'oneOf' || schema.variants.every(isStructured);
}

/**
 * The input that parameters stand for, whichever of the two forms they have. Throws a `SyntaxError` where they are not what
 * the operation takes.
 */
export function readParams({ input }: OperationSchema, params: unknown): Fields {
  const { payload, body } = placesOf(input);
  const [whole] = payload;
  if (whole) return readWhole(whole, params);
  if (!Array.isArray(params)) return readBodyMembers(body, isFields(params) ? params : {});
  if (params.length > body.length)
    throw new SyntaxError(`There are ${params.length} parameters; the method takes ${body.length}.`);
  const named: Fields = {};
  for (const [at, [name, { wire = name }]] of body.entries())
    if (at < params.length) put(named, wire, params[at]);
  return readBodyMembers(body, named);
}

function readWhole([name, { schema, nullable }]: NamedMember, params: unknown): Fields {
  const isAlone = Array.isArray(params) && !isStructured(schema);
  const value: unknown = isAlone ? params[0] : params;
  const result: Fields = {};
  if (value === null && nullable) put(result, name, null);
  else if (value !== undefined && value !== null) put(result, name, readStrictly(schema, value));
  return result;
}
