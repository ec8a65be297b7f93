import { writeHeaders } from '../../../../../runtime/codecs/headers.js';
import { convert, convertMembers } from '../../../../../runtime/codecs/json.js';
import { writingValues } from '../../../../../runtime/codecs/json-values.js';
import { mediaKindOf } from '../../../../../runtime/codecs/media.js';
import type { ServiceError } from '../../../../../runtime/errors.js';
import {
  type Fields,
  isFields,
  membersOf,
  type NamedMember,
  own,
  placesOf,
  resolve,
} from '../../../../../runtime/schema/members.js';
import type { ErrorSchema, OperationSchema, StructureSchema } from '../../../../../runtime/schema/schema.js';
import type { Body, HeaderBag, ServerResponse } from '../../../../../runtime/messages.js';
import { messageKeys, writtenCodeKeys } from './errors.js';

/** Writes what a handler gave: the whole body where that is all that the response has, or an object of its members. */
export function writeOutput(structure: StructureSchema, status: number, output: unknown): ServerResponse {
  const { all, payload, body } = placesOf(structure);
  const headers: HeaderBag = {};
  if (all.length === 0) return { status, headers };
  const [whole] = payload;
  if (whole) {
    if (all.length > 1) writeHeaders(structure, output, headers);
    const value = all.length > 1 ? valueOf(output, whole[0]) : output;
    return { status, headers, body: writePayload(whole, value, headers) };
  }
  writeHeaders(structure, output, headers);
  if (body.length === 0) return { status, headers };
  headers['content-type'] ??= 'application/json';
  return { status, headers, body: JSON.stringify(convertMembers(body, output, writingValues)) };
}

const valueOf = (output: unknown, name: string): unknown =>
  isFields(output) && output[name] === null ? null : own(output, name);

function writePayload([, member]: NamedMember, value: unknown, headers: HeaderBag): Body | undefined {
  const { mediaType, schema: reference, nullable } = member;
  if (value === undefined || (value === null && !nullable)) return undefined;
  if (value instanceof Blob) {
    headers['content-type'] ??= mediaType ?? (value.type || 'application/octet-stream');
    headers['content-length'] ??= String(value.size);
    return value.stream();
  }
  if (value instanceof Uint8Array || value instanceof ReadableStream) {
    headers['content-type'] ??= mediaType ?? 'application/octet-stream';
    return value;
  }
  if (resolve(reference) === 'string' && mediaType !== undefined && mediaKindOf(mediaType) !== 'json') {
    headers['content-type'] ??= mediaType;
    return String(value);
  }
  headers['content-type'] ??= mediaType ?? 'application/json';
  return JSON.stringify(convert(reference, value, writingValues));
}

/**
 * Writes an error as JSON: its members, its message under the name that its pages have for it, and its code where they
 * state one or where the status alone does not tell it from another error of the operation.
 */
export function writeError(error: ServiceError, operation?: OperationSchema): ServerResponse {
  const schema = operation?.errors.find(({ name }) => name === error.name);
  const { members } = schema ?? {};
  const headers: HeaderBag = { 'content-type': 'application/json' };
  if (members) writeHeaders(members, error.members, headers);
  const body: Fields = {
    ...(error.message && { [keyAmong(members, messageKeys)]: error.message }),
    ...(schema && codeOf(schema, operation)),
    ...(members ? convertMembers(placesOf(members).body, error.members, writingValues) : error.members),
  };
  return { status: schema?.status ?? error.status, headers, body: JSON.stringify(body) };
}

function codeOf(schema: ErrorSchema, operation: OperationSchema | undefined): Fields {
  const { name, status, code } = schema;
  const isAlone = operation?.errors.every((other) => other === schema || other.status !== status);
  return code === undefined && isAlone ? {} : { [keyAmong(schema.members, writtenCodeKeys)]: code ?? name };
}

/** The first of the keys that the members have, for a text or a number; the usual one where they have none. */
function keyAmong(members: StructureSchema | undefined, keys: readonly string[]): string {
  const named = new Set(
    members
      ? membersOf(members)
          .filter(([, { at, schema }]) => !at && typeof resolve(schema) === 'string')
          .map(([name, { wire = name }]) => wire)
      : [],
  );
  return keys.find((key) => named.has(key)) ?? keys[0] ?? '';
}
