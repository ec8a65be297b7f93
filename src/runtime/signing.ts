import { cachedCredentials } from './credentials.js';
import type { Credentials, CredentialsProvider } from './options.js';
import type { HeaderBag, WireRequest } from './wire.js';

/** Gives the headers of a request with AWS Signature Version 4. */
export type Sign = (request: WireRequest, host: string, date: Date) => Promise<HeaderBag>;

/**
 * A signer for one service in one Region. The signing library is loaded with the first request: it takes longer to load
 * than all the rest. What is loaded late should share no module with what is not, or bundles grow by the wrapping.
 */
export function createSigner(
  credentials: Credentials | CredentialsProvider,
  region: string,
  service: string,
): Sign {
  const provider = cachedCredentials(credentials);
  const loading = once(async () => new (await import('./signer.js')).Signer(region, service));
  return async (request, host, date) => (await loading()).sign(request, host, await provider(), date);
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
}
