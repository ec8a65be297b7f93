import { readBody } from './body-read.js';
import { writeBody } from './body-write.js';
import { readHeaders } from './headers-read.js';
import { writeHeaders } from './headers-write.js';
import { type Fields, placesOf, put } from './members.js';
import { writePath, writeQuery } from './request-target.js';
import { bytesOf, headersOf, readError } from './response.js';
import type { StructureSchema } from './schema.js';
import type { ClientProtocol, HeaderBag } from './wire.js';

/** AWS REST-JSON 1.0, as https://smithy.io/2.0/aws/protocols/aws-restjson1-protocol.html states it: the client's side. */
export const restJson1Client: ClientProtocol = {
  serialise(_service, operation, input) {
    const headers: HeaderBag = {};
    writeHeaders(operation.input, input, headers);
    const body = writeBody(operation.input, input, headers);
    const { method } = operation;
    return { method, path: writePath(operation, input), query: writeQuery(operation, input), headers, body };
  },

  async parse(operation, response) {
    const { output } = operation;
    const stream = placesOf(output).payload.find(([, member]) => member.streaming);
    const result = readParts(output, response, stream ? undefined : await bytesOf(response));
    if (stream) put(result, stream[0], response.body ?? new Blob().stream());
    return result;
  },

  parseError(operation, response) {
    return readError(operation, response, ({ members }, bytes) =>
      members ? readParts(members, response, bytes) : {},
    );
  },
};

function readParts(structure: StructureSchema, response: Response, bytes: Uint8Array | undefined): Fields {
  const result: Fields = {};
  readHeaders(structure, headersOf(response), result);
  if (bytes) readBody(structure, bytes, result);
  for (const [name] of placesOf(structure).status) put(result, name, response.status);
  return result;
}
