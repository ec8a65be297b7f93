import type { FetchHandler } from '../../generated/thistledown/index.js';
import type { IncomingRequest, ServerResponse } from '../../generated/thistledown/runtime/messages.js';
import { FetchRequest, toResponse } from '../../generated/thistledown/runtime/server/fetch.js';

/** The codes of failures that are answered before a handler is called. */
const codes: Readonly<Record<number, string>> = {
  400: 'bad_request',
  404: 'not_found',
  413: 'file_too_large',
  415: 'bad_request',
};

/** Gives every failure the body that the errors page promises, whoever noticed it. */
export function withErrorBodies(handler: FetchHandler): FetchHandler {
  const exchange = async (request: IncomingRequest): Promise<ServerResponse> =>
    complete(await handler.exchange(request));
  const answer = async (request: Request): Promise<Response> =>
    toResponse(await exchange(new FetchRequest(request)));
  return Object.assign(answer, { exchange });
}

function complete(response: ServerResponse): ServerResponse {
  const { status, headers, body } = response;
  if (status < 400 || typeof body !== 'string') return response;
  const told: object = JSON.parse(body);
  const whole = {
    code: codes[status] ?? 'internal',
    details: null,
    ...told,
    request_id: headers['x-request-id'],
  };
  return { status, headers, body: JSON.stringify(whole) };
}
