import { convertMembers, parseJson, reading, writing } from '../../../../../runtime/codecs/json.js';
import { ServiceError } from '../../../../../runtime/errors.js';
import type { ClientProtocol } from '../../../../../runtime/messages.js';
import { type Fields, membersOf, own } from '../../../../../runtime/schema/members.js';
import { contentType, requestIdHeader } from './headers.js';

/** The client's half. */
export const callsClient: ClientProtocol = {
  serialise(_service, { name, input: schema }, input) {
    const body = JSON.stringify(convertMembers(membersOf(schema), input, writing));
    return { method: 'POST', path: `/${name}`, query: {}, headers: { 'content-type': contentType }, body };
  },

  async parse({ output }, response) {
    return convertMembers(membersOf(output), parseJson(await response.text()), reading);
  },

  async parseError({ errors }, response) {
    const body = jsonOrNothing(await response.text());
    const name = String(own(body, 'error') ?? 'UnknownError');
    const schema = errors.find((error) => error.name === name)?.members;
    return new ServiceError(name, String(own(body, 'message') ?? response.statusText), {
      status: response.status,
      members: schema ? convertMembers(membersOf(schema), body, reading) : body,
      requestId: response.headers.get(requestIdHeader) ?? undefined,
      response,
      body,
    });
  },
};

/** What stands between client and server may answer in its own way. */
function jsonOrNothing(text: string): Fields {
  try {
    return parseJson(text);
  } catch {
    return {};
  }
}
