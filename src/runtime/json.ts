import { fromBase64, toBase64 } from './base64.js';
import { type Fields, isFields, isSet, membersOf, type NamedMember, own, put, resolve } from './members.js';
import type { MemberSchema, Schema, SchemaReference } from './schema.js';
import { isTimestamp, readTimestamp, writeTimestamp } from './timestamp.js';

/** A way between values of the language and JSON. */
interface Conversion {
  scalar(schema: Schema, value: unknown): unknown;
  /** From which key to which a member goes. */
  keys(name: string, member: MemberSchema): readonly [from: string, to: string];
}

const writing: Conversion = {
  scalar(schema, value) {
    if (value instanceof Date) return writeTimestamp(value, schema, 'epochSeconds');
    if (schema === 'blob' && (value instanceof Uint8Array || typeof value === 'string'))
      return toBase64(value);
    return typeof value === 'number' && !Number.isFinite(value) ? String(value) : value;
  },
  keys: (name, { wire = name }) => [name, wire],
};

const reading: Conversion = {
  scalar(schema, json) {
    if (isTimestamp(schema)) return readTimestamp(json);
    if (schema === 'string' || schema === 'document' || typeof json !== 'string') return json;
    return schema === 'blob' ? fromBase64(json) : Number(json);
  },
  keys: (name, { wire = name }) => [wire, name],
};

/**
 * A value as the JSON that its schema says: wire names, base64 for blobs, text for numbers that JSON lacks, timestamps
 * as seconds unless the schema says otherwise. Members without a value, unknown members, and nulls outside of sparse
 * lists and maps are left out.
 */
export function toJson(schema: SchemaReference, value: unknown): unknown {
  return convert(schema, value, writing);
}

/** The JSON object of some members of a value. */
export function membersToJson(members: readonly NamedMember[], value: unknown): Fields {
  return convertMembers(members, value, writing);
}

/**
 * The value that a JSON document holds for a schema; unknown members and nulls are treated as in `toJson`. Throws a
 * `SyntaxError` or `DOMException` where a timestamp or blob cannot be read.
 */
export function fromJson(schema: SchemaReference, json: unknown): unknown {
  return convert(schema, json, reading);
}

/** Some members of a value, from the JSON object that holds them. */
export function membersFromJson(members: readonly NamedMember[], json: unknown): Fields {
  return convertMembers(members, json, reading);
}

function convert(reference: SchemaReference, value: unknown, conversion: Conversion): unknown {
  const schema = resolve(reference);
  if (typeof schema === 'string' || schema.kind === 'timestamp') return conversion.scalar(schema, value);
  if (schema.kind !== 'list' && schema.kind !== 'map') {
    return isFields(value) ? convertMembers(membersOf(schema), value, conversion) : value;
  }
  const inner = schema.kind === 'list' ? schema.element : schema.value;
  const item = (given: unknown): unknown => (isSet(given) ? convert(inner, given, conversion) : null);
  const kept = (given: unknown): boolean => schema.sparse ?? isSet(given);
  if (Array.isArray(value)) return value.filter(kept).map(item);
  if (!isFields(value)) return value;
  const entries = Object.entries(value).filter(([, given]) => kept(given));
  return Object.fromEntries(entries.map(([key, given]) => [key, item(given)]));
}

function convertMembers(members: readonly NamedMember[], value: unknown, conversion: Conversion): Fields {
  const result: Fields = {};
  for (const [name, member] of members) {
    const [from, to] = conversion.keys(name, member);
    const item = own(value, from);
    if (item !== undefined) put(result, to, convert(member.schema, item, conversion));
  }
  return result;
}
