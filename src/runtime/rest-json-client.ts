import { readBody } from './body-read.js';
import { writeBody } from './body-write.js';
import { readHeaders } from './headers-read.js';
import { writeHeaders } from './headers-write.js';
import { convertMembers, reading } from './json.js';
import { type Fields, placesOf, put } from './members.js';
import { writePath, writeQuery } from './request-target.js';
import { messageOf, readError } from './response.js';
import type { ClientProtocol, HeaderBag } from './wire.js';

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
    return { method, path: writePath(operation, input), query: writeQuery(operation, input), headers, body };
  },

  async parse({ output }, response) {
    const result: Fields = {};
    const { payload, status } = placesOf(output);
    readHeaders(output, response.headers, result);
    for (const [name] of status) put(result, name, response.status);
    const [stream] = payload.filter(([, member]) => member.streaming);
    if (stream) put(result, stream[0], response.body ?? new Blob().stream());
    else await readBody(output, messageOf(response), result);
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
