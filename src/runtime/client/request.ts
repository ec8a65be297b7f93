import type { ClientProtocol, HeaderBag, Query, RequestBody, WireRequest } from '../messages.js';
import { put } from '../schema/members.js';
import type { OperationSchema } from '../schema/schema.js';
import type { Connection } from './connection.js';
import type { CallOptions } from './options.js';
import { send } from './send.js';

/** A request as a caller writes it, for what no page documents. */
export interface RawRequest {
  readonly method: string;
  /** Percent-encoded, with a leading slash; put behind the path of the base URL. */
  readonly path: string;
  /** Before it are those that stand in `path`. */
  readonly query?: URLSearchParams | { readonly [key: string]: string } | undefined;
  /** Sent as it is. */
  readonly body?: RequestBody | undefined;
  /** Sent as JSON, instead of `body`. */
  readonly json?: unknown;
  /** The names of the ways to show who calls that do, any of them; all when absent, none when empty. */
  readonly auth?: readonly string[] | undefined;
}

/**
 * Sends a request as the operations of a client are sent: with its credentials, retries, timeouts and hooks. Gives the
 * response of success unread. Rejects with a `ServiceError` where the service answers with an error, and as `fetch` does.
 */
export function request(
  connection: Connection,
  given: RawRequest,
  options: CallOptions = {},
): Promise<Response> {
  const { method, path, auth } = given;
  const empty = { kind: 'structure', members: {} } as const;
  const operation: OperationSchema<object, Response> = {
    name: `${method} ${path}`,
    method,
    uri: path,
    status: 200,
    input: empty,
    output: empty,
    errors: [],
    ...(auth && { auth }),
  };
  const protocol: ClientProtocol = {
    serialise: () => write(given),
    parse: async (_operation, response) => response,
    parseError: (unknown, response) => connection.protocol.parseError(unknown, response),
  };
  return send({ ...connection, protocol }, operation, {}, options);
}

function write({ method, path, query, body, json }: RawRequest): WireRequest {
  const [target = '', before = ''] = path.split('?', 2);
  const pairs = new URLSearchParams(before);
  for (const [key, value] of new URLSearchParams(query)) pairs.append(key, value);
  const headers: HeaderBag = json === undefined ? {} : { 'content-type': 'application/json' };
  const text = pairs.toString().replaceAll('+', '%20');
  return {
    method,
    path: target,
    query: queryOf(pairs),
    ...(text && { search: `?${text}` }),
    headers,
    body: json === undefined ? body : JSON.stringify(json),
  };
}

function queryOf(pairs: URLSearchParams): Query {
  const query: Query = {};
  for (const key of new Set(pairs.keys())) put(query, key, pairs.getAll(key));
  return query;
}
