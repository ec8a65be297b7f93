import { fromBase64, percentEncode, toBase64 } from '../../../../runtime/codecs/scalars.js';
import type { RequestBody, WireRequest } from '../../../../runtime/messages.js';
import { type AuthContext, type Provided, type SchemeOf, withHeader, withParameter } from './authorizer.js';

/** A header, or a parameter of the query. */
export interface HmacPlace {
  readonly in: 'header' | 'query';
  readonly name: string;
}

export interface HmacOptions {
  readonly algorithm?: 'SHA-1' | 'SHA-256' | 'SHA-384' | 'SHA-512';
  /**
   * What is signed, joined by `+` in its order, such as `query`, `query+body` or `timestamp+method+path+query+body`. `query`
   * is without its question mark, as it is sent; `search` with it.
   */
  readonly over: string;
  /** What stands between the pieces; nothing unless said otherwise. */
  readonly separator?: string;
  readonly encoding?: 'hex' | 'base64';
  /** How a caller's secret is written; as text unless said otherwise. */
  readonly secretEncoding?: 'text' | 'hex' | 'base64';
  readonly signature: HmacPlace & { readonly prefix?: string };
  readonly key?: HmacPlace;
  /** The time of the attempt; of the query it is signed as a parameter. */
  readonly timestamp?: HmacPlace & { readonly unit?: 'milliseconds' | 'seconds' | 'iso' };
}

export interface HmacCredentials {
  readonly key: string;
  readonly secret: string;
}

/** A key and its secret, or what gives them. */
export type HmacKey = Provided<HmacCredentials>;

/**
 * A keyed hash (RFC 2104) of parts of the request, as exchanges want it. Names, order and encoding are what the service
 * documents. The signature is the last parameter where it stands in the query.
 */
export const hmac =
  (options: HmacOptions): SchemeOf<HmacKey> =>
  (credentials) =>
  async (request, context) => {
    const { key, secret } = typeof credentials === 'function' ? await credentials() : credentials;
    const time = timeText(options, context);
    let stated = await withoutForm(request);
    if (options.key) stated = put(stated, options.key, key);
    if (options.timestamp) stated = put(stated, options.timestamp, time);
    const digest = await sign(options, secret, await messageOf(options, stated, { key, time }));
    const text = options.encoding === 'base64' ? toBase64(digest) : toHex(digest);
    return put(stated, options.signature, `${options.signature.prefix ?? ''}${text}`);
  };

const put = (request: WireRequest, place: HmacPlace, value: string): WireRequest =>
  place.in === 'header'
    ? withHeader(request, place.name, value)
    : withParameter(request, place.name, percentEncode(value));

function timeText({ timestamp }: HmacOptions, { date }: AuthContext): string {
  if (timestamp?.unit === 'iso') return date.toISOString();
  return String(timestamp?.unit === 'seconds' ? Math.floor(date.getTime() / 1000) : date.getTime());
}

/** A form of parts gets its bytes here, so that what is signed is what is sent. */
async function withoutForm(request: WireRequest): Promise<WireRequest> {
  if (!(request.body instanceof FormData)) return request;
  const encoded = new Response(request.body);
  const body = new Uint8Array(await encoded.arrayBuffer());
  return withHeader({ ...request, body }, 'content-type', encoded.headers.get('content-type') ?? '');
}

/** Throws a `TypeError` at a piece that is none, and at a body that cannot be signed. */
async function messageOf(
  { over, separator = '' }: HmacOptions,
  { method, path, search = '', body }: WireRequest,
  { key, time }: { readonly key: string; readonly time: string },
): Promise<Uint8Array> {
  const texts: { readonly [piece: string]: string } = {
    query: search.slice(1),
    search,
    path,
    method,
    timestamp: time,
    key,
  };
  const pieces = over.split('+').map((piece) => (piece === 'body' ? bytesOf(body) : encoded(texts, piece)));
  return joined(await Promise.all(pieces), new TextEncoder().encode(separator));
}

function encoded(texts: { readonly [piece: string]: string }, piece: string): Uint8Array {
  const text = Object.hasOwn(texts, piece) ? texts[piece] : undefined;
  if (text === undefined) throw new TypeError(`A signature cannot be made over "${piece}".`);
  return new TextEncoder().encode(text);
}

async function bytesOf(body: RequestBody | undefined): Promise<Uint8Array> {
  if (body instanceof ReadableStream) throw new TypeError('A stream cannot be signed: give its bytes.');
  if (body instanceof Uint8Array) return body;
  return new Uint8Array(await new Response(body ?? '').arrayBuffer());
}

function joined(pieces: readonly Uint8Array[], separator: Uint8Array): Uint8Array {
  const parts = pieces.flatMap((piece, at) => (at > 0 ? [separator, piece] : [piece]));
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let offset = 0;
  for (const part of parts) {
    bytes.set(part, offset);
    offset += part.length;
  }
  return bytes;
}

async function sign(
  { algorithm = 'SHA-256', secretEncoding = 'text' }: HmacOptions,
  secret: string,
  message: Uint8Array,
): Promise<Uint8Array> {
  const raw = new Uint8Array(secretBytes(secret, secretEncoding));
  const key = await crypto.subtle.importKey('raw', raw, { name: 'HMAC', hash: algorithm }, false, ['sign']);
  return new Uint8Array(await crypto.subtle.sign('HMAC', key, new Uint8Array(message)));
}

function secretBytes(secret: string, encoding: NonNullable<HmacOptions['secretEncoding']>): Uint8Array {
  if (encoding === 'base64') return fromBase64(secret);
  if (encoding === 'text') return new TextEncoder().encode(secret);
  return Uint8Array.from(secret.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

const toHex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
