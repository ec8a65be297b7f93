import { cachedCredentials } from './credentials.js';
import type { Credentials, CredentialsProvider } from './options.js';
import type { Signer } from './signer.js';
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
  const load = async (): Promise<Signer> => new (await import('./signer.js')).Signer(region, service);
  let loading: Promise<Signer> | undefined;
  return async (request, host, date) =>
    (await (loading ??= load())).sign(request, host, await provider(), date);
}
