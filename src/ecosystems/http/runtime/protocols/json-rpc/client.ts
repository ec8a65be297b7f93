import { convert, convertMembers } from '../../../../../runtime/codecs/json.js';
import { readingValues } from '../../../../../runtime/codecs/json-values.js';
import type { ServiceError } from '../../../../../runtime/errors.js';
import type { ClientProtocol } from '../../../../../runtime/messages.js';
import { isFields, isSet, own, placesOf, type Fields } from '../../../../../runtime/schema/members.js';
import type { StructureSchema } from '../../../../../runtime/schema/schema.js';
import type { HttpServiceSchema } from '../../service.js';
import { readError } from '../http/errors.js';
import { jsonOf } from '../http/response-body.js';
import { errorFrom } from './errors.js';
import { writeParams } from './params.js';

/**
 * JSON-RPC over HTTP (https://www.jsonrpc.org/specification, and version 1.0): a call is a POST to the base URL. The
 * client's side, which believes the body before the status.
 */
export const jsonRpcClient: ClientProtocol = {
  serialise({ rpc = '2.0' }: HttpServiceSchema, operation, input) {
    const params = writeParams(operation, input);
    const headers = { 'content-type': 'application/json', accept: 'application/json' };
    const common = { method: 'POST', path: '', query: {}, headers };
    const call = { ...(rpc === '2.0' && { jsonrpc: rpc }), method: operation.name, params };
    if (rpc === 'plain') return { ...common, body: JSON.stringify(call) };
    const [id = 0] = crypto.getRandomValues(new Uint32Array(1));
    return { ...common, id, body: JSON.stringify({ ...call, id }) };
  },

  async parse(operation, response, { id }) {
    const answer = jsonOf(await response.text());
    if (!isFields(answer)) throw new SyntaxError('The body is not a JSON object.');
    if (isSet(answer['error'])) throw errorFrom(operation, response, answer);
    checkId(answer['id'], id);
    return resultOf(operation.output, answer);
  },

  async parseError(operation, response): Promise<ServiceError> {
    const answer = jsonOf(await response.clone().text());
    return isSet(own(answer, 'error')) && own(own(answer, 'error'), 'code') !== undefined
      ? errorFrom(operation, response, answer)
      : readError(operation, response);
  },
};

/** An answer to another call must not be taken for this one's. */
function checkId(found: unknown, sent: number | undefined): void {
  if (sent === undefined || found === sent || found === String(sent)) return;
  throw new SyntaxError(`The answer is to the call ${JSON.stringify(found)}, not to ${sent}.`);
}

/** The result itself, or an object of the members that it is made of. */
function resultOf(output: StructureSchema, answer: Fields): unknown {
  const { all, body, payload } = placesOf(output);
  const result = answer['result'];
  const [whole] = payload;
  if (whole) {
    if (isSet(result)) return convert(whole[1].schema, result, readingValues);
    return result === null && whole[1].nullable ? null : undefined;
  }
  if (all.length === 0) return result ?? undefined;
  if (!isSet(result)) return {};
  if (!isFields(result)) throw new SyntaxError('The result is not a JSON object.');
  return convertMembers(body, result, readingValues);
}
