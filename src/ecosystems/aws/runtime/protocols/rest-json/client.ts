import { convert, convertMembers, parseJson, reading } from '../../../../../runtime/codecs/json.js';
import { type Fields, placesOf, put, resolve } from '../../../../../runtime/schema/members.js';
import { searchOf, writePath, writeQuery } from '../../../../../runtime/codecs/request-target.js';
import { readError } from '../../response.js';
import { readHeaders, writeHeaders } from '../../../../../runtime/codecs/headers.js';
import { writeBody } from './messages.js';
import type { StructureSchema } from '../../../../../runtime/schema/schema.js';
import type { ClientProtocol, HeaderBag } from '../../../../../runtime/messages.js';

/** AWS REST-JSON 1.0, as https://smithy.io/2.0/aws/protocols/aws-restjson1-protocol.html states it: the client's side. */
export const restJson1Client: ClientProtocol = {
  serialise(_service, operation, input, fetch) {
    const headers: HeaderBag = {};
    writeHeaders(operation.input, input, headers);
    const written = writeBody(operation.input, input, headers);
    const { method } = operation;
    const isBodiless = method === 'GET' || method === 'HEAD';
    // An empty object says nothing. One that says something must not be left out, and the web's `fetch` takes none here.
    const isNothing = isBodiless && written === '{}';
    if (isNothing) delete headers['content-type'];
    const body = isNothing ? undefined : written;
    if (isBodiless && body !== undefined && !fetch) {
      throw new TypeError(
        `${operation.name}: fetch sends no body with ${method}; give the client one that does`,
      );
    }
    const path = writePath(operation, input);
    const query = writeQuery(operation, input);
    return { method, path, query, search: searchOf(query), headers, body };
  },

  async parse({ output }, response) {
    const result: Fields = {};
    const { status } = placesOf(output);
    readHeaders(output, response.headers, result);
    for (const [name] of status) put(result, name, response.status);
    await readBody(output, response, result);
    return result;
  },

  parseError(operation, response) {
    return readError(operation, response, (members, body) => {
      const result = convertMembers(placesOf(members).body, body, reading);
      readHeaders(members, response.headers, result);
      return result;
    });
  },
};

/**
 * Reads the body of a REST-JSON response into the payload member, or into the members that travel in none of the other
 * places. Throws a `SyntaxError` where the body is not what the schema says.
 */
async function readBody(structure: StructureSchema, response: Response, result: Fields): Promise<void> {
  const {
    payload: [payload],
    body,
  } = placesOf(structure);
  const schema = payload && resolve(payload[1].schema);
  if (payload && schema === 'blob') {
    const bytes = new Uint8Array(await response.arrayBuffer());
    if (bytes.length > 0) put(result, payload[0], bytes);
    return;
  }
  const text = await response.text();
  if (!payload || !schema) {
    if (body.length > 0) convertMembers(body, parseJson(text), reading, result);
  } else if (text !== '') {
    put(result, payload[0], schema === 'string' ? text : convert(schema, JSON.parse(text), reading));
  }
}
