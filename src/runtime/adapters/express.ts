import { fromNodeRequest, type NodeRequest, type NodeResponse, respond } from './node.js';
import type { FetchHandler } from '../server/server.js';

/** The part of Express's request that is used. */
export interface ExpressRequest extends NodeRequest {
  /** What a body parser made of the body, where one ran before. */
  readonly body?: unknown;
  readonly readableEnded?: boolean | undefined;
}

/**
 * A handler for `app.use`, under a path or without. Put it before body parsers; where one has read the body, what it
 * made of it is written as JSON again.
 */
export function toExpressHandler(
  handler: FetchHandler,
): (request: ExpressRequest, response: NodeResponse) => Promise<void> {
  return async (request, response) => {
    const incoming = fromNodeRequest(request);
    const parsed = request.readableEnded && request.body !== undefined;
    await respond(
      handler,
      parsed ? { ...incoming, read: async () => bytesOf(request.body) } : incoming,
      response,
    );
  };
}

function bytesOf(body: unknown): Uint8Array {
  if (body instanceof Uint8Array) return body;
  return new TextEncoder().encode(typeof body === 'string' ? body : JSON.stringify(body));
}
