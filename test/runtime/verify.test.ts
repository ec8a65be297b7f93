import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type ClientOptions, connect, send } from '../../src/runtime/client.js';
import { restJson1Client } from '../../src/runtime/rest-json-client.js';
import { restJson1Server } from '../../src/runtime/rest-json-server.js';
import { createFetchHandler, type HandlerContext } from '../../src/runtime/server.js';
import { verifySignature } from '../../src/runtime/verify.js';
import { type Book, bookService, createBook } from './books.js';

const known = { accessKeyId: 'AKID', secretAccessKey: 'secret' };
const session = { ...known, accessKeyId: 'ASIA', sessionToken: 'token' };
const book: Book = { id: "a/b c'd", title: 'Æ', tags: ['x y', 'a+b', '~'], shelf: ' top  shelf ' };

const authenticate = verifySignature(
  async (id) => [known, session].find(({ accessKeyId }) => accessKeyId === id),
  {
    region: 'eu-west-1',
  },
);

let identity: unknown;
const handler = createFetchHandler(
  bookService,
  restJson1Server,
  [
    {
      operation: createBook,
      handler: async (input: Book, context: HandlerContext) => ((identity = context.identity), input),
    },
  ],
  { authenticate },
);

/** What comes of a call whose request is changed on its way. */
async function call(
  options: ClientOptions,
  change = (request: Request): Request => request,
): Promise<unknown> {
  const fetch = async (url: string, init: RequestInit): Promise<Response> =>
    handler(change(new Request(url, init)));
  const connection = connect(bookService, restJson1Client, {
    endpoint: 'https://books.example',
    region: 'eu-west-1',
    fetch,
    retry: { maxAttempts: 1 },
    ...options,
  });
  return send(connection, createBook, book).catch((error: unknown) => error);
}

function withHeader(name: string, edit: (value: string) => string): (request: Request) => Request {
  return (request) => {
    const changed = new Request(request);
    changed.headers.set(name, edit(request.headers.get(name) ?? ''));
    return changed;
  };
}

const refused = (name: string): object => expect.objectContaining({ name, status: 403 });
const invalid = refused('InvalidSignatureException');

describe('verifySignature', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'] }));
  afterEach(() => void vi.useRealTimers());

  it.each([known, session])(
    'lets in who signs with $accessKeyId, and says who it is',
    async (credentials) => {
      expect(await call({ credentials })).toMatchObject({ id: book.id, tags: book.tags });
      expect(identity).toEqual({ accessKeyId: credentials.accessKeyId });
    },
  );

  it('refuses requests without a signature, or with half of one', async () => {
    expect(await call({})).toEqual(refused('MissingAuthenticationTokenException'));
    const half = withHeader('authorization', (value) => value.replace(/, Signature=.*/, ''));
    expect(await call({ credentials: known }, half)).toEqual(refused('IncompleteSignatureException'));
  });

  it('refuses unknown keys and tokens', async () => {
    const unknown = refused('UnrecognizedClientException');
    expect(await call({ credentials: { ...known, accessKeyId: 'other' } })).toEqual(unknown);
    expect(await call({ credentials: { ...session, sessionToken: 'other' } })).toEqual(unknown);
    expect(await call({ credentials: { ...known, sessionToken: 'token' } })).toEqual(unknown);
  });

  it('refuses another secret, Region or service', async () => {
    expect(await call({ credentials: { ...known, secretAccessKey: 'other' } })).toEqual(invalid);
    expect(await call({ credentials: known, region: 'us-east-1' })).toEqual(invalid);
    const service = withHeader('authorization', (value) => value.replace('/books/', '/films/'));
    expect(await call({ credentials: known }, service)).toEqual(invalid);
  });

  it.each([
    ['the path', (request: Request) => new Request(request.url.replace('/books/', '/books/x'), request)],
    ['the query', (request: Request) => new Request(`${request.url}&tag=more`, request)],
    ['the method', (request: Request) => new Request(request, { method: 'POST' })],
    ['a header', withHeader('x-shelf', () => 'bottom')],
    [
      'the body',
      (request: Request) => new Request(request.url, { method: 'PUT', headers: request.headers, body: '{}' }),
    ],
    ['the hash of the body', withHeader('x-amz-content-sha256', () => 'UNSIGNED-PAYLOAD')],
    [
      'the date',
      withHeader('x-amz-date', (value) => value.replace(/.Z$/, (end) => (end === '0Z' ? '1Z' : '0Z'))),
    ],
  ])('refuses a request when %s is changed', async (_, change) => {
    expect(await call({ credentials: known }, change)).toEqual(invalid);
  });

  it('refuses signatures of another time', async () => {
    const later = (request: Request): Request => {
      vi.setSystemTime(Date.now() + 16 * 60_000);
      return request;
    };
    expect(await call({ credentials: known }, later)).toEqual(invalid);
  });
});
