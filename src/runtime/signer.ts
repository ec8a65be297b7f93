import {
  createScope,
  getCanonicalHeaders,
  getCanonicalQuery,
  getPayloadHash,
  getSigningKey,
} from '@smithy/signature-v4';
import type { Identity } from './credentials.js';
import { encode } from './encode.js';
import { Sha256 } from './hash.js';
import type { HeaderBag, WireRequest } from './wire.js';

/** A request as the library takes it. */
export interface SignableRequest extends WireRequest {
  readonly hostname: string;
  readonly protocol: string;
}

const algorithm = 'AWS4-HMAC-SHA256';

/**
 * AWS Signature Version 4 in the header `authorization`, for one service in one Region. Canonical headers and query, the
 * hash of the payload and the signing key are the library's. Its own `SignatureV4` puts them together likewise, and
 * presigns, signs events and more, which would make a client half as large again.
 */
export class Signer {
  readonly #region: string;
  readonly #service: string;
  #key: { readonly day: string; readonly identity: Identity; readonly bytes: Uint8Array } | undefined;

  constructor(region: string, service: string) {
    this.#region = region;
    this.#service = service;
  }

  /** The headers of a request with its signature. A payload that is a stream is not signed. */
  async sign(request: WireRequest, hostname: string, identity: Identity, date: Date): Promise<HeaderBag> {
    const headers: HeaderBag = { ...request.headers, host: hostname, 'x-amz-date': basicFormat(date) };
    if (identity.sessionToken) headers['x-amz-security-token'] = identity.sessionToken;
    const http = { ...request, headers, hostname, protocol: 'https:' };
    const payload = (headers['x-amz-content-sha256'] ??= await getPayloadHash(http, Sha256));
    headers.authorization = await this.authorization(http, payload, identity, date);
    return headers;
  }

  /** The value of `authorization` over the hash of the payload and the headers that can be signed, or have to be. */
  async authorization(
    request: SignableRequest,
    payload: string,
    identity: Identity,
    date: Date,
    signed?: Set<string>,
  ): Promise<string> {
    const time = basicFormat(date);
    const day = time.slice(0, 8);
    const headers = Object.entries(getCanonicalHeaders(request, undefined, signed));
    const names = headers.map(([name]) => name).join(';');
    const lines = headers.map(([name, value]) => `${name}:${value}\n`).join('');
    const path = canonicalPath(request.path);
    const canonical = [request.method, path, getCanonicalQuery(request), lines, names, payload].join('\n');
    const scope = createScope(day, this.#region, this.#service);
    const text = [algorithm, time, scope, await sha256(canonical)].join('\n');
    const signature = await sha256(text, await this.#signingKey(identity, day));
    return `${algorithm} Credential=${identity.accessKeyId}/${scope}, SignedHeaders=${names}, Signature=${signature}`;
  }

  /** The key of a day, derived once as long as the credentials are the same. */
  async #signingKey(identity: Identity, day: string): Promise<Uint8Array> {
    if (this.#key?.day !== day || this.#key.identity !== identity) {
      const bytes = await getSigningKey(Sha256, identity, day, this.#region, this.#service);
      this.#key = { day, identity, bytes };
    }
    return this.#key.bytes;
  }
}

/** `20150830T123600Z` */
function basicFormat(date: Date): string {
  return date.toISOString().replace(/[-:]|\.\d{3}/g, '');
}

/** Every segment encoded once more, and empty ones left out. */
function canonicalPath(path: string): string {
  return path.replace(/\/+/g, '/').split('/').map(encode).join('/');
}

async function sha256(text: string, key?: Uint8Array): Promise<string> {
  const hash = new Sha256(key);
  hash.update(text);
  let hex = '';
  for (const byte of await hash.digest()) hex += (byte < 16 ? '0' : '') + byte.toString(16);
  return hex;
}
