import {
  ALGORITHM_IDENTIFIER,
  createScope,
  getCanonicalHeaders,
  getPayloadHash,
  getSigningKey,
  SignatureV4Base,
} from '@smithy/signature-v4';
import type { Identity } from './credentials.js';
import { Sha256 } from './hash.js';
import type { HeaderBag, WireRequest } from './wire.js';

/**
 * AWS Signature Version 4 in the header `authorization`. Canonical request, string to sign and signing key are the
 * library's; its own `SignatureV4` does the same, and more that weighs twice as much (presigned URLs, events, strings).
 */
export class Signer extends SignatureV4Base {
  readonly #region: string;
  readonly #service: string;
  #key: { readonly day: string; readonly identity: Identity; readonly bytes: Uint8Array } | undefined;

  constructor(region: string, service: string) {
    // The library wants credentials here; they are given with each request.
    super({ region, service, credentials: async () => Promise.reject(), sha256: Sha256 });
    this.#region = region;
    this.#service = service;
  }

  /** The headers of a request with its signature. A payload that is a stream is not signed. */
  async sign(request: WireRequest, host: string, identity: Identity, date: Date): Promise<HeaderBag> {
    const headers: HeaderBag = { ...request.headers, host, 'x-amz-date': this.formatDate(date).longDate };
    if (identity.sessionToken) headers['x-amz-security-token'] = identity.sessionToken;
    const http = { ...request, headers, protocol: '', hostname: host };
    const payload = (headers['x-amz-content-sha256'] ??= await getPayloadHash(http, Sha256));
    headers.authorization = await this.authorization(http, payload, identity, date);
    return headers;
  }

  /** The value of `authorization` over the hash of the payload and the headers that can be signed, or have to be. */
  async authorization(
    request: WireRequest,
    payload: string,
    identity: Identity,
    date: Date,
    signed?: Set<string>,
  ): Promise<string> {
    const { longDate, shortDate } = this.formatDate(date);
    const http = { ...request, protocol: '', hostname: '' };
    const canonical = getCanonicalHeaders(http, undefined, signed);
    const whole = this.createCanonicalRequest(http, canonical, payload);
    const scope = createScope(shortDate, this.#region, this.#service);
    const text = await this.createStringToSign(longDate, scope, whole, ALGORITHM_IDENTIFIER);
    const mac = new Sha256(await this.#signingKey(identity, shortDate));
    mac.update(text);
    const names = this.getCanonicalHeaderList(canonical);
    const signature = hex(await mac.digest());
    return `${ALGORITHM_IDENTIFIER} Credential=${identity.accessKeyId}/${scope}, SignedHeaders=${names}, Signature=${signature}`;
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

function hex(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += (byte < 16 ? '0' : '') + byte.toString(16);
  return text;
}
