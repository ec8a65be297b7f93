import { describe, expect, it } from 'vitest';
import { bearer } from '../../src/ecosystems/http/runtime/auth/bearer.js';
import { connect } from '../../src/ecosystems/http/runtime/client.js';
import { httpClient } from '../../src/ecosystems/http/runtime/protocols/http/client.js';
import type { Connection } from '../../src/runtime/client/connection.js';
import { request } from '../../src/runtime/client/request.js';
import { send } from '../../src/runtime/client/send.js';
import { withResponse } from '../../src/runtime/client/with-response.js';
import { getBook } from './books.js';

interface Sent {
  readonly url: string;
  readonly method: string;
  readonly headers: Headers;
  readonly body: string;
}

function connected(...answers: (() => Response)[]): { connection: Connection; sent: Sent[] } {
  const sent: Sent[] = [];
  const fetch = async (url: string, init: RequestInit): Promise<Response> => {
    const headers = new Headers(init.headers);
    sent.push({
      url,
      method: init.method ?? '',
      headers,
      body: await new Response(init.body ?? null).text(),
    });
    return (answers[sent.length - 1] ?? (() => Response.json({ id: 'b' })))();
  };
  const settings = { servers: [{ url: 'https://x.example/v1' }], auth: { token: bearer({}) } };
  const options = { fetch, auth: { token: 't' }, retry: { baseDelay: 0 } };
  return { connection: connect({ id: 'x', apiVersion: '' }, httpClient, settings, options), sent };
}

describe('a raw request', () => {
  it('goes where the operations go, with credentials, and gives the response', async () => {
    const { connection, sent } = connected();
    const query = { q: 'a b+c', 'k[]': 'ü' };
    const response = await request(connection, { method: 'POST', path: '/new?x=1', query, json: { a: 1 } });
    expect(await response.json()).toEqual({ id: 'b' });
    expect(sent[0]).toMatchObject({
      url: 'https://x.example/v1/new?x=1&q=a%20b%2Bc&k%5B%5D=%C3%BC',
      method: 'POST',
      body: '{"a":1}',
    });
    expect(sent[0]?.headers.get('authorization')).toBe('Bearer t');
    expect(sent[0]?.headers.get('content-type')).toBe('application/json');
  });

  it('is tried again, can be sent without credentials, and fails as calls do', async () => {
    const error = (): Response => Response.json({ message: 'Gone fishing.' }, { status: 404 });
    const { connection, sent } = connected(() => new Response(null, { status: 503 }), error);
    const call = request(connection, { method: 'GET', path: '/x', auth: [] }, { headers: { 'X-Own': '1' } });
    await expect(call).rejects.toMatchObject({
      name: 'NotFoundError',
      message: 'Gone fishing.',
      status: 404,
    });
    expect(sent.map(({ headers }) => [headers.get('authorization'), headers.get('x-own')])).toEqual([
      [null, '1'],
      [null, '1'],
    ]);
  });
});

describe('withResponse', () => {
  it('gives output and response, and tells who else asked', async () => {
    const answer = (): Response =>
      Response.json({ id: 'b' }, { headers: { 'x-request-id': 'r1', 'x-left': '7' } });
    const { connection } = connected(answer);
    const told: (string | undefined)[] = [];
    const { data, response } = await withResponse(
      (options) => send(connection, getBook, { id: 'b' }, options),
      {
        onResponse: ({ requestId }) => void told.push(requestId),
      },
    );
    expect(data).toMatchObject({ id: 'b' });
    expect([response.status, response.attempts, response.headers.get('x-left')]).toEqual([200, 1, '7']);
    expect(told).toEqual(['r1']);
  });

  it('says so where the call did not take the options', async () => {
    await expect(withResponse(async () => 1)).rejects.toThrow('not made with the options');
  });
});

it('a call can have other retries than its client', async () => {
  const busy = (): Response => new Response(null, { status: 503 });
  const { connection, sent } = connected(busy, busy, busy);
  await send(connection, getBook, { id: 'b' }, { retry: { maxAttempts: 1 } }).catch(() => undefined);
  expect(sent).toHaveLength(1);
});
