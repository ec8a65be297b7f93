import { fromJson, membersFromJson } from './json-read.js';
import { type Fields, isFields, placesOf, put, resolve } from './members.js';
import type { SchemaReference, StructureSchema } from './schema.js';

/**
 * Reads the body of a REST-JSON message into the payload member, or into the members that travel in none of the other
 * places. Throws a `SyntaxError` where the body is not what the schema says.
 */
export function readBody(structure: StructureSchema, bytes: Uint8Array, result: Fields): void {
  const {
    payload: [payload],
    body,
  } = placesOf(structure);
  if (!payload && body.length > 0) Object.assign(result, membersFromJson(body, parseJson(bytes)));
  if (payload && bytes.length > 0) put(result, payload[0], readPayload(payload[1].schema, bytes));
}

function readPayload(reference: SchemaReference, bytes: Uint8Array): unknown {
  const schema = resolve(reference);
  if (schema === 'blob') return bytes;
  return schema === 'string' ? new TextDecoder().decode(bytes) : fromJson(schema, JSON.parse(decode(bytes)));
}

/** The JSON object of a body, `{}` where it is empty. Throws a `SyntaxError` where it is none. */
export function parseJson(bytes: Uint8Array): Fields {
  const text = decode(bytes);
  const json: unknown = text.trim() === '' ? {} : JSON.parse(text);
  if (!isFields(json)) throw new SyntaxError('The body is not a JSON object.');
  return json;
}

function decode(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}
