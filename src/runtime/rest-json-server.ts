import { parseJson } from './body-read.js';
import { writeBody } from './body-write.js';
import { readHeaders } from './headers-read.js';
import { writeHeaders } from './headers-write.js';
import { readMembersStrictly, strictReader } from './json-strict.js';
import { type Fields, membersOf, type NamedMember, own, placesOf, put, resolve } from './members.js';
import { readQuery } from './query-read.js';
import { pathRouter } from './router.js';
import type { StructureSchema } from './schema.js';
import { documentedMembers, errorBody, requireContentType } from './server-errors.js';
import { fromText } from './text.js';
import type { HeaderBag, ServerProtocol, ServerRequest } from './wire.js';

/** AWS REST-JSON 1.0, as https://smithy.io/2.0/aws/protocols/aws-restjson1-protocol.html states it: the server's side. */
export const restJson1Server: ServerProtocol = {
  router: (_service, entries) => pathRouter(entries),

  async parse({ input }, request, labels) {
    const result: Fields = {};
    for (const [name, member] of placesOf(input).label) {
      const text = labels[member.wire ?? name];
      if (text !== undefined) put(result, name, fromText(member.schema, text));
    }
    readQuery(input, request.url, result);
    readHeaders(input, request.headers, result);
    const { payload, body } = placesOf(input);
    if (payload[0]) await readPayload(payload[0], request, result);
    else if (body.length > 0) readMembersStrictly(body, parseJson(await readJson(request)), result);
    return result;
  },

  serialise({ output, status }, value) {
    const headers: HeaderBag = {};
    writeHeaders(output, value, headers);
    const body = writeBody(output, value, headers);
    const given = placesOf(output).status.map(([name]) => own(value, name))[0];
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

/** An output that travels in headers alone still comes with a JSON object; no output at all, without a body. */
function emptyBody(output: StructureSchema, headers: HeaderBag): string | undefined {
  if (membersOf(output).length === 0 || placesOf(output).payload.length > 0) return undefined;
  headers['content-type'] ??= 'application/json';
  return '{}';
}

/** The whole body as one member: as it is, or as JSON. */
async function readPayload(
  [name, member]: NamedMember,
  request: ServerRequest,
  result: Fields,
): Promise<void> {
  const schema = resolve(member.schema);
  if (schema === 'blob') {
    const bytes = await request.bytes();
    if (bytes.length > 0) put(result, name, bytes);
    return;
  }
  const text = await (schema === 'string' ? request.text() : readJson(request));
  if (text !== '') put(result, name, schema === 'string' ? text : strictReader(schema)(JSON.parse(text)));
}

/** A JSON body has to say that it is one; what a blob or text is, only its sender knows. */
async function readJson(request: ServerRequest): Promise<string> {
  const text = await request.text();
  if (text !== '') requireContentType(request.headers.get('content-type'), ['application/json']);
  return text;
}
