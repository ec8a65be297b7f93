import { convertMembers, parseJson, reading, writing } from '../../../../../runtime/codecs/json.js';
import { membersOf } from '../../../../../runtime/schema/members.js';
import { readError } from '../../response.js';
import type { AwsServiceSchema } from '../../service.js';
import type { ClientProtocol } from '../../../../../runtime/messages.js';

function awsJsonClient(version: '1.0' | '1.1'): ClientProtocol {
  return {
    serialise({ id, targetPrefix = id }: AwsServiceSchema, { name, input: schema }, input) {
      const headers = {
        'content-type': `application/x-amz-json-${version}`,
        'x-amz-target': `${targetPrefix}.${name}`,
      };
      const body = JSON.stringify(convertMembers(membersOf(schema), input, writing));
      return { method: 'POST', path: '/', query: {}, headers, body };
    },

    async parse({ output }, response) {
      return convertMembers(membersOf(output), parseJson(await response.text()), reading);
    },

    parseError(operation, response) {
      return readError(operation, response, (members, body) =>
        convertMembers(membersOf(members), body, reading),
      );
    },
  };
}

/** AWS JSON 1.0, as https://smithy.io/2.0/aws/protocols/aws-json-1_0-protocol.html states it: the client's side. */
export const awsJson1_0Client: ClientProtocol = /* @__PURE__ */ awsJsonClient('1.0');

/** AWS JSON 1.1, as https://smithy.io/2.0/aws/protocols/aws-json-1_1-protocol.html states it: the client's side. */
export const awsJson1_1Client: ClientProtocol = /* @__PURE__ */ awsJsonClient('1.1');
