import {
  ALGORITHM_IDENTIFIER,
  createScope,
  getCanonicalHeaders,
  getPayloadHash,
  getSigningKey,
  SignatureV4Base,
} from '@smithy/signature-v4';
import { Sha256 } from './hash.js';
import type { Identity } from './credentials.js';
import type { HeaderBag, WireRequest } from './wire.js';

/**
 * AWS Signature Version 4 in the header `authorization`. Canonical request, string to sign and signing key are the
 * library's; its own `SignatureV4` does the same, and more that weighs twice as much (presigned URLs, events, strings).
 */
export class Signer extends SignatureV4Base {
  constructor(region: string, service: string, credentials: () => Promise<Identity>) {
    super({ region, service, credentials, sha256: Sha256 });
  }

  /** The headers of the request with its signature. A payload that is a stream is not signed. */
  async sign(request: WireRequest, url: URL, date: Date): Promise<HeaderBag> {
    const { sha256, service } = this;
    const [credentials, region] = await Promise.all([this.credentialProvider(), this.regionProvider()]);
    const { longDate, shortDate } = this.formatDate(date);
    const headers: HeaderBag = { ...request.headers, host: url.host, 'x-amz-date': longDate };
    if (credentials.sessionToken) headers['x-amz-security-token'] = credentials.sessionToken;
    const http = { ...request, headers, protocol: url.protocol, hostname: url.hostname };
    const payload = (headers['x-amz-content-sha256'] ??= await getPayloadHash(http, sha256));
    const canonical = getCanonicalHeaders(http);
    const scope = createScope(shortDate, region, service);
    const canonicalRequest = this.createCanonicalRequest(http, canonical, payload);
    const text = await this.createStringToSign(longDate, scope, canonicalRequest, ALGORITHM_IDENTIFIER);
    const mac = new Sha256(await getSigningKey(sha256, credentials, shortDate, region, service));
    mac.update(text);
    const signature = Array.from(await mac.digest(), (byte) => byte.toString(16).padStart(2, '0')).join('');
    const names = this.getCanonicalHeaderList(canonical);
    headers.authorization = `${ALGORITHM_IDENTIFIER} Credential=${credentials.accessKeyId}/${scope}, SignedHeaders=${names}, Signature=${signature}`;
    return headers;
  }
}
