import { convert, convertMembers, writing } from '../../../../../runtime/codecs/json.js';
import { own, placesOf, resolve } from '../../../../../runtime/schema/members.js';
import type { MemberSchema, StructureSchema } from '../../../../../runtime/schema/schema.js';
import type { Body, HeaderBag } from '../../../../../runtime/messages.js';

/**
 * The body of a REST-JSON message: the payload member as it is, or the JSON object of the members that travel in none
 * of the other places; `undefined` where the structure has neither. Sets the content type unless a member did.
 */
export function writeBody(structure: StructureSchema, value: unknown, headers: HeaderBag): Body | undefined {
  const {
    payload: [payload],
    body,
  } = placesOf(structure);
  if (payload) return writePayload(payload[1], own(value, payload[0]), headers);
  return body.length > 0 ? json(convertMembers(body, value, writing), headers) : undefined;
}

function writePayload(member: MemberSchema, value: unknown, headers: HeaderBag): Body | undefined {
  const schema = resolve(member.schema);
  if (schema === 'blob' || schema === 'string') {
    headers['content-type'] ??=
      member.mediaType ?? (schema === 'blob' ? 'application/octet-stream' : 'text/plain');
    if (value === undefined || value instanceof Uint8Array || value instanceof ReadableStream) return value;
    return String(value);
  }
  const given = value ?? (typeof schema === 'object' && schema.kind === 'structure' ? {} : undefined);
  return given === undefined ? undefined : json(convert(schema, given, writing), headers);
}

function json(value: unknown, headers: HeaderBag): string {
  headers['content-type'] ??= 'application/json';
  return JSON.stringify(value);
}
