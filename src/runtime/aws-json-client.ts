import { parseJson } from './body-read.js';
import { fromJson } from './json-read.js';
import { toJson } from './json-write.js';
import { isFields } from './members.js';
import { bytesOf, readError } from './response.js';
import type { ClientProtocol } from './wire.js';

function awsJsonClient(version: '1.0' | '1.1'): ClientProtocol {
  return {
    serialise(service, operation, input) {
      const headers = {
        'content-type': `application/x-amz-json-${version}`,
        'x-amz-target': `${service.targetPrefix ?? service.id}.${operation.name}`,
      };
      const body = JSON.stringify(toJson(operation.input, input ?? {}));
      return { method: 'POST', path: '/', query: {}, headers, body };
    },

    async parse(operation, response) {
      return fromJson(operation.output, parseJson(await bytesOf(response)));
    },

    parseError(operation, response) {
      return readError(operation, response, ({ members }, bytes) => {
        const result = members ? fromJson(members, parseJson(bytes)) : {};
        return isFields(result) ? result : {};
      });
    },
  };
}

/** AWS JSON 1.0, as https://smithy.io/2.0/aws/protocols/aws-json-1_0-protocol.html states it: the client's side. */
export const awsJson1_0Client: ClientProtocol = /* @__PURE__ */ awsJsonClient('1.0');

/** AWS JSON 1.1, as https://smithy.io/2.0/aws/protocols/aws-json-1_1-protocol.html states it: the client's side. */
export const awsJson1_1Client: ClientProtocol = /* @__PURE__ */ awsJsonClient('1.1');
