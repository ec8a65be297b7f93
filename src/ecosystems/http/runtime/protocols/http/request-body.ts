import { convert, convertMembers } from '../../../../../runtime/codecs/json.js';
import { writingValues } from '../../../../../runtime/codecs/json-values.js';
import { mediaKindOf, mediaTypeOf } from '../../../../../runtime/codecs/media.js';
import { writeMultipart } from '../../../../../runtime/codecs/multipart.js';
import { printPairs, writeParameters } from '../../../../../runtime/codecs/parameters.js';
import {
  isFields,
  membersOf,
  type NamedMember,
  own,
  placesOf,
  resolve,
} from '../../../../../runtime/schema/members.js';
import type { OperationSchema } from '../../../../../runtime/schema/schema.js';
import type { HeaderBag, RequestBody } from '../../../../../runtime/messages.js';

/** Methods whose requests mean nothing else without a body. */
const bodiless: readonly string[] = ['GET', 'HEAD', 'DELETE', 'OPTIONS'];

/**
 * The body of a request in the media type of the operation; undefined where there is none. Sets the content type unless a
 * member did, save for a form of parts, whose boundary `fetch` makes up.
 */
export function writeBody(
  operation: OperationSchema,
  input: unknown,
  headers: HeaderBag,
): RequestBody | undefined {
  const { payload, body } = placesOf(operation.input);
  const type = chosenMedia(operation, body, input);
  if (payload[0]) return writePayload(payload[0], input, type, headers);
  if (body.length === 0 || (bodiless.includes(operation.method) && !hasAny(body, input))) return undefined;
  return writeMembers(body, input, type, headers);
}

/** The usual media type; a form of parts where files are given and the operation takes one, too. */
function chosenMedia(
  { media = [] }: OperationSchema,
  members: readonly NamedMember[],
  input: unknown,
): string | undefined {
  const parts = media.find((type) => mediaKindOf(type) === 'multipart');
  const takesParts = parts !== undefined && members.some(([name]) => holdsFiles(own(input, name)));
  return takesParts ? parts : media[0];
}

const holdsFiles = (value: unknown): boolean =>
  Array.isArray(value) ? value.some(holdsFiles) : value instanceof Blob;

const hasAny = (members: readonly NamedMember[], input: unknown): boolean =>
  members.some(([name, { nullable }]) => own(input, name) !== undefined || (nullable && isNull(input, name)));

const isNull = (input: unknown, name: string): boolean => isFields(input) && input[name] === null;

function writeMembers(
  members: readonly NamedMember[],
  input: unknown,
  type: string | undefined,
  headers: HeaderBag,
): RequestBody {
  const kind = mediaKindOf(mediaTypeOf(type ?? 'application/json'));
  if (kind === 'multipart') return writeMultipart(members, input);
  if (kind === 'form') {
    headers['content-type'] ??= 'application/x-www-form-urlencoded';
    return printPairs(writeParameters(members, input));
  }
  headers['content-type'] ??= type ?? 'application/json';
  return JSON.stringify(convertMembers(members, input, writingValues));
}

/** The one member that is the whole body: bytes, files and texts as they are, the rest in the media type. */
function writePayload(
  [name, member]: NamedMember,
  input: unknown,
  type: string | undefined,
  headers: HeaderBag,
): RequestBody | undefined {
  const schema = resolve(member.schema);
  const value = own(input, name);
  if (value === undefined && !(member.nullable && isNull(input, name))) return undefined;
  if (value instanceof Blob || value instanceof Uint8Array || value instanceof ReadableStream) {
    const own = value instanceof Blob ? value.type : '';
    headers['content-type'] ??= named(type) ?? (own || 'application/octet-stream');
    return value;
  }
  if (schema === 'string' && type !== undefined && mediaKindOf(type) !== 'json') {
    headers['content-type'] ??= named(type) ?? 'text/plain';
    return String(value);
  }
  if (typeof schema === 'object' && schema.kind === 'structure' && isFields(value)) {
    return writeMembers(membersOf(schema), value, type, headers);
  }
  headers['content-type'] ??= type ?? 'application/json';
  return JSON.stringify(convert(schema, value ?? null, writingValues));
}

/** A range such as `image/*` is no type. */
const named = (type: string | undefined): string | undefined => (type?.includes('*') ? undefined : type);
