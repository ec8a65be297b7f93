import { joined } from './fetch-server.js';
import type { FetchHandler } from './server.js';
import { requestTooLarge } from './server-errors.js';
import type { Body, HeaderSource, ServerRequest } from './wire.js';

/** The part of `http.IncomingMessage` that is used. */
export interface NodeRequest extends AsyncIterable<Uint8Array> {
  readonly method?: string | undefined;
  readonly url?: string | undefined;
  readonly headers: { readonly [name: string]: string | string[] | undefined };
}

/** The part of `http.ServerResponse` that is used. */
export interface NodeResponse {
  writeHead(status: number, headers: { [name: string]: string }): unknown;
  write(chunk: Uint8Array): boolean;
  end(body?: string | Uint8Array): unknown;
  destroy(error?: Error): unknown;
}

/** A listener for `http.createServer`, or a middleware that answers every request. */
export function toNodeListener(
  handler: FetchHandler,
): (request: NodeRequest, response: NodeResponse) => Promise<void> {
  return async (request, response) => {
    const { status, headers, body } = await handler.exchange(fromNodeRequest(request));
    response.writeHead(status, withLength(headers, body));
    await endWith(response, body);
  };
}

function withLength(headers: { [name: string]: string }, body: Body | undefined): { [name: string]: string } {
  if (body instanceof ReadableStream) return headers;
  const length = typeof body === 'string' ? new TextEncoder().encode(body).length : (body?.length ?? 0);
  headers['content-length'] = String(length);
  return headers;
}

async function endWith(response: NodeResponse, body: Body | undefined): Promise<void> {
  if (!(body instanceof ReadableStream)) {
    response.end(body);
    return;
  }
  for (const reader = body.getReader(); ;) {
    const { done, value } = await reader.read();
    if (done) break;
    response.write(value);
  }
  response.end();
}

/** A request of node:http as the runtime reads it. */
export function fromNodeRequest(request: NodeRequest): ServerRequest {
  return {
    method: request.method ?? 'GET',
    url: request.url ?? '/',
    headers: headersOf(request.headers),
    bytes: (limit) => readBytes(request, limit),
  };
}

function headersOf(headers: NodeRequest['headers']): HeaderSource {
  const get = (name: string): string | undefined => {
    const value = headers[name.toLowerCase()];
    return typeof value === 'object' ? value.join(', ') : value;
  };
  return {
    get,
    *[Symbol.iterator]() {
      for (const name of Object.keys(headers)) yield [name, get(name) ?? ''] as const;
    },
  };
}

async function readBytes(request: NodeRequest, limit: number): Promise<Uint8Array> {
  if (Number(request.headers['content-length']) > limit) throw requestTooLarge(limit);
  const chunks: Uint8Array[] = [];
  let total = 0;
  for await (const chunk of request) {
    total += chunk.length;
    if (total > limit) throw requestTooLarge(limit);
    chunks.push(chunk);
  }
  return joined(chunks, total);
}
