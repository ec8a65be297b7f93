import { SignatureV4 } from '@smithy/signature-v4';
import { Sha256 } from './hash.js';
import type { Credentials, CredentialsProvider } from './options.js';
import type { HeaderBag, WireRequest } from './wire.js';

/** Credentials as the signing library takes them. */
interface Identity {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

/** How long before their expiration credentials count as expired, in milliseconds. */
const margin = 5 * 60_000;

/** A provider that is asked again only when its credentials are about to expire, and once for calls at the same time. */
export function cachedCredentials(credentials: Credentials | CredentialsProvider): () => Promise<Identity> {
  let current: Promise<Identity> | undefined;
  let expires = Infinity;
  const ask = async (): Promise<Identity> => {
    const given = typeof credentials === 'function' ? await credentials() : credentials;
    const { accessKeyId, secretAccessKey, sessionToken, expiration } = given;
    expires = expiration ? expiration.getTime() - margin : Infinity;
    return { accessKeyId, secretAccessKey, ...(sessionToken && { sessionToken }) };
  };
  return () => {
    if (!current || Date.now() >= expires) {
      expires = Infinity;
      current = ask();
      current.catch(() => (current = undefined));
    }
    return current;
  };
}

/** Gives the headers of a request with AWS Signature Version 4. */
export type Sign = (request: WireRequest, host: URL, date: Date) => Promise<HeaderBag>;

/** A signer for one service in one Region. Payloads that are streams are signed as unsigned payloads. */
export function createSigner(
  credentials: Credentials | CredentialsProvider,
  region: string,
  service: string,
): Sign {
  const signer = new SignatureV4({
    credentials: cachedCredentials(credentials),
    region,
    service,
    sha256: Sha256,
  });
  return async (request, url, signingDate) => {
    const headers = { ...request.headers, host: url.host };
    const { protocol, hostname } = url;
    const signed = await signer.sign({ ...request, headers, protocol, hostname }, { signingDate });
    return signed.headers;
  };
}
