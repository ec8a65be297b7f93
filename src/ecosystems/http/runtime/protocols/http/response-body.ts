import { convert, convertMembers } from '../../../../../runtime/codecs/json.js';
import { readingValues } from '../../../../../runtime/codecs/json-values.js';
import { mediaKindOf, mediaTypeOf } from '../../../../../runtime/codecs/media.js';
import {
  type Fields,
  isFields,
  type NamedMember,
  placesOf,
  resolve,
} from '../../../../../runtime/schema/members.js';
import type { StructureSchema } from '../../../../../runtime/schema/schema.js';

/** What a client asks for: JSON, or the media type of a body that is none. */
export function acceptOf(output: StructureSchema): string {
  const [payload] = placesOf(output).payload;
  if (!payload) return 'application/json';
  const schema = resolve(payload[1].schema);
  const isRaw = schema === 'blob' || schema === 'file';
  return payload[1].mediaType ?? (isRaw ? '*/*' : 'application/json');
}

/**
 * The body of a response: what is the whole body, the members that travel in it, or all that is there where nothing is
 * known of it. Undefined where the response has no body. Throws a `SyntaxError` where it should be JSON and is not.
 * @param result what the members are added to.
 */
export async function readBody(
  structure: StructureSchema,
  response: Response,
  result: Fields = {},
): Promise<unknown> {
  const { payload, body } = placesOf(structure);
  if (payload[0]) return readPayload(payload[0], response);
  const json = await readJson(response, body.length === 0);
  if (json === undefined || body.length === 0) return json;
  if (json === null) return result;
  if (!isFields(json)) throw new SyntaxError('The body is not a JSON object.');
  return convertMembers(body, json, readingValues, result);
}

async function readPayload([, member]: NamedMember, response: Response): Promise<unknown> {
  const schema = resolve(member.schema);
  if (schema === 'file') return response.status === 204 ? undefined : response.blob();
  if (schema === 'blob') {
    return response.status === 204 ? undefined : new Uint8Array(await response.arrayBuffer());
  }
  if (schema === 'string') return readString(response);
  const json = await readJson(response, schema === 'document');
  if (json === undefined || json === null) return member.nullable ? json : undefined;
  return convert(schema, json, readingValues);
}

/** A text as it is, also where it came as JSON. */
async function readString(response: Response): Promise<string | undefined> {
  const text = await response.text();
  if (response.status === 204) return undefined;
  const json = kindOf(response) === 'json' ? jsonOf(text) : undefined;
  return typeof json === 'string' ? json : text;
}

const kindOf = ({ headers }: Response): string => mediaKindOf(mediaTypeOf(headers.get('content-type')));

/** @param orText gives a text that is no JSON as it is. */
async function readJson(response: Response, orText: boolean): Promise<unknown> {
  const text = await response.text();
  if (text.trim() === '') return undefined;
  const json = jsonOf(text);
  if (json !== undefined || orText) return json ?? text;
  const type = response.headers.get('content-type') ?? 'no content type';
  throw new SyntaxError(`The body of the response is not JSON (status ${response.status}, ${type}).`);
}

/** Undefined where the text is no JSON. */
export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
