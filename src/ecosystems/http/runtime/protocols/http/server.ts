import { readCookies } from '../../../../../runtime/codecs/cookies.js';
import { readHeaders } from '../../../../../runtime/codecs/headers.js';
import { readStrictly } from '../../../../../runtime/codecs/json-strict.js';
import { readParameters, readText } from '../../../../../runtime/codecs/parameters-read.js';
import {
  elementOf,
  type Fields,
  isFields,
  own,
  placesOf,
  put,
  resolve,
} from '../../../../../runtime/schema/members.js';
import type { MemberSchema, OperationSchema, StructureSchema } from '../../../../../runtime/schema/schema.js';
import { pathRouter } from '../../../../../runtime/server/router.js';
import type { ServerProtocol, ServerRequest } from '../../../../../runtime/messages.js';
import { bodyFormOf, readRequestBody } from './request-body-read.js';
import { writeError, writeOutput } from './response-write.js';

/**
 * HTTP as it is (RFC 9110): the server's side of `httpClient`, which takes nothing but what the pages say. Methods and
 * paths select the operation.
 */
export const httpServer: ServerProtocol = {
  requestIdHeader: 'x-request-id',
  router: (_service, entries) => pathRouter(entries),
  bodyForm: bodyFormOf,
  parse(operation, request, labels, content) {
    const result: Fields = {};
    const { all, body, payload } = placesOf(operation.input);
    const inBody = body.length + payload.length;
    if (inBody < all.length) readOutside(operation.input, request, labels, result);
    return inBody > 0 ? readRequestBody(operation, request, content, result) : result;
  },
  serialise(operation, output, chosen) {
    const status = chosen ?? statusOf(operation, output);
    return writeOutput(structureOf(operation, status), status, output);
  },
  serialiseError: (error, operation) => writeError(error, operation),
};

/** The members that travel in the path, the query, the headers and the cookies. */
function readOutside(
  input: StructureSchema,
  request: ServerRequest,
  labels: { readonly [name: string]: string },
  result: Fields,
): void {
  const { label, query, header, cookie } = placesOf(input);
  for (const [name, member] of label) {
    const text = labels[member.wire ?? name];
    if (text !== undefined) put(result, name, labelValue(member, text));
  }
  const [, search = ''] = query.length > 0 ? request.url.split('?', 2) : [];
  if (search !== '') readParameters(query, new URLSearchParams(search), result);
  readHeaders(input, request.headers, result);
  for (const [name, { schema }] of header) readJsonHeader(name, schema, result);
  const cookies = cookie.length > 0 ? request.headers.get('cookie') : undefined;
  if (cookies) readParameters(cookie, readCookies(cookies), result);
}

function labelValue({ schema }: MemberSchema, text: string): unknown {
  const element = elementOf(schema);
  return element ? text.split(',').map((item) => readText(element, item)) : readText(schema, text);
}

/** What has no text of its own travels as JSON. */
function readJsonHeader(name: string, reference: MemberSchema['schema'], result: Fields): void {
  const schema = resolve(reference);
  const text = own(result, name);
  if (typeof schema !== 'object' || typeof text !== 'string') return;
  put(result, name, readStrictly(schema, JSON.parse(text)));
}

/**
 * The status that the output itself says, in a member or by being nothing where a response without content is
 * documented; otherwise the usual one.
 */
function statusOf({ status, output, outputs = {} }: OperationSchema, value: unknown): number {
  const [place] = placesOf(output).status;
  const said = place && isFields(value) ? own(value, place[0]) : undefined;
  if (typeof said === 'number') return said;
  if (value !== undefined || placesOf(output).all.length === 0) return status;
  const empty = Object.entries(outputs).find(([, structure]) => placesOf(structure).all.length === 0);
  return empty ? Number(empty[0]) : status;
}

const structureOf = ({ status, output, outputs }: OperationSchema, chosen: number): StructureSchema =>
  (chosen === status ? undefined : outputs?.[chosen]) ?? output;
