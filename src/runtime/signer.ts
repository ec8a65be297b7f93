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
  readonly #scope: { readonly region: string; readonly service: string };
  readonly #identity: () => Promise<Identity>;
  #key: { readonly day: string; readonly identity: Identity; readonly bytes: Uint8Array } | undefined;

  constructor(region: string, service: string, credentials: () => Promise<Identity>) {
    super({ region, service, credentials, sha256: Sha256 });
    this.#scope = { region, service };
    this.#identity = credentials;
  }

  /** The headers of the request with its signature. A payload that is a stream is not signed. */
  async sign(request: WireRequest, { host, hostname, protocol }: URL, date: Date): Promise<HeaderBag> {
    const identity = await this.#identity();
    const { longDate, shortDate } = this.formatDate(date);
    const headers: HeaderBag = { ...request.headers, host, 'x-amz-date': longDate };
    if (identity.sessionToken) headers['x-amz-security-token'] = identity.sessionToken;
    const http = { ...request, headers, protocol, hostname };
    const payload = (headers['x-amz-content-sha256'] ??= await getPayloadHash(http, Sha256));
    const canonical = getCanonicalHeaders(http);
    const scope = createScope(shortDate, this.#scope.region, this.#scope.service);
    const whole = this.createCanonicalRequest(http, canonical, payload);
    const text = await this.createStringToSign(longDate, scope, whole, ALGORITHM_IDENTIFIER);
    const mac = new Sha256(await this.#signingKey(identity, shortDate));
    mac.update(text);
    const names = this.getCanonicalHeaderList(canonical);
    const credential = `${identity.accessKeyId}/${scope}`;
    headers.authorization = `${ALGORITHM_IDENTIFIER} Credential=${credential}, SignedHeaders=${names}, Signature=${hex(await mac.digest())}`;
    return headers;
  }

  /** The key of a day, derived once as long as the credentials are the same. */
  async #signingKey(identity: Identity, day: string): Promise<Uint8Array> {
    const { region, service } = this.#scope;
    if (this.#key?.day === day && this.#key.identity === identity) return this.#key.bytes;
    const bytes = await getSigningKey(Sha256, identity, day, region, service);
    this.#key = { day, identity, bytes };
    return bytes;
  }
}

function hex(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += (byte < 16 ? '0' : '') + byte.toString(16);
  return text;
}
