import type { Authorize } from '../../../../runtime/client/connection.js';

/** What a caller has. */
export type Token = string;

/** Puts the token into the header that the pages name. */
export const token =
  ({ header }: { readonly header: string }) =>
  (given: Token): Authorize =>
  async (request) => ({ ...request, headers: { ...request.headers, [header.toLowerCase()]: given } });
