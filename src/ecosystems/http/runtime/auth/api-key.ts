import { percentEncode } from '../../../../runtime/codecs/scalars.js';
import { prefixed, provide, type Provided, type SchemeOf, withHeader, withParameter } from './authorizer.js';

export interface ApiKeyOptions {
  readonly in: 'header' | 'query' | 'cookie';
  /** Of the header, the parameter or the cookie. */
  readonly name: string;
  /** What stands before the key, such as `SSWS`. */
  readonly prefix?: string;
}

/** The key, or what gives it. */
export type ApiKey = Provided<string>;

/** A key in a header, a parameter of the query or a cookie. */
export const apiKey =
  ({ in: place, name, prefix = '' }: ApiKeyOptions): SchemeOf<ApiKey> =>
  (key) =>
  async (request) => {
    const text = prefixed(prefix, await provide(key));
    if (place === 'query') return withParameter(request, name, percentEncode(text));
    if (place === 'header') return withHeader(request, name, text);
    const { cookie } = request.headers;
    const pair = `${name}=${percentEncode(text)}`;
    return withHeader(request, 'cookie', cookie ? `${cookie}; ${pair}` : pair);
  };
