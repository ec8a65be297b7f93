import { describe, expect, it } from 'vitest';
import { apiKey } from '../../src/ecosystems/http/runtime/auth/api-key.js';
import { bearer } from '../../src/ecosystems/http/runtime/auth/bearer.js';
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

describe('the choice among schemes', () => {
  const settings = {
    servers: [{ url: 'https://{tenant}.example/v1/', variables: { tenant: 'acme' } }],
    auth: { bot: bearer({ prefix: 'Bot' }), key: apiKey({ in: 'query', name: 'key' }) },
  };

  async function sentBy(auth: object | 'none', operationAuth?: readonly string[], options: object = {}) {
    const sent: { url: string; headers: Headers }[] = [];
    const fetch = async (url: string, init: RequestInit): Promise<Response> => {
      sent.push({ url, headers: new Headers(init.headers) });
      return new Response('{}');
    };
    const given = { fetch, auth: auth as 'none', ...options };
    const connection = connect({ id: 'x', apiVersion: '' }, httpClient, settings, given);
    await send(connection, operationAuth ? { ...operation, auth: operationAuth } : operation, {});
    return sent[0];
  }

  it('takes the first that the operation allows and the caller gave', async () => {
    const both = { bot: 'b', key: 'k' };
    expect((await sentBy(both))?.headers.get('authorization')).toBe('Bot b');
    expect((await sentBy(both, ['key', 'bot']))?.url).toBe('https://acme.example/v1/thing?key=k');
    expect((await sentBy({ key: 'k' }))?.url).toContain('key=k');
    const nobody = await sentBy(both, []);
    expect([nobody?.url, nobody?.headers.get('authorization')]).toEqual([
      'https://acme.example/v1/thing',
      null,
    ]);
    expect((await sentBy('none'))?.headers.get('authorization')).toBeNull();
  });

  it('says why each was passed over where none fits', async () => {
    await expect(sentBy({ bot: 'b' }, ['key', 'other'])).rejects.toThrow(
      'GetThing needs one of these to show who calls: key (no credentials in `auth.key`), ' +
        'other (its scheme is not known), bot (given, but the operation does not take it)',
    );
  });

  it('can be left to the caller', async () => {
    const own = async (request: WireRequest) => ({
      ...request,
      headers: { ...request.headers, 'x-me': '1' },
    });
    expect((await sentBy(own))?.headers.get('x-me')).toBe('1');
    expect((await sentBy(own, []))?.headers.get('x-me')).toBeNull();
  });

  it('goes with a base URL and headers of the caller', async () => {
    const options = {
      baseUrl: 'http://localhost:8080/api',
      headers: { 'X-Version': '2', 'User-Agent': 'me' },
    };
    const sent = await sentBy('none', undefined, options);
    expect(sent?.url).toBe('http://localhost:8080/api/thing');
    expect([sent?.headers.get('x-version'), sent?.headers.get('user-agent')]).toEqual(['2', 'me']);
    expect((await sentBy('none', undefined, { variables: { tenant: 'me' } }))?.url).toBe(
      'https://me.example/v1/thing',
    );
  });

  it.each([
    [{ variables: { tenant: 'evil.example/#' } }, 'cannot stand in a URL'],
    [{ baseUrl: '/v1' }, 'Not a URL'],
    [{ baseUrl: 'ftp://x' }, 'Not a URL'],
    [{ baseUrl: 'https://{region}.x' }, 'variables.region'],
  ])('refuses %j', async (options, message) => {
    await expect(sentBy('none', undefined, options)).rejects.toThrow(message);
  });
});

describe('a retry', () => {
  const settings = { servers: [{ url: 'https://x' }], auth: {} };
  const post = { ...operation, method: 'POST' };

  async function attempts(one: OperationSchema, answer: () => Response): Promise<number> {
    let number = 0;
    const fetch = async (): Promise<Response> => {
      number += 1;
      return answer();
    };
    const options = { fetch, retry: { baseDelay: 0, maxDelay: 0 } };
    const connection = connect({ id: 'x', apiVersion: '' }, httpClient, settings, options);
    await send(connection, one, {}).catch(() => undefined);
    return number;
  }

  it('is left out where it could do something twice', async () => {
    const busy = (): Response => new Response(null, { status: 500 });
    const broken = (): never => {
      throw new TypeError('fetch failed');
    };
    expect([
      await attempts(operation, busy),
      await attempts(post, busy),
      await attempts(post, broken),
    ]).toEqual([3, 1, 1]);
    expect(await attempts(post, () => new Response(null, { status: 429 }))).toBe(3);
    const headers = { 'retry-after': '0' };
    expect(await attempts(post, () => new Response(null, { status: 503, headers }))).toBe(3);
    const members = { token: { schema: 'string', idempotencyToken: true } } as const;
    expect(await attempts({ ...post, input: { kind: 'structure', members } }, busy)).toBe(3);
  });
});
