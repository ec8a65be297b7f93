import {
  type Fields,
  isFields,
  isSet,
  membersOf,
  type NamedMember,
  own,
  put,
  resolve,
} from '../schema/members.js';
import type {
  ListSchema,
  MapSchema,
  OneOfSchema,
  Schema,
  SchemaReference,
  StructureSchema,
} from '../schema/schema.js';
import { fromBase64, isTimestamp, readTimestamp, toBase64, writeTimestamp } from './scalars.js';

/** One of the ways between values of the language and JSON. */
export interface Conversion {
  scalar(schema: Schema, value: unknown): unknown;
  /** Whether members have their wire names after the conversion, or before it. */
  readonly intoJson: boolean;
  /** Throws where a value is no list, map, structure or union as the schema says; absent where it may be anything. */
  check?(schema: ListSchema | MapSchema | StructureSchema, value: unknown): void;
  /** Converts a value of one of several types; absent where no schema says such. */
  oneOf?(schema: OneOfSchema, value: unknown): unknown;
  /** Adds what no schema knows; absent where that is left out. */
  rest?(members: readonly NamedMember[], value: Fields, result: Fields): void;
}

/** Into JSON: wire names, base64 for blobs, text for numbers that JSON lacks, timestamps as seconds by default. */
export const writing: Conversion = {
  scalar(schema, value) {
    if (value instanceof Date) return writeTimestamp(value, schema, 'epochSeconds');
    if (schema === 'blob' && (value instanceof Uint8Array || typeof value === 'string'))
      return toBase64(value);
    return typeof value === 'number' && !Number.isFinite(value) ? String(value) : value;
  },
  intoJson: true,
};

/**
 * Out of JSON, and whatever can be read is: services send what their pages do not say. Throws a `SyntaxError` or
 * `DOMException` where a timestamp or blob is none.
 */
export const reading: Conversion = {
  scalar(schema, json) {
    if (isTimestamp(schema)) return readTimestamp(json);
    if (schema === 'string' || schema === 'document' || typeof json !== 'string') return json;
    return schema === 'blob' ? fromBase64(json) : Number(json);
  },
  intoJson: false,
};

/**
 * A value converted as its schema says. Members without a value, unknown members, and nulls outside of sparse lists and
 * maps are left out.
 */
export function convert(reference: SchemaReference, value: unknown, conversion: Conversion): unknown {
  const schema = resolve(reference);
  if (typeof schema === 'string' || schema.kind === 'timestamp') return conversion.scalar(schema, value);
  if (schema.kind === 'oneOf') return conversion.oneOf?.(schema, value);
  conversion.check?.(schema, value);
  if (schema.kind === 'list' || schema.kind === 'map') return convertItems(schema, value, conversion);
  return isFields(value) ? convertMembers(membersOf(schema), value, conversion) : value;
}

function convertItems(schema: ListSchema | MapSchema, value: unknown, conversion: Conversion): unknown {
  const inner = resolve(schema.kind === 'list' ? schema.element : schema.value);
  const item = (given: unknown): unknown => (isSet(given) ? convert(inner, given, conversion) : null);
  if (Array.isArray(value)) {
    const given: readonly unknown[] = schema.sparse ? value : value.filter(isSet);
    return given.map(item);
  }
  if (!isFields(value)) return value;
  const result: Fields = {};
  for (const key of Object.keys(value)) {
    if (schema.sparse || isSet(value[key])) put(result, key, item(value[key]));
  }
  return result;
}

/** The object of some members, converted; added to `result` where there is one. */
export function convertMembers(
  members: readonly NamedMember[],
  value: unknown,
  conversion: Conversion,
  result: Fields = {},
): Fields {
  if (!isFields(value)) return result;
  for (const [name, { wire = name, schema, nullable }] of members) {
    const from = conversion.intoJson ? name : wire;
    const to = conversion.intoJson ? wire : name;
    const item = own(value, from);
    if (item !== undefined) put(result, to, convert(schema, item, conversion));
    else if (nullable && value[from] === null) put(result, to, null);
  }
  conversion.rest?.(members, value, result);
  return result;
}

/** The JSON object of a body, `{}` where it is empty. Throws a `SyntaxError` where it is none. */
export function parseJson(text: string): Fields {
  const json: unknown = text.trim() === '' ? {} : JSON.parse(text);
  if (!isFields(json)) throw new SyntaxError('The body is not a JSON object.');
  return json;
}
