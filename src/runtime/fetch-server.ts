import { requestTooLarge } from './server-errors.js';
import type { HeaderSource, IncomingRequest, ServerResponse } from './wire.js';

/** Statuses whose responses have no body. */
const bodiless: readonly number[] = [101, 204, 205, 304];

/** A `Request` as the runtime reads it. */
export function fromRequest(request: Request): IncomingRequest {
  return {
    method: request.method,
    url: request.url.replace(/^[a-z]+:\/\/[^/?#]*/i, '').replace(/#.*/, ''),
    headers: headersOf(request),
    read: (limit) => readBytes(request, limit),
  };
}

/** The headers of a request, with the host also where only the URL knows it. */
function headersOf({ headers, url }: Request): HeaderSource {
  return {
    get: (name) => headers.get(name) ?? (name === 'host' ? new URL(url).host : undefined),
    [Symbol.iterator]: () => headers[Symbol.iterator](),
  };
}

async function readBytes(request: Request, limit: number): Promise<Uint8Array> {
  const length = Number(request.headers.get('content-length') ?? NaN);
  if (length > limit) throw requestTooLarge(limit);
  if (length >= 0 || !request.body) return new Uint8Array(await request.arrayBuffer());
  const chunks: Uint8Array[] = [];
  let total = 0;
  for (const reader = request.body.getReader(); ; ) {
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
  if (chunks.length === 1 && first) return plainBytes(first);
  const bytes = new Uint8Array(total);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.length;
  }
  return bytes;
}

/** The same bytes as nothing but a `Uint8Array`: what Node reads are `Buffer`s, which print and compare otherwise. */
export const plainBytes = (bytes: Uint8Array): Uint8Array =>
  new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length);

/** What the runtime answers as a `Response`. */
export function toResponse({ status, headers, body }: ServerResponse): Response {
  if (body === undefined || bodiless.includes(status)) return new Response(null, { status, headers });
  return new Response(body instanceof Uint8Array ? new Uint8Array(body) : body, { status, headers });
}
