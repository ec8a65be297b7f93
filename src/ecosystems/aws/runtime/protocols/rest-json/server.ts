import { convertMembers, parseJson, writing } from '../../../../../runtime/codecs/json.js';
import { readBodyMembers, readStrictly } from '../../../../../runtime/codecs/json-strict.js';
import {
  type Fields,
  membersOf,
  type NamedMember,
  own,
  placesOf,
  put,
  resolve,
} from '../../../../../runtime/schema/members.js';
import { readQuery } from '../../../../../runtime/codecs/query-read.js';
import { readHeaders, writeHeaders } from '../../../../../runtime/codecs/headers.js';
import { writeBody } from './messages.js';
import { pathRouter } from '../../../../../runtime/server/router.js';
import { fromText } from '../../../../../runtime/codecs/scalars.js';
import type { StructureSchema } from '../../../../../runtime/schema/schema.js';
import { documentedMembers, errorBody, requireContentType } from '../../../../../runtime/server/errors.js';
import { bytesOf, textOf } from '../../../../../runtime/server/request.js';
import type { HeaderBag, ServerProtocol, ServerRequest } from '../../../../../runtime/messages.js';

/** AWS REST-JSON 1.0, as https://smithy.io/2.0/aws/protocols/aws-restjson1-protocol.html states it: the server's side. */
export const restJson1Server: ServerProtocol = {
  requestIdHeader: 'x-amzn-requestid',

  router: (_service, entries) => pathRouter(entries),

  bodyForm({ input }) {
    const { payload, body } = placesOf(input);
    if (payload[0]) return resolve(payload[0][1].schema) === 'blob' ? 'bytes' : 'text';
    return body.length > 0 ? 'text' : undefined;
  },

  parse({ input }, request, labels, content) {
    const { all, payload, body } = placesOf(input);
    const others = body.length < all.length ? readOutside(input, request, labels) : undefined;
    if (payload[0]) return readPayload(payload[0], request, content, others ?? {});
    return body.length > 0
      ? readBodyMembers(body, parseJson(readJson(request, content)), others)
      : (others ?? {});
  },

  serialise({ output, status }, value) {
    const { all, body: inBody } = placesOf(output);
    // Most outputs travel in the body alone.
    if (all.length > 0 && inBody.length === all.length) {
      const text = JSON.stringify(convertMembers(inBody, value, writing));
      return { status, headers: { 'content-type': 'application/json' }, body: text };
    }
    const headers: HeaderBag = {};
    writeHeaders(output, value, headers);
    const body = writeBody(output, value, headers);
    const [place] = placesOf(output).status;
    const given = place && own(value, place[0]);
    return {
      status: typeof given === 'number' ? given : status,
      headers,
      body: body ?? emptyBody(output, headers),
    };
  },

  serialiseError(error, operation) {
    const { status, members } = documentedMembers(operation, error);
    const headers: HeaderBag = { 'content-type': 'application/json', 'x-amzn-errortype': error.name };
    if (members) writeHeaders(members, error.members, headers);
    return { status, headers, body: JSON.stringify(errorBody(error, members)) };
  },
};

/** The members that travel in the path, the query and the headers. */
function readOutside(
  input: StructureSchema,
  request: ServerRequest,
  labels: { readonly [name: string]: string },
): Fields {
  const result: Fields = {};
  for (const [name, member] of placesOf(input).label) {
    const text = labels[member.wire ?? name];
    if (text !== undefined) put(result, name, fromText(member.schema, text));
  }
  readQuery(input, request.url, result, isSignature);
  readHeaders(input, request.headers, result);
  return result;
}

/** An output that travels in headers alone still comes with a JSON object; no output at all, without a body. */
function emptyBody(output: StructureSchema, headers: HeaderBag): string | undefined {
  if (membersOf(output).length === 0 || placesOf(output).payload.length > 0) return undefined;
  headers['content-type'] ??= 'application/json';
  return '{}';
}

/** The whole body as one member: as it is, or as JSON. */
function readPayload(
  [name, member]: NamedMember,
  request: ServerRequest,
  content: string | Uint8Array,
  result: Fields,
): Fields {
  const schema = resolve(member.schema);
  if (content.length === 0) return result;
  if (schema === 'blob') put(result, name, bytesOf(content));
  else if (schema === 'string') put(result, name, textOf(content));
  else put(result, name, readStrictly(schema, JSON.parse(readJson(request, content))));
  return result;
}

/** A JSON body has to say that it is one; what a blob or text is, only its sender knows. */
function readJson(request: ServerRequest, content: string | Uint8Array): string {
  if (content.length > 0) requireContentType(request.headers.get('content-type'), ['application/json']);
  return textOf(content);
}

/** What a presigned URL always has, and what it may have beside that. */
const signature = ['Algorithm', 'Credential', 'Date', 'Expires', 'SignedHeaders', 'Signature'];
const besideSignature = ['Security-Token', 'Content-Sha256'];

/** Whether a parameter belongs to the signature of a presigned URL. */
function isSignature(name: string, names: ReadonlySet<string>): boolean {
  if (!name.startsWith('X-Amz-') || !signature.every((part) => names.has(`X-Amz-${part}`))) return false;
  return [...signature, ...besideSignature].includes(name.slice('X-Amz-'.length));
}
