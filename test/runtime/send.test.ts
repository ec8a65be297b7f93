import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { awsJson1_1Client } from '../../src/ecosystems/aws/runtime/protocols/aws-json/client.js';
import { connect } from '../../src/ecosystems/aws/runtime/client.js';
import type { AwsClientOptions as ClientOptions } from '../../src/ecosystems/aws/runtime/options.js';
import type { CallOptions, Connection } from '../../src/runtime/client/connection.js';
import { restJson1Client } from '../../src/ecosystems/aws/runtime/protocols/rest-json/client.js';
import type { OperationSchema } from '../../src/runtime/schema/schema.js';
import { send } from '../../src/runtime/client/send.js';
import { bookService, getBook } from './books.js';

/** Without the types of its input and output. */
const plain: Omit<OperationSchema, 'types'> = getBook;

interface Sent {
  readonly url: string;
  readonly init: RequestInit;
  readonly headers: Headers;
}

type Answer = Response | Error | ((init: RequestInit) => Response | Promise<Response>);

/** A client whose requests are answered in turn; the last answer goes on. */
function clientOf(
  answers: readonly Answer[],
  options: ClientOptions = {},
): { connection: Connection; sent: Sent[] } {
  const sent: Sent[] = [];
  const fetch = async (url: string, init: RequestInit): Promise<Response> => {
    const answer = answers[Math.min(sent.length, answers.length - 1)]!;
    sent.push({ url, init, headers: new Headers(init.headers) });
    if (answer instanceof Error) throw answer;
    return typeof answer === 'function' ? answer(init) : answer.clone();
  };
  const connection = connect(bookService, restJson1Client, {
    endpoint: 'https://books.example',
    fetch,
    ...options,
  });
  return { connection, sent };
}

const ok = (headers: HeadersInit = {}): Response => new Response('{"title":"x"}', { headers });

function failed(status: number, name: string, headers: { readonly [name: string]: string } = {}): Response {
  const body = JSON.stringify({ message: `It is ${name}.` });
  return new Response(body, { status, headers: { 'x-amzn-errortype': name, ...headers } });
}

const call = (connection: Connection, options?: CallOptions): Promise<unknown> =>
  send(connection, getBook, { id: 'x' }, options);

/** Waits are random: none. */
beforeEach(() => void vi.spyOn(Math, 'random').mockReturnValue(0));
afterEach(() => void (vi.useRealTimers(), vi.restoreAllMocks()));

describe('a request', () => {
  it('says who asks and which attempt it is', async () => {
    const { connection, sent } = clientOf([ok()], { userAgent: 'library/1.0' });
    await call(connection);
    const [{ url, headers } = sent[0]!] = sent;
    expect(url).toBe('https://books.example/books/x');
    expect(headers.get('user-agent')).toBe('library/1.0 docwright api/books#2020-01-01');
    expect(headers.get('x-amz-user-agent')).toBe(headers.get('user-agent'));
    expect(headers.get('amz-sdk-request')).toBe('attempt=1; max=3');
    expect(headers.get('amz-sdk-invocation-id')).toMatch(/^[0-9a-f-]{36}$/);
    expect(headers.get('authorization')).toBeNull();
  });

  it('goes to the Region, signed, with the token of the session', async () => {
    const credentials = { accessKeyId: 'AKID', secretAccessKey: 's', sessionToken: 'token' };
    const { connection, sent } = clientOf([ok()], { region: 'eu-west-1', endpoint: undefined, credentials });
    await call(connection);
    const [{ url, headers } = sent[0]!] = sent;
    expect(url).toBe('https://books.eu-west-1.amazonaws.com/books/x');
    expect(headers.get('authorization')).toMatch(/Credential=AKID\/\d{8}\/eu-west-1\/books\/aws4_request/);
    expect(headers.get('x-amz-security-token')).toBe('token');
    expect(headers.get('host')).toBeNull();
  });

  it('carries the headers of the call, which are signed', async () => {
    const credentials = { accessKeyId: 'AKID', secretAccessKey: 's' };
    const { connection, sent } = clientOf([ok()], { region: 'eu-west-1', credentials });
    await call(connection, { headers: { 'X-Amzn-Trace': 'one' } });
    expect(sent[0]!.headers.get('x-amzn-trace')).toBe('one');
    expect(sent[0]!.headers.get('authorization')).toMatch(/SignedHeaders=[^,]*;x-amzn-trace[;,]/);
  });

  it('puts the path of the endpoint before its own', async () => {
    const { connection, sent } = clientOf([ok()], { endpoint: 'https://books.example/base/' });
    await call(connection);
    expect(sent[0]!.url).toBe('https://books.example/base/books/x');
  });

  it('has a host prefix unless told otherwise', async () => {
    const prefixed: typeof getBook = { ...getBook, hostPrefix: '{id}.' };
    const { connection, sent } = clientOf([ok()]);
    await send(connection, prefixed, { id: 'abc' });
    const without = clientOf([ok()], { hostPrefix: false });
    await send(without.connection, prefixed, { id: 'abc' });
    expect(sent[0]!.url).toBe('https://abc.books.example/books/abc');
    expect(without.sent[0]!.url).toBe('https://books.example/books/abc');
  });

  it('is not sent where the input cannot stand in it', async () => {
    const { connection, sent } = clientOf([ok()]);
    await expect(send(connection, getBook, { id: '' })).rejects.toThrow(TypeError);
    expect(sent).toHaveLength(0);
  });
});

describe('an idempotency token', () => {
  const withToken: OperationSchema<{ token?: string }, object> = {
    ...plain,
    uri: '/books',
    input: { kind: 'structure', members: { token: { schema: 'string', idempotencyToken: true } } },
  };
  const tokens = (sent: readonly Sent[]): unknown[] =>
    sent.map(({ init }) => JSON.parse(String(init.body)).token);

  it('is filled in, the same for every attempt', async () => {
    const { connection, sent } = clientOf([failed(503, 'X'), ok()]);
    await send(connection, withToken, {});
    expect(tokens(sent)[0]).toMatch(/^[0-9a-f-]{36}$/);
    expect(tokens(sent)[1]).toBe(tokens(sent)[0]);
  });

  it('is left alone where it is given', async () => {
    const { connection, sent } = clientOf([ok()]);
    await send(connection, withToken, { token: 'mine' });
    expect(tokens(sent)).toEqual(['mine']);
  });
});

describe('a retry', () => {
  it.each([
    ['throttling', failed(400, 'ThrottlingException')],
    ['a failure of the server', failed(503, 'ServiceUnavailable')],
    ['no answer', new TypeError('fetch failed')],
  ])('follows %s', async (_, first) => {
    const { connection, sent } = clientOf([first, ok()]);
    await expect(call(connection)).resolves.toEqual({ title: 'x' });
    expect(sent.map(({ headers }) => headers.get('amz-sdk-request'))).toEqual([
      'attempt=1; max=3',
      'attempt=2; max=3',
    ]);
    const [one, other] = sent.map(({ headers }) => headers.get('amz-sdk-invocation-id'));
    expect(other).toBe(one);
  });

  it('does not follow an error of the caller', async () => {
    const { connection, sent } = clientOf([failed(400, 'ValidationException')]);
    await expect(call(connection)).rejects.toMatchObject({ name: 'ValidationException', status: 400 });
    expect(sent).toHaveLength(1);
  });

  it('ends with the attempts, and with the last error', async () => {
    const { connection, sent } = clientOf([new TypeError('fetch failed'), failed(500, 'InternalFailure')]);
    await expect(call(connection)).rejects.toMatchObject({ name: 'InternalFailure' });
    expect(sent).toHaveLength(3);
    const once = clientOf([failed(500, 'InternalFailure')], { retry: { maxAttempts: 1 } });
    await expect(call(once.connection)).rejects.toMatchObject({ status: 500 });
    expect(once.sent).toHaveLength(1);
  });

  it('ends when the quota of the client is used up', async () => {
    const { connection, sent } = clientOf([failed(500, 'InternalFailure')]);
    for (let calls = 0; calls < 60; calls += 1) await call(connection).catch(() => undefined);
    // 500 tokens at 5 each pay for 100 retries.
    expect(sent).toHaveLength(160);
  });

  it('does not send a stream twice', async () => {
    const upload: OperationSchema<{ data: ReadableStream }, object> = {
      ...plain,
      uri: '/data',
      input: { kind: 'structure', members: { data: { schema: 'blob', at: 'payload' } } },
    };
    const { connection, sent } = clientOf([failed(503, 'X')]);
    await expect(send(connection, upload, { data: new Blob(['x']).stream() })).rejects.toMatchObject({
      status: 503,
    });
    expect(sent).toHaveLength(1);
    expect(sent[0]!.init.body).toBeInstanceOf(ReadableStream);
  });

  it('corrects the clock by the service and signs again', async () => {
    const credentials = { accessKeyId: 'AKID', secretAccessKey: 's' };
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2020-01-01T00:00:00Z') });
    const refused = failed(403, 'InvalidSignatureException', { date: 'Wed, 01 Jan 2020 06:00:00 GMT' });
    const { connection, sent } = clientOf([refused, ok(), ok()], { region: 'eu-west-1', credentials });
    await call(connection);
    await call(connection);
    const hours = sent.map(({ headers }) => headers.get('x-amz-date')?.slice(0, 11));
    expect(hours).toEqual(['20200101T00', '20200101T06', '20200101T06']);
  });

  it('does not follow a refused signature where the clock is right', async () => {
    const date = new Date().toUTCString();
    const { connection, sent } = clientOf([failed(403, 'InvalidSignatureException', { date })]);
    await expect(call(connection)).rejects.toMatchObject({ status: 403 });
    expect(sent).toHaveLength(1);
  });
});

describe('a signal', () => {
  const hanging: Answer = ({ signal }) =>
    new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason)));

  it('ends a call before it is sent', async () => {
    const { connection, sent } = clientOf([ok()]);
    await expect(call(connection, { signal: AbortSignal.abort('stop') })).rejects.toBe('stop');
    expect(sent).toHaveLength(0);
  });

  it('ends a call under way, without a retry', async () => {
    const { connection, sent } = clientOf([hanging]);
    const controller = new AbortController();
    const result = call(connection, { signal: controller.signal });
    await vi.waitFor(() => expect(sent).toHaveLength(1));
    controller.abort(new Error('stop'));
    await expect(result).rejects.toThrow('stop');
    expect(sent).toHaveLength(1);
  });

  it('ends the wait for a retry', async () => {
    const controller = new AbortController();
    const { connection, sent } = clientOf([failed(503, 'X', { 'retry-after': '250' })]);
    const result = call(connection, { signal: controller.signal });
    await vi.waitFor(() => expect(sent).toHaveLength(1));
    controller.abort(new Error('stop'));
    await expect(result).rejects.toThrow('stop');
  });

  it('ends attempts that take too long; another may follow', async () => {
    const { connection, sent } = clientOf([hanging, ok()]);
    await expect(call(connection, { timeouts: { attempt: 20 } })).resolves.toEqual({ title: 'x' });
    expect(sent).toHaveLength(2);
  });

  it('ends a call that takes too long', async () => {
    const { connection } = clientOf([hanging], { timeouts: { call: 20 } });
    await expect(call(connection)).rejects.toMatchObject({ name: 'TimeoutError' });
  });
});

describe('hooks', () => {
  it('see every attempt and how it ended', async () => {
    const seen: unknown[] = [];
    const { connection } = clientOf([failed(503, 'X'), ok()], {
      hooks: {
        beforeAttempt: ({ operation, number, method, url }) =>
          void seen.push([operation, number, method, url]),
        afterAttempt: ({ number, status, error }) => void seen.push([number, status, Object(error).name]),
      },
    });
    await call(connection);
    const url = 'https://books.example/books/x';
    expect(seen).toEqual([
      ['GetBook', 1, 'GET', url],
      [1, 503, 'X'],
      ['GetBook', 2, 'GET', url],
      [2, 200, undefined],
    ]);
  });

  it('may add headers, which are signed', async () => {
    const { connection, sent } = clientOf([ok()], {
      region: 'eu-west-1',
      credentials: { accessKeyId: 'AKID', secretAccessKey: 's' },
      hooks: { beforeAttempt: ({ headers }) => void (headers['x-trace'] = 'one') },
    });
    await call(connection);
    expect(sent[0]!.headers.get('x-trace')).toBe('one');
    expect(sent[0]!.headers.get('authorization')).toMatch(/;x-trace,/);
  });

  it('are told once that an operation is deprecated', async () => {
    const told: unknown[] = [];
    const hooks = { deprecated: (...of: unknown[]) => void told.push(of) };
    const { connection } = clientOf([ok()], { hooks });
    const old = { ...plain, name: 'GetVolume', deprecated: 'Use GetBook instead.' };
    for (const operation of [old, plain, old]) await send(connection, operation, { id: 'x' });
    expect(told).toEqual([['GetVolume', 'Use GetBook instead.']]);
  });

  it('end the call when they throw', async () => {
    const fail = (): never => {
      throw new Error('No.');
    };
    const { connection, sent } = clientOf([ok()], { hooks: { beforeAttempt: fail } });
    await expect(call(connection)).rejects.toThrow('No.');
    expect(sent).toHaveLength(0);
  });
});

describe('a response', () => {
  it('tells its metadata on request', async () => {
    const seen: unknown[] = [];
    const { connection } = clientOf([failed(503, 'X'), ok({ 'x-amzn-requestid': 'r-1', 'x-more': 'm' })]);
    await call(connection, {
      onResponse: ({ status, requestId, attempts, headers }) =>
        void seen.push([status, requestId, attempts, headers.get('x-more')]),
    });
    expect(seen).toEqual([[200, 'r-1', 2, 'm']]);
  });

  it('of another kind than JSON is an error with its status', async () => {
    const page = new Response('<html>Bad gateway</html>', { status: 400, statusText: 'Bad Request' });
    await expect(call(clientOf([page]).connection)).rejects.toMatchObject({
      name: 'UnknownError',
      status: 400,
      message: 'Bad Request',
    });
  });

  it('that is a redirect is not followed', async () => {
    const redirect = new Response(null, { status: 301, headers: { location: 'https://elsewhere.example' } });
    const { connection, sent } = clientOf([redirect]);
    await expect(call(connection)).rejects.toMatchObject({ status: 301 });
    expect(sent[0]!.init.redirect).toBe('manual');
  });

  it('carries an error with members, also of an operation that does not document it', async () => {
    const body = '{"__type":"com.example#StrangeException","Message":"Odd.","detail":1}';
    const response = new Response(body, { status: 400, headers: { 'x-amzn-requestid': 'r-2' } });
    const { connection } = clientOf([response]);
    const other = connect(bookService, awsJson1_1Client, connection.options);
    await expect(call(other)).rejects.toMatchObject({
      name: 'StrangeException',
      message: 'Odd.',
      requestId: 'r-2',
      members: { detail: 1 },
    });
  });

  it('hands over a payload of bytes beside its headers', async () => {
    const download: OperationSchema<{ id: string }, { data: Uint8Array; type: string }> = {
      ...plain,
      output: {
        kind: 'structure',
        members: {
          data: { schema: 'blob', at: 'payload' },
          type: { schema: 'string', at: 'header', wire: 'Content-Type' },
        },
      },
    };
    const { connection } = clientOf([new Response('abc', { headers: { 'content-type': 'text/x' } })]);
    const { data, type } = await send(connection, download, { id: 'x' });
    expect(type).toBe('text/x');
    expect(new TextDecoder().decode(data)).toBe('abc');
  });
});
