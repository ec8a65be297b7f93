import { ServiceError } from '../errors.js';
import { requestTooLarge, serialisationError } from './errors.js';
import { textOf } from './request.js';
import type { HeaderSource, IncomingRequest, ServerResponse } from '../messages.js';

/** Statuses whose responses have no body. */
export const bodiless: readonly number[] = [101, 204, 205, 304];

/** A `Request` as the runtime reads it. */
export class FetchRequest implements IncomingRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: HeaderSource;
  readonly #request: Request;

  constructor(request: Request) {
    this.method = request.method;
    this.url = pathOf(request.url);
    this.headers = new FetchHeaders(request);
    this.#request = request;
  }

  read(limit: number): Promise<Uint8Array> {
    return readBytes(this.#request, limit).catch(refused);
  }

  async readText(limit: number): Promise<string> {
    if (hasLength(this.#request, limit)) return this.#request.text().catch(refused);
    return textOf(await this.read(limit));
  }
}

/** Path and query of an absolute URL. */
function pathOf(url: string): string {
  const start = url.indexOf('/', url.indexOf('://') + 3);
  const end = url.indexOf('#', start);
  return end < 0 ? url.slice(start) : url.slice(start, end);
}

/** The headers of a request, with the host also where only the URL knows it. */
class FetchHeaders implements HeaderSource {
  readonly #request: Request;

  constructor(request: Request) {
    this.#request = request;
  }

  get(name: string): string | undefined {
    const { headers, url } = this.#request;
    return headers.get(name) ?? (name === 'host' ? new URL(url).host : undefined);
  }

  [Symbol.iterator](): Iterator<[string, string]> {
    return this.#request.headers[Symbol.iterator]();
  }
}

function refused(error: unknown): never {
  throw error instanceof ServiceError ? error : serialisationError(error);
}

/** Whether a request says how long its body is. Throws where that is too long. */
function hasLength({ headers }: Request, limit: number): boolean {
  const length = Number(headers.get('content-length') ?? NaN);
  if (length > limit) throw requestTooLarge(limit);
  return length >= 0;
}

async function readBytes(request: Request, limit: number): Promise<Uint8Array> {
  const isWhole = hasLength(request, limit) || !request.body;
  return isWhole ? new Uint8Array(await request.arrayBuffer()) : readStream(request.body, limit);
}

async function readStream(stream: ReadableStream<Uint8Array>, limit: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let total = 0;
  for (const reader = stream.getReader(); ; ) {
    const { done, value } = await reader.read();
    if (done) return joined(chunks, total);
    total += value.length;
    if (total > limit) throw requestTooLarge(limit);
    chunks.push(value);
  }
}

/** The chunks as one array of `total` bytes. */
export function joined(chunks: readonly Uint8Array[], total: number): Uint8Array {
  const [first] = chunks;
  if (chunks.length === 1 && first) return first;
  const bytes = new Uint8Array(total);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.length;
  }
  return bytes;
}

/** What the runtime answers as a `Response`. */
export function toResponse({ status, headers, body }: ServerResponse): Response {
  if (body === undefined || bodiless.includes(status)) return new Response(null, { status, headers });
  return new Response(body instanceof Uint8Array ? new Uint8Array(body) : body, { status, headers });
}
