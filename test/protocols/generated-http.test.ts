import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { BoundService } from '../../src/ecosystems/ecosystem.js';
import { emitService } from '../../src/emitters/emit.js';
import { typeErrors } from '../emitters/support/compile.js';
import { loadSdk, type LoadedSdk, removeSdk, writeSdk } from '../wire/sdk.js';
import { httpSample } from './http-sample.js';

const emitters = ['types', 'errors', 'schemas', 'validators', 'client', 'server', 'package'];

const filesOf = (bound: BoundService, ids = emitters) =>
  emitService(bound, ids, {
    header: ['Generated for a test.'],
    packageName: 'books',
    packageVersion: '1.0.0',
  });

describe('a generated package of an HTTP API', () => {
  const bound = httpSample();
  let sdk: LoadedSdk;
  let folder: string;
  let received: Request[] = [];
  /** What handlers or the server failed with by surprise. */
  const faults: unknown[] = [];

  beforeAll(async () => {
    folder = writeSdk(filesOf(bound));
    sdk = await loadSdk(folder);
  });
  afterAll(() => removeSdk(folder));
  afterEach(() => expect(faults.splice(0)).toEqual([]));

  it('compiles', () => {
    expect(typeErrors(filesOf(bound))).toEqual([]);
  });

  /** A client that calls a server over these handlers, without a network between them. */
  function connected(handlers: Parameters<LoadedSdk['createHandler']>[0], options: object = {}) {
    const handler = sdk.createHandler(handlers, { onError: (error: unknown) => void faults.push(error) });
    received = [];
    return sdk.createClient({
      auth: { bearer: 'token' },
      retry: { maxAttempts: 1 },
      fetch: async (url: string, init: RequestInit) => {
        const request = new Request(url.replace('/v1/', '/'), init);
        received.push(request.clone());
        return handler(request);
      },
      ...options,
    });
  }

  /** Sends the input and gives it back as the output's echo. */
  async function sent(method: string, input: object, output: unknown = undefined) {
    let seen: unknown;
    const client = connected({
      [method]: (value: unknown) => {
        seen = value;
        return output;
      },
    });
    const got = await client[method]?.(input);
    return { seen, got };
  }

  const book = {
    id: 'b1',
    title: 'Emma',
    subtitle: null,
    printedAt: new Date('2020-01-02T03:04:05.678Z'),
    owner: { kind: 'company', name: 'Shop', seat: 'Bath' },
    scores: { a: 1.5 },
  };

  it('gives the body itself where the response holds nothing else', async () => {
    const input = { bookId: 'a/b c', fields: ['x', 'y,z'], trace: 't' };
    expect(await sent('getBook', input, book)).toEqual({ seen: input, got: book });
    expect(received[0]?.url).toBe('https://acme.example.com/books/a%2Fb%20c?fields=x&fields=y,z');
    expect(received[0]?.headers.get('authorization')).toBe('Bearer token');
  });

  it('carries nulls, one-of and timestamps in JSON, and cookies', async () => {
    const input = {
      title: 'Emma',
      subtitle: null,
      printedAt: new Date('2020-01-02T03:04:05Z'),
      tags: ['a', null],
      owner: { kind: 'person', name: 'Jane' },
      size: [1, 2],
      session: 'a;b=c',
    };
    expect(await sent('createBook', input, book)).toEqual({ seen: input, got: book });
  });

  it('carries every style of a collection in a query', async () => {
    const input = Object.fromEntries(
      ['repeat', 'brackets', 'indices', 'comma', 'space', 'pipe', 'deepObject', 'dots', 'json'].flatMap(
        (style) => [
          [`${style}List`, ['a', 'b&c=d', '[e]']],
          [`${style}Map`, { x: '1', y_z: 'ü&' }],
          [`${style}Numbers`, [1, 2, 300]],
        ],
      ),
    );
    const output = { total: 3, remaining: 7 };
    expect(await sent('searchBooks', input, output)).toEqual({ seen: input, got: output });
  });

  it('carries nested objects in a form', async () => {
    const input = {
      filter: { author: 'A & B', years: [1, 2], inner: { inner: { years: [3] } } },
      orders: [{ by: 'x', descending: true }, { by: 'y' }],
      limit: 5,
      exact: false,
    };
    expect(await sent('filterBooks', input, 12)).toEqual({ seen: input, got: 12 });
    expect(received[0]?.headers.get('content-type')).toBe('application/x-www-form-urlencoded');
  });

  it('carries files', async () => {
    const cover = new File([new Uint8Array([0, 13, 10, 255])], 'ü "cover".png', { type: 'image/png' });
    const input = {
      bookId: 'b',
      format: 'png',
      cover,
      pages: [new File(['1'], '1.txt', { type: 'text/plain' }), new File(['2'], '2.bin')],
      thumbnail: new Uint8Array([1, 2, 3]),
      caption: 'line\r\n--line',
      details: { author: 'A', years: [1] },
    };
    const { seen, got } = await sent('uploadCover', input);
    const arrived = seen as typeof input;
    expect(got).toBeUndefined();
    expect(arrived).toMatchObject({
      ...input,
      cover: expect.any(File),
      pages: [expect.any(File), expect.any(File)],
    });
    expect(arrived.cover.name).toBe(cover.name);
    expect(arrived.cover.type).toBe('image/png');
    expect(new Uint8Array(await arrived.cover.arrayBuffer())).toEqual(new Uint8Array([0, 13, 10, 255]));
    expect(await arrived.pages[1]?.text()).toBe('2');
    const answer = await sent('getCover', { bookId: 'b' }, new Blob(['png']));
    expect(await (answer.got as Blob).text()).toBe('png');
    expect((answer.got as Blob).type).toBe('image/png');
  });

  it('sends a form of parts instead of JSON where files are given', async () => {
    const types: (string | null)[] = [];
    const { seen } = await sent('sendMessage', { text: 'x', to: 'a' });
    expect(seen).toEqual({ text: 'x', to: 'a' });
    types.push(received[0]?.headers.get('content-type') ?? null);
    const { seen: withFiles } = await sent('sendMessage', {
      text: 'x',
      files: [new Blob(['1'])],
      to: ['a', 'b'],
    });
    types.push(received[0]?.headers.get('content-type') ?? null);
    expect(withFiles).toEqual({ text: 'x', files: [expect.any(File)], to: ['a', 'b'] });
    expect(types).toEqual(['application/json', expect.stringMatching(/^multipart\/form-data; boundary=/)]);
  });

  it('carries texts and bytes as they are, and labels that take several segments or may be left out', async () => {
    expect(await sent('putNotes', { bookId: 'b', notes: 'x "y"' }, 'z')).toEqual({
      seen: { bookId: 'b', notes: 'x "y"' },
      got: 'z',
    });
    expect(received[0]?.headers.get('content-type')).toBe('text/plain');
    const bytes = new Uint8Array([1, 0, 255]);
    expect(await sent('putRaw', { path: 'a/b c', bytes }, bytes)).toEqual({
      seen: { path: 'a/b c', bytes },
      got: bytes,
    });
    expect(await sent('getReport', { year: 2020 }, [1, 'x'])).toEqual({
      seen: { year: 2020 },
      got: [1, 'x'],
    });
    expect((await sent('getReport', { year: 2020, month: 2 }, 5)).seen).toEqual({ year: 2020, month: 2 });
  });

  it('answers with the documented status that a handler chooses', async () => {
    const client = connected({
      createBook: (_input: unknown, context?: { status?: number }) => {
        if (context) context.status = 202;
        return { job: 'j1' };
      },
    } as never);
    const statuses: number[] = [];
    const onResponse = ({ status }: { status: number }): void => void statuses.push(status);
    expect(await client.createBook?.({ title: 'x' }, { onResponse })).toEqual({ job: 'j1' });
    expect(
      await connected({ createBook: () => undefined }).createBook?.({ title: 'x' }, { onResponse }),
    ).toBe(undefined);
    expect(statuses).toEqual([202, 204]);
  });

  it('tells documented errors by status and code, and keeps the response', async () => {
    const { ServiceError } = sdk;
    const failing = async (method: string, error: Error, input: object): Promise<unknown> => {
      const client = connected({
        [method]: () => {
          throw error;
        },
      });
      return client[method]?.(input).catch((reason: unknown) => reason);
    };
    const notFound = new ServiceError('BookNotFound', 'No such book.', {
      status: 404,
      members: { bookId: 'b' },
    });
    expect(await failing('getBook', notFound, { bookId: 'b' })).toMatchObject({
      name: 'BookNotFound',
      message: 'No such book.',
      status: 404,
      members: { bookId: 'b' },
      body: { message: 'No such book.', book_id: 'b' },
      response: { status: 404, headers: expect.any(Headers) },
      requestId: expect.any(String),
    });
    for (const [name, status] of [
      ['TitleTaken', 409],
      ['TitleBad', 409],
      ['Unauthorised', 401],
    ] as const) {
      const error = new ServiceError(name, 'Why.', { status });
      expect(await failing('createBook', error, { title: 'x' })).toMatchObject({
        name,
        status,
        message: 'Why.',
      });
    }
    const teapot = new ServiceError('Teapot', 'Short and stout.', { status: 418 });
    expect(await failing('getBook', teapot, { bookId: 'b' })).toMatchObject({ name: 'Status418Error' });
  });

  it('refuses what does not fit with status 400', async () => {
    const handler = sdk.createHandler({ filterBooks: () => 1, createBook: () => book });
    const send = (path: string, type: string, body: string) =>
      handler(new Request(`https://x${path}`, { method: 'POST', headers: { 'content-type': type }, body }));
    expect((await send('/filter', 'application/x-www-form-urlencoded', 'limit=x')).status).toBe(400);
    expect((await send('/filter', 'application/json', '{}')).status).toBe(415);
    expect((await send('/books', 'application/json', '{"title":1}')).status).toBe(400);
    expect((await send('/books', 'application/json', '{}')).status).toBe(400);
    expect((await send('/books', 'application/vnd.api+json', '{"title":"x"}')).status).toBe(201);
  });

  it('authorises by the first scheme that the operation takes and the caller gave', async () => {
    const client = connected({ getBook: () => book, listBooks: () => [book] }, { auth: { key: 'k&' } });
    await client.getBook?.({ bookId: 'b' });
    await client.listBooks?.({ page: 1 });
    expect(received.map(({ url }) => new URL(url).search)).toEqual(['?api_key=k%26', '?page=1']);
    await expect(connected({}, { auth: {} }).getBook?.({ bookId: 'b' })).rejects.toThrow(
      'GetBook needs one of these to show who calls: bearer (no credentials in `auth.bearer`), key',
    );
    expect(() => connected({}, { auth: { other: 'x' } })).toThrow(
      'auth.other: the service knows bearer, key only',
    );
  });
});
