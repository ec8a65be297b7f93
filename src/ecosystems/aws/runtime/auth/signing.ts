import type { Authorize } from '../../../../runtime/client/connection.js';
import type { Credentials, CredentialsProvider } from '../options.js';
import type { Identity, Signer } from './signer.js';

/**
 * Signs requests with AWS Signature Version 4 for one service in one Region. The signing library is loaded with the first request: it takes longer to load
 * than all the rest. What is loaded late should share no module with what is not, or bundles grow by the wrapping.
 */
export function createSigner(
  credentials: Credentials | CredentialsProvider,
  region: string,
  service: string,
): Authorize {
  const provider = cachedCredentials(credentials);
  const load = async (): Promise<Signer> => new (await import('./signer.js')).Signer(region, service);
  let loading: Promise<Signer> | undefined;
  return async (request, { host, date }) => {
    const signer = await (loading ??= load());
    return { ...request, headers: await signer.sign(request, host, await provider(), date) };
  };
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
