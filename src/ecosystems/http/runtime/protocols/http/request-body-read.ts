import { readBodyMembers, readStrictly } from '../../../../../runtime/codecs/json-strict.js';
import { parseJson } from '../../../../../runtime/codecs/json.js';
import { type MediaKind, mediaKindOf, mediaTypeOf } from '../../../../../runtime/codecs/media.js';
import { readMultipart } from '../../../../../runtime/codecs/multipart-read.js';
import { readParameters } from '../../../../../runtime/codecs/parameters-read.js';
import {
  type Fields,
  membersOf,
  type NamedMember,
  placesOf,
  put,
  resolve,
} from '../../../../../runtime/schema/members.js';
import type { OperationSchema, Schema } from '../../../../../runtime/schema/schema.js';
import { unsupportedMediaType } from '../../../../../runtime/server/errors.js';
import { bytesOf, textOf } from '../../../../../runtime/server/request.js';
import type { ServerRequest } from '../../../../../runtime/messages.js';

/** As text where all that can come is text. */
export function bodyFormOf({ input, media = [] }: OperationSchema): 'text' | 'bytes' | undefined {
  const { payload, body } = placesOf(input);
  if (payload.length + body.length === 0) return undefined;
  const isRaw = payload[0] && isBytes(resolve(payload[0][1].schema));
  return isRaw || media.some((type) => mediaKindOf(type) === 'multipart') ? 'bytes' : 'text';
}

const isBytes = (schema: Schema): boolean => schema === 'blob' || schema === 'file';

/**
 * Reads the body as its content type says and adds it to `result`. Throws a `ServiceError` of status 415 where the
 * operation takes no such body, and a `SyntaxError` where the body is not what the schema says.
 */
export function readRequestBody(
  operation: OperationSchema,
  request: ServerRequest,
  content: string | Uint8Array,
  result: Fields,
): Fields {
  if (content.length === 0) return result;
  const { payload, body } = placesOf(operation.input);
  const contentType = request.headers.get('content-type') ?? '';
  if (payload[0]) put(result, payload[0][0], readPayload(payload[0], operation, contentType, content));
  else return readMembers(body, kindOf(operation, contentType), contentType, content, result);
  return result;
}

/** How the body is read; JSON of any name is taken where JSON is. */
function kindOf({ media = ['application/json'] }: OperationSchema, contentType: string): MediaKind {
  const type = mediaTypeOf(contentType);
  const kind = mediaKindOf(type);
  const isTaken = media.some((one) => one === type || (mediaKindOf(one) === kind && kind !== 'bytes'));
  if (!isTaken) throw unsupportedMediaType(contentType || undefined);
  return kind;
}

function readMembers(
  members: readonly NamedMember[],
  kind: MediaKind,
  contentType: string,
  content: string | Uint8Array,
  result: Fields,
): Fields {
  switch (kind) {
    case 'multipart':
      readParameters(members, readMultipart(bytesOf(content), contentType), result);
      return result;
    case 'form':
      readParameters(members, new URLSearchParams(textOf(content)), result);
      return result;
    default:
      return readBodyMembers(members, parseJson(textOf(content)), result);
  }
}

function readPayload(
  [, { schema: reference, nullable }]: NamedMember,
  operation: OperationSchema,
  contentType: string,
  content: string | Uint8Array,
): unknown {
  const schema = resolve(reference);
  if (schema === 'blob') return bytesOf(content);
  if (schema === 'file') return new Blob([new Uint8Array(bytesOf(content))], { type: contentType });
  const isPlain = schema === 'string' && operation.media?.every((type) => mediaKindOf(type) !== 'json');
  if (isPlain) return textOf(content);
  const kind = kindOf(operation, contentType);
  const isMembers = typeof schema === 'object' && schema.kind === 'structure' && kind !== 'json';
  if (isMembers) return readMembers(membersOf(schema), kind, contentType, content, {});
  if (kind === 'text') return textOf(content);
  const json: unknown = JSON.parse(textOf(content));
  return json === null && nullable ? null : readStrictly(schema, json);
}
