import { convert, convertMembers, reading } from './json.js';
import { type Fields, isFields, placesOf, put, resolve } from './members.js';
import type { StructureSchema } from './schema.js';

/** A body that has not been read yet; it can be once. */
export interface Message {
  text(): Promise<string>;
  bytes(): Promise<Uint8Array>;
}

/**
 * Reads the body of a REST-JSON response into the payload member, or into the members that travel in none of the other
 * places. Throws a `SyntaxError` where the body is not what the schema says.
 */
export async function readBody(structure: StructureSchema, message: Message, result: Fields): Promise<void> {
  const {
    payload: [payload],
    body,
  } = placesOf(structure);
  const schema = payload && resolve(payload[1].schema);
  if (payload && schema === 'blob') {
    const bytes = await message.bytes();
    if (bytes.length > 0) put(result, payload[0], bytes);
    return;
  }
  const text = await message.text();
  if (!payload || !schema) {
    if (body.length > 0) convertMembers(body, parseJson(text), reading, result);
  } else if (text !== '') {
    put(result, payload[0], schema === 'string' ? text : convert(schema, JSON.parse(text), reading));
  }
}

/** The JSON object of a body, `{}` where it is empty. Throws a `SyntaxError` where it is none. */
export function parseJson(text: string): Fields {
  const json: unknown = text.trim() === '' ? {} : JSON.parse(text);
  if (!isFields(json)) throw new SyntaxError('The body is not a JSON object.');
  return json;
}
