import type { Credentials, CredentialsProvider } from './options.js';

/** Credentials as the signing library takes them. */
export interface Identity {
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
