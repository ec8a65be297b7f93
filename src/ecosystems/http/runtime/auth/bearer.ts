import { prefixed, provide, type Provided, type SchemeOf, withHeader } from './authorizer.js';

export interface BearerOptions {
  /** What stands before the token; `Bearer` unless said otherwise. */
  readonly prefix?: string;
  /** `Authorization` unless said otherwise. */
  readonly header?: string;
}

/** The token, or what gives it. */
export type BearerToken = Provided<string>;

/** A token in a header (RFC 6750, 2.1), behind whatever word the service wants before it. */
export const bearer =
  ({ prefix = 'Bearer', header = 'Authorization' }: BearerOptions): SchemeOf<BearerToken> =>
  (token) =>
  async (request) =>
    withHeader(request, header, prefixed(prefix, await provide(token)));
