import { toBase64 } from '../../../../runtime/codecs/scalars.js';
import { type Provided, type SchemeOf, withHeader } from './authorizer.js';

export interface BasicCredentials {
  /** Without a colon. */
  readonly username: string;
  /** Empty where absent, as services have it that take a token as the name. */
  readonly password?: string | undefined;
}

/** The scheme has no options. */
export type BasicOptions = { readonly [name: string]: never };

/** A login, or what gives it. */
export type BasicLogin = Provided<BasicCredentials>;

/** Name and password in the header `Authorization`, as UTF-8 in base64 (RFC 7617). */
export const basic =
  (_options: BasicOptions = {}): SchemeOf<BasicLogin> =>
  (credentials) =>
  async (request) => {
    const given = typeof credentials === 'function' ? await credentials() : credentials;
    return withHeader(request, 'Authorization', basicText(given));
  };

/** Throws a `TypeError` where the name holds a colon, for nothing would tell where it ends. */
export function basicText({ username, password = '' }: BasicCredentials): string {
  if (username.includes(':')) throw new TypeError('A username for basic auth cannot hold a colon.');
  return `Basic ${toBase64(`${username}:${password}`)}`;
}
