import { readHeaders, writeHeaders } from '../../../../../runtime/codecs/headers.js';
import { printCookies } from '../../../../../runtime/codecs/cookies.js';
import { fillPath } from '../../../../../runtime/codecs/path.js';
import { type Pairs, printPairs, textOf, writeParameters } from '../../../../../runtime/codecs/parameters.js';
import { type Fields, isFields, own, placesOf, put } from '../../../../../runtime/schema/members.js';
import type { OperationSchema, StructureSchema } from '../../../../../runtime/schema/schema.js';
import type { ClientProtocol, HeaderBag, Query } from '../../../../../runtime/messages.js';
import { readError } from './errors.js';
import { writeBody } from './request-body.js';
import { acceptOf, readBody } from './response-body.js';

/**
 * HTTP as it is (RFC 9110): members travel in path, query, headers, cookies and a body of JSON, a form, parts, text or
 * bytes. The client's side, which reads whatever can be read.
 */
export const httpClient: ClientProtocol = {
  serialise(_service, operation, input, fetch) {
    const { method } = operation;
    const headers = headersOf(operation, input);
    const body = writeBody(operation, input, headers);
    if (body !== undefined && (method === 'GET' || method === 'HEAD') && !fetch) {
      throw new TypeError(
        `${operation.name}: fetch sends no body with ${method}; give the client one that does`,
      );
    }
    const pairs: Pairs = [
      ...fixedPairs(operation),
      ...writeParameters(placesOf(operation.input).query, input),
    ];
    const search = pairs.length > 0 ? `?${printPairs(pairs)}` : '';
    return { method, path: fillPath(operation, input), query: queryOf(pairs), search, headers, body };
  },

  async parse(operation, response) {
    const structure = outputOf(operation, response.status);
    const { all, payload } = placesOf(structure);
    const isAlone = all.length === 0 || (all.length === 1 && payload.length === 1);
    if (isAlone) return readBody(structure, response);
    const result: Fields = {};
    readOutside(structure, response, result);
    const value = await readBody(structure, response, result);
    if (payload[0] && value !== undefined) put(result, payload[0][0], value);
    return result;
  },

  parseError: readError,
};

const outputOf = ({ status, output, outputs }: OperationSchema, found: number): StructureSchema =>
  (found === status ? undefined : outputs?.[found]) ?? output;

function headersOf(operation: OperationSchema, input: unknown): HeaderBag {
  const headers: HeaderBag = {};
  const { header, cookie } = placesOf(operation.input);
  const given: Fields = { ...Object(input) };
  for (const [name, { schema }] of header) {
    // What has no text of its own travels as JSON.
    const value = own(given, name);
    if (isFields(value) && !(value instanceof Date)) put(given, name, textOf(schema, value));
  }
  writeHeaders(operation.input, given, headers);
  const cookies = printCookies(writeParameters(cookie, input));
  if (cookies !== '') headers.cookie = headers.cookie ? `${headers.cookie}; ${cookies}` : cookies;
  headers.accept ??= acceptOf(operation.output);
  return headers;
}

/** The parameters that are part of the operation's URI. */
function fixedPairs({ uri }: OperationSchema): Pairs {
  const [, query = ''] = uri.split(/\?(?!\})/, 2);
  return [...new URLSearchParams(query)];
}

function queryOf(pairs: Pairs): Query {
  const query: Query = {};
  for (const [key, value] of pairs) {
    const before = own(query, key);
    put(query, key, before === undefined ? value : [before, value].flat());
  }
  return query;
}

/** The members beside the body. A header that is not what the pages say stays as it came. */
function readOutside(structure: StructureSchema, response: Response, result: Fields): void {
  const { status } = placesOf(structure);
  for (const [name] of status) put(result, name, response.status);
  try {
    readHeaders(structure, response.headers, result);
  } catch {
    for (const [name, { wire = name }] of placesOf(structure).header) {
      const text = response.headers.get(wire);
      if (text !== null && !Object.hasOwn(result, name)) put(result, name, text);
    }
  }
}
