import { bodiless, joined } from '../server/fetch.js';
import type { FetchHandler } from '../server/server.js';
import { requestTooLarge, serialisationError } from '../server/errors.js';
import type { HeaderSource, IncomingRequest, ServerResponse } from '../messages.js';

/** Of Node, whose types a package need not have. */
declare const Buffer: { byteLength(text: string): number };

/** The part of `http.IncomingMessage` that is used. */
export interface NodeRequest {
  readonly method?: string | undefined;
  readonly url?: string | undefined;
  readonly headers: { readonly [name: string]: string | string[] | undefined };
  on(event: 'data', listener: (chunk: Uint8Array) => void): unknown;
  on(event: 'end', listener: () => void): unknown;
  on(event: 'error', listener: (error: Error) => void): unknown;
}

/** The part of `http.ServerResponse` that is used. */
export interface NodeResponse {
  writeHead(status: number, headers: { [name: string]: string | number }): unknown;
  write(chunk: Uint8Array): boolean;
  end(body?: string | Uint8Array): unknown;
  end(body: string, encoding: 'latin1'): unknown;
  on(event: 'close', listener: () => void): unknown;
  once(event: 'drain', listener: () => void): unknown;
  destroy(): unknown;
}

export interface NodeListenerOptions {
  /** What stands before the paths of the service, such as `/api`. */
  readonly prefix?: string | undefined;
}

/** A listener for `http.createServer`; it answers every request. */
export function toNodeListener(
  handler: FetchHandler,
  { prefix = '' }: NodeListenerOptions = {},
): (request: NodeRequest, response: NodeResponse) => Promise<void> {
  return (request, response) => respond(handler, fromNodeRequest(request, prefix), response);
}

/** Writes what a handler answers to a request. */
export function respond(
  handler: FetchHandler,
  request: IncomingRequest,
  response: NodeResponse,
): Promise<void> {
  return handler.exchange(request).then((answer) => write(answer, response));
}

function write({ status, headers, body }: ServerResponse, response: NodeResponse): Promise<void> | undefined {
  if (typeof body !== 'string' && body instanceof ReadableStream) {
    response.writeHead(status, headers);
    return pipe(body, response);
  }
  const length = typeof body === 'string' ? Buffer.byteLength(body) : (body?.byteLength ?? 0);
  // With its length known, the response is written whole, and not in chunks.
  if (!bodiless.includes(status)) headers['content-length'] ??= String(length);
  response.writeHead(status, headers);
  // Where a text has a byte for each character, it is ASCII, which Node writes faster as what it is.
  if (typeof body === 'string' && length === body.length) response.end(body, 'latin1');
  else response.end(body);
  return undefined;
}

/** A body that fails on the way breaks the connection off: its status has gone, and half of it is not the whole. */
async function pipe(body: ReadableStream<Uint8Array>, response: NodeResponse): Promise<void> {
  const reader = body.getReader();
  response.on('close', () => void reader.cancel().catch(() => undefined));
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      if (!response.write(value)) await drained(response);
    }
    response.end();
  } catch {
    response.destroy();
  }
}

const drained = (response: NodeResponse): Promise<void> =>
  new Promise((resolve) => {
    response.once('drain', resolve);
    response.on('close', resolve);
  });

/** A request of node:http as the runtime reads it. */
export function fromNodeRequest(request: NodeRequest, prefix = ''): IncomingRequest {
  const { method = 'GET', url = '/' } = request;
  return {
    method,
    url: url.startsWith(prefix) ? url.slice(prefix.length) : url,
    headers: new NodeHeaders(request.headers),
    read: (limit) => readBytes(request, limit),
  };
}

class NodeHeaders implements HeaderSource {
  readonly #headers: NodeRequest['headers'];

  constructor(headers: NodeRequest['headers']) {
    this.#headers = headers;
  }

  get(name: string): string | undefined {
    const value = this.#headers[name.toLowerCase()];
    return typeof value === 'object' ? value.join(', ') : value;
  }

  *[Symbol.iterator](): Iterator<readonly [string, string]> {
    for (const name of Object.keys(this.#headers)) yield [name, this.get(name) ?? ''];
  }
}

function readBytes(request: NodeRequest, limit: number): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = [];
    let total = 0;
    const tooLarge = (): void => reject(requestTooLarge(limit));
    if (Number(request.headers['content-length']) > limit) tooLarge();
    request.on('data', (chunk) => {
      total += chunk.length;
      // The rest is taken without being kept: a sender that is cut off would never read the answer.
      if (total > limit) tooLarge();
      else chunks.push(chunk);
    });
    request.on('end', () => resolve(joined(chunks, total)));
    request.on('error', (error) => reject(serialisationError(error)));
  });
}
