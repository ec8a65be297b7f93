import type { ServerResponse } from '../messages.js';

/** What a field value may hold (RFC 9110, 5.5): no line ends, nothing beyond one byte. */
const fieldValue = /^[\t\x20-\x7e\x80-\xff]*$/;
const fieldName = /^[!#$%&'*+.^_`|~0-9a-z-]+$/i;

/**
 * The response as it is. Every way of sending one throws, too late for an answer, where the status is none or a header
 * cannot travel: a handler may have put anything there.
 * @throws TypeError that names what cannot be sent
 */
export function sendable(response: ServerResponse): ServerResponse {
  const { status, headers } = response;
  if (!Number.isInteger(status) || status < 200 || status > 599) {
    throw new TypeError(`The status ${status} cannot be sent.`);
  }
  for (const name of Object.keys(headers)) {
    if (!fieldName.test(name) || !fieldValue.test(headers[name] ?? '')) {
      throw new TypeError(`The header ${JSON.stringify(name)} cannot be sent.`);
    }
  }
  return response;
}
