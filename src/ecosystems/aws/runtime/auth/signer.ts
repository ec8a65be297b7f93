import { type Hmac, hmac, sha256, toHex } from './hash.js';
import { percentEncode } from '../../../../runtime/codecs/scalars.js';
import type { HeaderBag, Query, WireRequest } from '../../../../runtime/messages.js';

/** Credentials as the signing library takes them. */
export interface Identity {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

/** A request with `host` among its headers. */
type SignableRequest = Pick<WireRequest, 'method' | 'path' | 'query' | 'headers'>;

const algorithm = 'AWS4-HMAC-SHA256';

/**
 * AWS Signature Version 4 in the header `authorization`, for one service in one Region, as
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html states it. The official
 * library presigns, signs events and more, which would make a client a quarter larger; tests hold this against it.
 */
export class Signer {
  readonly #region: string;
  readonly #service: string;
  #key: { readonly day: string; readonly identity: Identity; readonly hmac: Hmac } | undefined;

  constructor(region: string, service: string) {
    this.#region = region;
    this.#service = service;
  }

  /** The headers of a request to a host with its signature. A payload that is a stream is not signed. */
  async sign(request: WireRequest, hostname: string, identity: Identity, date: Date): Promise<HeaderBag> {
    const time = basicFormat(date);
    const headers: HeaderBag = { ...request.headers, 'x-amz-date': time };
    if (identity.sessionToken) headers['x-amz-security-token'] = identity.sessionToken;
    const { method, path, query, body = '' } = request;
    const payload = (headers['x-amz-content-sha256'] ??=
      typeof body === 'string' || body instanceof Uint8Array ? await sha256(body) : 'UNSIGNED-PAYLOAD');
    const signed = { ...headers, host: hostname };
    headers.authorization = await this.authorization(
      { method, path, query, headers: signed },
      payload,
      identity,
      time,
    );
    return headers;
  }

  /**
   * The value of `authorization` over the hash of the payload and the headers that can be signed, or have to be; `time`
   * is as `x-amz-date` has it, `20150830T123600Z`.
   */
  async authorization(
    request: SignableRequest,
    payload: string,
    identity: Identity,
    time: string,
    signed?: ReadonlySet<string>,
  ): Promise<string> {
    const day = time.slice(0, 8);
    const names = Object.keys(request.headers).filter((name) => !unsignable.test(name) || signed?.has(name));
    const lines = names.sort().map((name) => `${name}:${canonicalValue(request.headers[name])}\n`);
    const list = names.join(';');
    const path = canonicalPath(request.path);
    const query = canonicalQuery(request.query);
    const canonical = [request.method, path, query, lines.join(''), list, payload].join('\n');
    const scope = `${day}/${this.#region}/${this.#service}/aws4_request`;
    const text = `${algorithm}\n${time}\n${scope}\n${await sha256(canonical)}`;
    const sign = await this.#signingKey(identity, day);
    const signature = toHex(await sign(text));
    return `${algorithm} Credential=${identity.accessKeyId}/${scope}, SignedHeaders=${list}, Signature=${signature}`;
  }

  /** The key of a day, derived once as long as the credentials are the same. */
  async #signingKey(identity: Identity, day: string): Promise<Hmac> {
    if (this.#key?.day !== day || this.#key.identity !== identity) {
      let sign = hmac(`AWS4${identity.secretAccessKey}`);
      for (const part of [day, this.#region, this.#service, 'aws4_request']) sign = hmac(await sign(part));
      this.#key = { day, identity, hmac: sign };
    }
    return this.#key.hmac;
  }
}

/** What proxies and browsers change on the way: signed only where a signature names it. Names are in lower case. */
const unsignable =
  /^(authorization|cache-control|connection|expect|from|keep-alive|max-forwards|pragma|referer|te|trailer|transfer-encoding|upgrade|user-agent|x-amzn-trace-id|proxy-.*|sec-.*)$/;

const canonicalValue = (value = ''): string => value.replace(/[\t\n\r ]+/g, ' ').replace(/^ | $/g, '');

/** Encoded keys and values in order, without the signature that a query may hold. */
function canonicalQuery(query: Query): string {
  const pairs = Object.keys(query)
    .filter((key) => key.toLowerCase() !== 'x-amz-signature')
    .map((key) => [percentEncode(key), [query[key] ?? ''].flat().map(percentEncode).sort()] as const);
  return pairs
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([key, values]) => values.map((value) => `${key}=${value}`))
    .join('&');
}

const escaped = (character: string): string => `%${character.charCodeAt(0).toString(16).toUpperCase()}`;

/** `20150830T123600Z` */
function basicFormat(date: Date): string {
  return date.toISOString().replace(/[-:]|\.\d{3}/g, '');
}

/** What is not unreserved in RFC 3986 encoded once more, and empty segments left out; a path is ASCII by then. */
function canonicalPath(path: string): string {
  return path.replace(/\/+/g, '/').replace(/[^\w./~-]/g, escaped);
}
