import { afterEach, describe, expect, it, vi } from 'vitest';
import { apiKey } from '../../src/ecosystems/http/runtime/auth/api-key.js';
import type { AuthContext, Authorizer } from '../../src/ecosystems/http/runtime/auth/authorizer.js';
import { basic } from '../../src/ecosystems/http/runtime/auth/basic.js';
import { bearer } from '../../src/ecosystems/http/runtime/auth/bearer.js';
import { hmac } from '../../src/ecosystems/http/runtime/auth/hmac.js';
import { oauth2, type OAuth2Client } from '../../src/ecosystems/http/runtime/auth/oauth2.js';
import { connect } from '../../src/ecosystems/http/runtime/client.js';
import { httpClient } from '../../src/ecosystems/http/runtime/protocols/http/client.js';
import { send } from '../../src/runtime/client/send.js';
import type { OperationSchema } from '../../src/runtime/schema/schema.js';
import type { WireRequest } from '../../src/runtime/messages.js';

const operation: OperationSchema = {
  name: 'GetThing',
  method: 'GET',
  uri: '/thing',
  status: 200,
  input: { kind: 'structure', members: {} },
  output: { kind: 'structure', members: {} },
  errors: [],
};

const context: AuthContext = { operation, host: 'x', date: new Date(1499827319559), fetch: globalThis.fetch };

const plain: WireRequest = { method: 'GET', path: '/thing', query: {}, headers: {} };

const signed = (authorizer: Authorizer, request: Partial<WireRequest> = {}): Promise<WireRequest> =>
  authorizer({ ...plain, ...request }, context);

afterEach(() => void vi.restoreAllMocks());

describe('a token or key', () => {
  it.each([
    [{}, 'Bearer x'],
    [{ prefix: 'Bot' }, 'Bot x'],
    [{ prefix: 'SSWS' }, 'SSWS x'],
    [{ prefix: 'Token token=' }, 'Token token=x'],
    [{ prefix: 'Token token="' }, 'Token token="x"'],
    [{ prefix: '' }, 'x'],
  ])('stands behind the word of the service: %j', async (options, value) => {
    expect((await signed(bearer(options)('x'))).headers).toEqual({ authorization: value });
  });

  it('can stand in a header, the query or a cookie', async () => {
    const key = 'a &=;ü';
    expect((await signed(apiKey({ in: 'header', name: 'X-Key' })(key))).headers).toEqual({ 'x-key': key });
    expect((await signed(apiKey({ in: 'query', name: 'k[]' })(key))).search).toBe(
      '?k%5B%5D=a%20%26%3D%3B%C3%BC',
    );
    const cookies = await signed(apiKey({ in: 'cookie', name: 'k' })(key), { headers: { cookie: 'a=b' } });
    expect(cookies.headers).toEqual({ cookie: 'a=b; k=a%20%26%3D%3B%C3%BC' });
  });

  it('is asked for each attempt where it is given as a function', async () => {
    let number = 0;
    const authorizer = bearer({})(async () => `t${(number += 1)}`);
    await signed(authorizer);
    expect((await signed(authorizer)).headers).toEqual({ authorization: 'Bearer t2' });
  });

  it('is a name and a password in UTF-8', async () => {
    const { headers } = await signed(basic()({ username: 'test', password: '123£' }));
    // The example of RFC 7617, 2.1.
    expect(headers).toEqual({ authorization: 'Basic dGVzdDoxMjPCow==' });
    await expect(signed(basic()({ username: 'a:b' }))).rejects.toThrow('cannot hold a colon');
  });
});

describe('a keyed hash', () => {
  const credentials = {
    key: 'vmPUZE6mv9SD5VNHk4HlWFsOr6aKE2zvsw0MuIgwCIPy6utIco14y7Ju91duEh8A',
    secret: 'NhqPtmdSJYdKjVHjA7PZj4Mge3R5YNiP1e3UZjInClVN65XAbvqqM6A7H5fATj0j',
  };
  const exchange = hmac({
    over: 'query+body',
    key: { in: 'header', name: 'X-MBX-APIKEY' },
    timestamp: { in: 'query', name: 'timestamp' },
    signature: { in: 'query', name: 'signature' },
  })(credentials);

  it('gives the signature of a published example', async () => {
    const search = '?symbol=LTCBTC&side=BUY&type=LIMIT&timeInForce=GTC&quantity=1&price=0.1&recvWindow=5000';
    const request = await signed(exchange, { search });
    expect(request.search).toBe(
      `${search}&timestamp=1499827319559&signature=c8db56825ae71d6d79447849e617115f4a920fa2acdcab2b053c4b2838bd6b71`,
    );
    expect(request.headers).toEqual({ 'x-mbx-apikey': credentials.key });
  });

  it('can be made over the body, with the time in seconds and a secret in base64', async () => {
    const authorizer = hmac({
      over: 'timestamp+method+search+body',
      encoding: 'base64',
      secretEncoding: 'base64',
      algorithm: 'SHA-512',
      timestamp: { in: 'header', name: 'X-Time', unit: 'seconds' },
      signature: { in: 'header', name: 'X-Sign', prefix: 'v1=' },
    })({ key: '', secret: btoa('secret') });
    const { headers } = await signed(authorizer, { method: 'POST', search: '?a=1', body: '{"b":2}' });
    const { createHmac } = await import('node:crypto');
    const expected = createHmac('sha512', 'secret').update('1499827319POST?a=1{"b":2}').digest('base64');
    expect(headers).toEqual({ 'x-time': '1499827319', 'x-sign': `v1=${expected}` });
  });

  it('signs the bytes of a form of parts that are sent, and refuses streams', async () => {
    const form = new FormData();
    form.append('a', 'b');
    const sent = await signed(exchange, { body: form });
    expect(sent.body).toBeInstanceOf(Uint8Array);
    expect(sent.headers['content-type']).toMatch(/^multipart\/form-data; boundary=/);
    await expect(signed(exchange, { body: new Blob(['x']).stream() })).rejects.toThrow('cannot be signed');
  });
});

describe('OAuth 2', () => {
  /** A service that gives tokens, and refuses those that it is told to refuse. */
  function service(client: Partial<OAuth2Client> = {}, answer: object = { expires_in: 3600 }) {
    const state = {
      tokens: 0,
      refused: new Set<string>(),
      asked: [] as string[],
      sent: [] as (string | null)[],
    };
    const fetch = async (url: string, init: RequestInit): Promise<Response> => {
      const headers = new Headers(init.headers);
      if (url === 'https://tokens.example/token') {
        state.asked.push(`${headers.get('authorization') ?? 'none'} ${String(init.body)}`);
        state.tokens += 1;
        return Response.json({ access_token: `t${state.tokens}`, ...answer });
      }
      const token = headers.get('authorization');
      state.sent.push(token);
      return Response.json({}, { status: state.refused.has(token ?? '') ? 401 : 200 });
    };
    const scheme = oauth2({ tokenUrl: 'https://tokens.example/token', scopes: ['read', 'write'] });
    const settings = { servers: [{ url: 'https://api.example' }], auth: { oauth: scheme } };
    const oauth = { clientId: 'id:1', clientSecret: 's&', ...client };
    const options = { fetch, auth: { oauth }, retry: { baseDelay: 0 } };
    const connection = connect({ id: 'x', apiVersion: '' }, httpClient, settings, options);
    return { state, call: () => send(connection, operation, {}) };
  }

  it('gets one token for calls at the same time, with the secret of the client', async () => {
    const { state, call } = service();
    await Promise.all([call(), call(), call()]);
    expect(state.asked).toEqual([
      `Basic ${btoa('id%3A1:s%26')} grant_type=client_credentials&scope=read+write`,
    ]);
    expect(state.sent).toEqual(['Bearer t1', 'Bearer t1', 'Bearer t1']);
  });

  it('uses a refresh token, and the one that replaces it', async () => {
    const told: (string | undefined)[] = [];
    const { state, call } = service(
      {
        clientSecret: undefined,
        refreshToken: 'r0',
        onToken: ({ refreshToken }) => void told.push(refreshToken),
      },
      { expires_in: 1, refresh_token: 'r1' },
    );
    const now = vi.spyOn(Date, 'now').mockReturnValue(0);
    await call();
    now.mockReturnValue(900);
    await call();
    expect(state.asked.map((text) => /refresh_token=(\w+)/.exec(text)?.[1])).toEqual(['r0', 'r1']);
    expect(state.asked[0]).toContain('client_id=id%3A1');
    expect(told).toEqual(['r1', 'r1']);
  });

  it('gets a new one shortly before its end, and once after it was refused', async () => {
    const now = vi.spyOn(Date, 'now').mockReturnValue(0);
    const { state, call } = service();
    await call();
    now.mockReturnValue(3_539_000);
    await call();
    expect(state.tokens).toBe(1);
    now.mockReturnValue(3_541_000);
    await call();
    expect(state.tokens).toBe(2);
    now.mockReturnValue(3_600_000);
    state.refused.add('Bearer t2');
    await call();
    expect(state.sent).toEqual(['Bearer t1', 'Bearer t1', 'Bearer t2', 'Bearer t2', 'Bearer t3']);
    for (const number of [3, 4, 5, 6]) state.refused.add(`Bearer t${number}`);
    now.mockReturnValue(3_700_000);
    await expect(call()).rejects.toMatchObject({ name: 'UnauthorizedError', status: 401 });
    expect(state.sent.slice(5)).toEqual(['Bearer t3', 'Bearer t4']);
  });

  it('tells why there is no token, and asks again the next time', async () => {
    const answer = { error: 'invalid_client', error_description: 'Who are you?', access_token: undefined };
    const { state, call } = service({}, answer);
    for (const asked of [1, 2]) {
      await expect(call()).rejects.toMatchObject({ name: 'invalid_client', message: 'Who are you?' });
      expect(state.asked).toHaveLength(asked);
    }
    expect(state.sent).toEqual([]);
  });

  it('takes a token, or what gives one, as it is', async () => {
    const authorizer = oauth2({ prefix: 'OAuth' })(() => 'given');
    expect((await signed(authorizer)).headers).toEqual({ authorization: 'OAuth given' });
    await expect(signed(oauth2({})({ clientId: 'x' }))).rejects.toThrow('give a `tokenUrl`');
  });
});
