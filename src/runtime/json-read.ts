import { fromBase64 } from './base64.js';
import { type Fields, isFields, membersOf, type NamedMember, own, put, resolve } from './members.js';
import type { SchemaReference, StructureSchema } from './schema.js';
import { readTimestamp } from './timestamp.js';

/**
 * The value that a JSON document holds for a schema. Unknown members and nulls are left out, except nulls in sparse
 * lists and maps. Throws a `SyntaxError` or `DOMException` where a timestamp or blob cannot be read.
 */
export function fromJson(reference: SchemaReference, json: unknown): unknown {
  const schema = resolve(reference);
  if (typeof schema === 'string') return scalarFromJson(schema, json);
  if (schema.kind === 'timestamp') return readTimestamp(json);
  if (schema.kind === 'list') return listFromJson(schema.element, json, schema.sparse);
  if (schema.kind === 'map') return mapFromJson(schema.value, json, schema.sparse);
  return structureFromJson(schema, json);
}

function scalarFromJson(kind: string, json: unknown): unknown {
  if (kind === 'string' || kind === 'boolean' || kind === 'document') return json;
  if (kind === 'timestamp') return readTimestamp(json);
  if (kind === 'blob') return typeof json === 'string' ? fromBase64(json) : json;
  return typeof json === 'string' ? Number(json) : json;
}

function listFromJson(element: SchemaReference, json: unknown, sparse = false): unknown {
  if (!Array.isArray(json)) return json;
  const kept = sparse ? json : json.filter((item: unknown) => item !== null);
  return kept.map((item: unknown) => (item === null ? null : fromJson(element, item)));
}

function mapFromJson(schema: SchemaReference, json: unknown, sparse = false): unknown {
  if (!isFields(json)) return json;
  const result: Fields = {};
  for (const [key, item] of Object.entries(json)) {
    if (item !== null) put(result, key, fromJson(schema, item));
    else if (sparse) put(result, key, null);
  }
  return result;
}

function structureFromJson(structure: StructureSchema, json: unknown): unknown {
  return isFields(json) ? membersFromJson(membersOf(structure), json) : json;
}

/** Some members of a value, from the JSON object that holds them. */
export function membersFromJson(members: readonly NamedMember[], json: Fields): Fields {
  const result: Fields = {};
  for (const [name, member] of members) {
    const item = own(json, member.wire ?? name);
    if (item !== undefined) put(result, name, fromJson(member.schema, item));
  }
  return result;
}
