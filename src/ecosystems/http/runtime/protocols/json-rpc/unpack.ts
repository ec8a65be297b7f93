import { ServiceError } from '../../../../../runtime/errors.js';
import type { ServerProtocol, ServerResponse } from '../../../../../runtime/messages.js';
import { type Fields, isFields } from '../../../../../runtime/schema/members.js';
import { serialisationError } from '../../../../../runtime/server/errors.js';
import type { HttpServiceSchema, RpcVersion } from '../../service.js';
import { codes } from './errors.js';

type Unpack = NonNullable<ServerProtocol['unpack']>;
type Answer = Parameters<Unpack>[2];

/** The calls that one request may hold. */
const mostCalls = 1000;

/** Takes the calls out of a body, one or a batch of them, and answers with a message for each that is no notification. */
export const unpackCalls: Unpack = async ({ rpc = '2.0' }: HttpServiceSchema, request, answer) => {
  if (request.method !== 'POST')
    return refused(405, codes.request, 'A call is a POST.', rpc, { allow: 'POST' });
  let json: unknown;
  try {
    json = JSON.parse(await request.text());
  } catch (error) {
    const { status, message } = error instanceof ServiceError ? error : serialisationError(error);
    return refused(status, status === 400 ? codes.parse : codes.request, message, rpc);
  }
  if (!Array.isArray(json)) return answerCall(json, rpc, answer);
  if (json.length === 0) return refused(400, codes.request, 'There is no call in the batch.', rpc);
  if (json.length > mostCalls)
    return refused(400, codes.request, `A batch holds ${mostCalls} calls at most.`, rpc);
  return batchOf(await Promise.all(json.map((call: unknown) => answerCall(call, rpc, answer))));
};

/** The answers in the order of the calls; none where all were notifications. */
function batchOf(responses: readonly ServerResponse[]): ServerResponse {
  const bodies = responses.flatMap(({ body }) => (body === undefined ? [] : [textOf(body)]));
  const headers = { ...responses[0]?.headers, 'content-type': 'application/json' };
  return bodies.length > 0 ? { status: 200, headers, body: `[${bodies.join(',')}]` } : nothing;
}

const nothing: ServerResponse = { status: 204, headers: {} };

type Id = string | number | null;

async function answerCall(call: unknown, rpc: RpcVersion, answer: Answer): Promise<ServerResponse> {
  const id = idOf(call);
  const problem = problemOf(call, rpc);
  if (!isCall(call) || problem !== undefined)
    return refused(400, codes.request, problem ?? 'It is no call.', rpc, {}, id);
  const body = textOfParams(call['params']);
  if (body === undefined)
    return refused(400, codes.params, 'The parameters are nested too deep.', rpc, {}, id);
  const response = await answer({ selector: call.method, body });
  if (isNotification(call, rpc)) return nothing;
  return { ...response, body: around(textOf(response.body), rpc, id) };
}

interface CallObject extends Fields {
  method: string;
}

const isCall = (call: unknown): call is CallObject => isFields(call) && typeof call['method'] === 'string';

function problemOf(call: unknown, rpc: RpcVersion): string | undefined {
  if (!isCall(call)) return 'A call is an object with a method.';
  if (rpc === '2.0' && call['jsonrpc'] !== '2.0') return 'The version of the call is not "2.0".';
  const { id, params } = call;
  if (id !== undefined && id !== null && typeof id !== 'string' && typeof id !== 'number')
    return 'The id is neither a text nor a number.';
  if (params !== undefined && (typeof params !== 'object' || params === null))
    return 'The parameters are neither a list nor an object.';
  return undefined;
}

const idOf = (call: unknown): Id | undefined => {
  const id = isFields(call) ? call['id'] : undefined;
  return typeof id === 'string' || typeof id === 'number' || id === null ? id : undefined;
};

/** Undefined where they are nested deeper than can be written. */
function textOfParams(params: unknown): string | undefined {
  try {
    return params === undefined ? '' : JSON.stringify(params);
  } catch {
    return undefined;
  }
}

/** A call that wants no answer: without an id in the second version, with null for one in the first. */
const isNotification = (call: Fields, rpc: RpcVersion): boolean =>
  rpc === '2.0' ? !Object.hasOwn(call, 'id') : rpc === '1.0' && call['id'] === null;

const textOf = (body: unknown): string => (typeof body === 'string' ? body : '{}');

/** A result or an error as a whole message; the first version has both, one of them null. */
function around(text: string, rpc: RpcVersion, id: Id | undefined): string {
  const content = text.slice(1, -1);
  if (rpc === '2.0') return `{"jsonrpc":"2.0",${content},"id":${JSON.stringify(id ?? null)}}`;
  if (rpc === 'plain') return id === undefined ? text : `{${content},"id":${JSON.stringify(id)}}`;
  const other = text.startsWith('{"error"') ? '"result":null' : '"error":null';
  return `{${content},${other},"id":${JSON.stringify(id ?? null)}}`;
}

function refused(
  status: number,
  code: number,
  message: string,
  rpc: RpcVersion,
  headers: { readonly [name: string]: string } = {},
  id?: Id,
): ServerResponse {
  const body = around(JSON.stringify({ error: { code, message } }), rpc, id);
  return { status, headers: { 'content-type': 'application/json', ...headers }, body };
}
