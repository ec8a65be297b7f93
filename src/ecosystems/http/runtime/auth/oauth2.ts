import { ServiceError } from '../../../../runtime/errors.js';
import type { Fetch } from '../../../../runtime/client/options.js';
import { isFields, own } from '../../../../runtime/schema/members.js';
import {
  type Authorizer,
  prefixed,
  provide,
  type Provided,
  type SchemeOf,
  withHeader,
} from './authorizer.js';
import { basicText } from './basic.js';

export interface OAuth2Options {
  /** Where tokens are got; absent where no page says, and callers give it or the tokens themselves. */
  readonly tokenUrl?: string;
  /** Where users give their consent, for who gets refresh tokens; clients do not use it. */
  readonly authorizationUrl?: string;
  /** Asked for unless the caller asks for others. */
  readonly scopes?: readonly string[];
  /** Where the client shows its secret: in basic auth, unless said otherwise, or in the form. */
  readonly clientAuth?: 'basic' | 'body';
  /** What stands before the token; `Bearer` unless said otherwise. */
  readonly prefix?: string;
}

/** A client of the service, which gets its tokens by itself. */
export interface OAuth2Client {
  readonly clientId: string;
  readonly clientSecret?: string | undefined;
  /** Tokens are got with it, on behalf of a user; without it, on behalf of the client itself. */
  readonly refreshToken?: string | undefined;
  readonly scopes?: readonly string[] | undefined;
  /** Where it is not the one that the service documents. */
  readonly tokenUrl?: string | undefined;
  /** Told of each token, so that a refresh token that the service has replaced can be kept. */
  onToken?(token: OAuth2Token): void;
}

export interface OAuth2Token {
  readonly accessToken: string;
  /** Milliseconds since 1970; `Infinity` where the service does not say. */
  readonly expires: number;
  readonly refreshToken: string | undefined;
}

/** An access token, what gives one, or a client that gets them. */
export type OAuth2Credentials = Provided<string> | OAuth2Client;

/** Access tokens of OAuth 2 (RFC 6749): those of a client (4.4) or of a refresh token (6), got anew before they expire. */
export const oauth2 =
  (options: OAuth2Options): SchemeOf<OAuth2Credentials> =>
  (credentials) => {
    const { prefix = 'Bearer' } = options;
    const isClient = typeof credentials === 'object';
    const source = isClient ? tokensOf(options, credentials) : undefined;
    const authorize: Authorizer = async (request, { fetch }) => {
      const token = source ? await source.get(fetch) : await provide(isClient ? '' : credentials);
      return withHeader(request, 'Authorization', prefixed(prefix, token));
    };
    return source ? Object.assign(authorize, { renew: source.renew }) : authorize;
  };

/** A token that was got so shortly ago is not refused for its age, but by calls that were sent with the one before. */
const fresh = 5_000;

/** How long before its end a token is got anew, in milliseconds, or half of its life where that is shorter. */
const margin = 60_000;

/** Calls at the same time share one token, also while it is being got. A failure is not kept. */
function tokensOf(
  options: OAuth2Options,
  client: OAuth2Client,
): { get(fetch: Fetch): Promise<string>; renew(): boolean } {
  let current: Promise<OAuth2Token> | undefined;
  let { refreshToken } = client;
  let got = 0;
  let end = 0;
  const ask = async (fetch: Fetch): Promise<OAuth2Token> => {
    const token = await requestToken(options, { ...client, refreshToken }, fetch);
    got = Date.now();
    end = token.expires - Math.min(margin, (token.expires - got) / 2 || margin);
    refreshToken = token.refreshToken;
    client.onToken?.(token);
    return token;
  };
  return {
    async get(fetch) {
      if (!current || Date.now() >= end) {
        end = Infinity;
        current = ask(fetch);
        current.catch(() => (current = undefined));
      }
      return (await current).accessToken;
    },
    renew() {
      if (Date.now() - got >= fresh) current = undefined;
      return true;
    },
  };
}

async function requestToken(
  options: OAuth2Options,
  client: OAuth2Client,
  fetch: Fetch,
): Promise<OAuth2Token> {
  const url = client.tokenUrl ?? options.tokenUrl;
  if (url === undefined)
    throw new TypeError('Where tokens are got is not known: give a `tokenUrl` with the client.');
  const response = await fetch(url, { method: 'POST', ...formOf(options, client) });
  const body: unknown = await response.json().catch(() => undefined);
  const accessToken = own(body, 'access_token');
  if (!response.ok || typeof accessToken !== 'string') throw refusal(response, body);
  const seconds = Number(own(body, 'expires_in') ?? Infinity);
  const next = own(body, 'refresh_token');
  return {
    accessToken,
    expires: Date.now() + (seconds > 0 ? seconds * 1000 : Infinity),
    refreshToken: typeof next === 'string' ? next : client.refreshToken,
  };
}

function formOf(
  { scopes = [], clientAuth = 'basic' }: OAuth2Options,
  { clientId, clientSecret, refreshToken, scopes: asked = scopes }: OAuth2Client,
): { readonly headers: { [name: string]: string }; readonly body: string } {
  const inBody = clientAuth === 'body' || clientSecret === undefined;
  const form = new URLSearchParams({
    grant_type: refreshToken === undefined ? 'client_credentials' : 'refresh_token',
    ...(refreshToken !== undefined && { refresh_token: refreshToken }),
    ...(asked.length > 0 && { scope: asked.join(' ') }),
    ...(inBody && {
      client_id: clientId,
      ...(clientSecret !== undefined && { client_secret: clientSecret }),
    }),
  });
  const basic = { username: formText(clientId), password: formText(clientSecret ?? '') };
  const headers = {
    accept: 'application/json',
    'content-type': 'application/x-www-form-urlencoded',
    ...(!inBody && { authorization: basicText(basic) }),
  };
  return { headers, body: form.toString() };
}

/** As RFC 6749, 2.3.1 wants it: encoded as in a form before it is encoded as basic auth. */
const formText = (text: string): string => new URLSearchParams({ text }).toString().slice('text='.length);

function refusal({ status, headers }: Response, body: unknown): ServiceError {
  const code = own(body, 'error');
  const message = own(body, 'error_description') ?? code ?? 'The service gave no access token.';
  return new ServiceError(typeof code === 'string' ? code : 'TokenRefused', String(message), {
    status,
    members: isFields(body) ? body : {},
    response: { status, headers },
    body,
  });
}
