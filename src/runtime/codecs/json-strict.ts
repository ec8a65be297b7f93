import { type Fields, isFields, isSet, type NamedMember, resolve } from '../schema/members.js';
import type {
  ListSchema,
  MapSchema,
  OneOfSchema,
  Schema,
  SchemaReference,
  StructureSchema,
} from '../schema/schema.js';
import { convert, type Conversion, convertMembers, reading } from './json.js';
import { variantOf } from './one-of.js';

/**
 * Out of JSON, taking nothing that the schema does not say: no number for a text, no null in a list, no union with two
 * members. Unknown members are left out, as are members that are null where null is no value of theirs.
 */
const strictReading: Conversion = {
  intoJson: false,
  scalar(schema, json) {
    const kind = typeof schema === 'string' ? schema : 'timestamp';
    if (!fits(kind, json)) throw refusal(kind, json);
    return isPlain(kind) ? json : reading.scalar(schema, json);
  },
  check(schema, json) {
    if (!isGroup(schema, json)) throw refusal(schema.kind, json);
    if ((schema.kind === 'list' || schema.kind === 'map') && !schema.sparse) refuseNulls(json);
  },
  oneOf: readOneOf,
};

/** The value that JSON stands for. Throws a `SyntaxError` that says what was found where it does not fit. */
export const readStrictly = (schema: SchemaReference, json: unknown): unknown =>
  convert(resolve(schema), json, strictReading);

/** The members of a JSON object in the same way, beside those that were read elsewhere. */
export const readBodyMembers = (members: readonly NamedMember[], json: Fields, others?: Fields): Fields =>
  convertMembers(members, json, strictReading, others);

function readOneOf(schema: OneOfSchema, json: unknown): unknown {
  const variant = variantOf(schema, json, 'json');
  if (variant === undefined) throw refusal('oneOf', json);
  return readStrictly(variant, json);
}

function isGroup(schema: ListSchema | MapSchema | StructureSchema, json: unknown): boolean {
  if (schema.kind === 'list') return Array.isArray(json);
  return isFields(json) && (schema.kind !== 'union' || memberCount(json) === 1);
}

function refuseNulls(json: unknown): void {
  const items: readonly unknown[] = Array.isArray(json) ? json : Object.values(Object(json));
  if (!items.every(isSet)) throw refusal('item', null);
}

/** What JSON has as the language has it. */
const isPlain = (kind: string): boolean =>
  kind === 'string' || kind === 'boolean' || kind === 'integer' || kind === 'long';

function fits(kind: Extract<Schema, string>, json: unknown): boolean {
  switch (kind) {
    case 'document':
      return true;
    case 'string':
    case 'boolean':
      return typeof json === kind;
    case 'file':
      return false;
    case 'blob':
      return typeof json === 'string' && /^[A-Za-z0-9+/]*={0,2}$/.test(json);
    case 'timestamp':
      return typeof json === 'number' || typeof json === 'string';
    case 'integer':
    case 'long':
      return Number.isInteger(json);
    case 'float':
    case 'double':
      return typeof json === 'number' || json === 'NaN' || json === 'Infinity' || json === '-Infinity';
  }
}

/** Services write `__type` into any structure; it is no member. */
function memberCount(json: Fields): number {
  return Object.keys(json).filter((name) => name !== '__type' && isSet(json[name])).length;
}

function refusal(kind: string, json: unknown): SyntaxError {
  return new SyntaxError(`${found(json)} cannot be read as ${kind}.`);
}

function found(json: unknown): string {
  if (json === null) return 'null';
  if (Array.isArray(json)) return 'A list';
  return `A value of type ${typeof json}`;
}
