import { toBase64 } from './base64.js';
import { type Fields, isFields, membersOf, type NamedMember, own, put, resolve } from './members.js';
import type { SchemaReference, StructureSchema, TimestampFormat } from './schema.js';
import { writeTimestamp } from './timestamp.js';

/**
 * A value as the JSON that its schema says: wire names, base64 for blobs, text for numbers that JSON lacks, timestamps
 * as seconds unless the schema says otherwise. Members without a value and unknown members are left out.
 */
export function toJson(reference: SchemaReference, value: unknown): unknown {
  const schema = resolve(reference);
  if (typeof schema === 'string') return scalarToJson(schema, value);
  if (schema.kind === 'timestamp') return timestampToJson(value, schema.format);
  if (schema.kind === 'list') return listToJson(schema.element, value, schema.sparse);
  if (schema.kind === 'map') return mapToJson(schema.value, value, schema.sparse);
  return structureToJson(schema, value);
}

function scalarToJson(kind: string, value: unknown): unknown {
  if (kind === 'timestamp') return timestampToJson(value);
  if (kind === 'blob' && (value instanceof Uint8Array || typeof value === 'string')) return toBase64(value);
  return typeof value === 'number' && !Number.isFinite(value) ? String(value) : value;
}

function timestampToJson(value: unknown, format: TimestampFormat = 'epochSeconds'): unknown {
  return value instanceof Date ? writeTimestamp(value, format) : value;
}

function listToJson(element: SchemaReference, value: unknown, sparse = false): unknown {
  if (!Array.isArray(value)) return value;
  const kept = sparse ? value : value.filter((item: unknown) => item !== undefined && item !== null);
  return kept.map((item: unknown) => (item === undefined || item === null ? null : toJson(element, item)));
}

function mapToJson(schema: SchemaReference, value: unknown, sparse = false): unknown {
  if (!isFields(value)) return value;
  const result: Fields = {};
  for (const [key, item] of Object.entries(value)) {
    if (item !== undefined && item !== null) put(result, key, toJson(schema, item));
    else if (sparse) put(result, key, null);
  }
  return result;
}

function structureToJson(structure: StructureSchema, value: unknown): unknown {
  return isFields(value) ? membersToJson(membersOf(structure), value) : value;
}

/** The JSON object of some members of a value; those without a value are left out. */
export function membersToJson(members: readonly NamedMember[], value: unknown): Fields {
  const result: Fields = {};
  for (const [name, member] of members) {
    const item = own(value, name);
    if (item !== undefined) put(result, member.wire ?? name, toJson(member.schema, item));
  }
  return result;
}
