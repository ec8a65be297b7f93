import { convert, parseJson, writing } from '../../../../../runtime/codecs/json.js';
import { readBodyMembers } from '../../../../../runtime/codecs/json-strict.js';
import type { ServerProtocol } from '../../../../../runtime/messages.js';
import { membersOf } from '../../../../../runtime/schema/members.js';
import { documentedMembers, errorBody, requireContentType } from '../../../../../runtime/server/errors.js';
import { textOf } from '../../../../../runtime/server/request.js';
import { contentType, requestIdHeader } from './headers.js';

const headers = { 'content-type': contentType };

/** The server's half. */
export const callsServer: ServerProtocol = {
  requestIdHeader,

  router(_service, entries) {
    const targets = new Map(entries.map(([{ name }, target]) => [`/${name}`, target]));
    return {
      find({ method, url }) {
        const target = targets.get(new URL(url, 'http://localhost').pathname);
        return method === 'POST' && target !== undefined ? { target, labels: {} } : undefined;
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
    const body = { error: error.name, ...errorBody(error, members) };
    return { status, headers: { ...headers }, body: JSON.stringify(body) };
  },
};
