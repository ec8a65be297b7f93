import { convert, parseJson, writing } from '../../../../../runtime/codecs/json.js';
import { readBodyMembers } from '../../../../../runtime/codecs/json-strict.js';
import { membersOf } from '../../../../../runtime/schema/members.js';
import { documentedMembers, errorBody, requireContentType } from '../../../../../runtime/server/errors.js';
import { textOf } from '../../../../../runtime/server/request.js';
import type { OperationSchema } from '../../../../../runtime/schema/schema.js';
import type { AwsServiceSchema } from '../../service.js';
import type { ServerProtocol } from '../../../../../runtime/messages.js';

function awsJsonServer(version: '1.0' | '1.1'): ServerProtocol {
  const contentType = `application/x-amz-json-${version}`;
  const headers = { 'content-type': contentType };
  return {
    requestIdHeader: 'x-amzn-requestid',

    router<Target>(
      { id, targetPrefix = id }: AwsServiceSchema,
      entries: readonly (readonly [OperationSchema, Target])[],
    ) {
      const targets = new Map(entries.map(([{ name }, target]) => [`${targetPrefix}.${name}`, target]));
      return {
        find(request) {
          const target = targets.get(request.headers.get('x-amz-target') ?? '');
          return request.method === 'POST' && target !== undefined ? { target, labels: {} } : undefined;
        },
      };
    },

    bodyForm: () => 'text',

    parse({ input }, request, _labels, body) {
      requireContentType(request.headers.get('content-type'), [contentType]);
      return readBodyMembers(membersOf(input), parseJson(textOf(body)));
    },

    serialise({ output, status }, value) {
      return { status, headers: { ...headers }, body: JSON.stringify(convert(output, value ?? {}, writing)) };
    },

    serialiseError(error, operation) {
      const { status, members } = documentedMembers(operation, error);
      const body = { __type: error.name, ...errorBody(error, members) };
      return { status: operation ? status : 400, headers: { ...headers }, body: JSON.stringify(body) };
    },
  };
}

/** AWS JSON 1.0, as https://smithy.io/2.0/aws/protocols/aws-json-1_0-protocol.html states it: the server's side. */
export const awsJson1_0Server: ServerProtocol = /* @__PURE__ */ awsJsonServer('1.0');

/** AWS JSON 1.1, as https://smithy.io/2.0/aws/protocols/aws-json-1_1-protocol.html states it: the server's side. */
export const awsJson1_1Server: ServerProtocol = /* @__PURE__ */ awsJsonServer('1.1');
