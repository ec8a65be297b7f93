import { SignatureV4 } from '@smithy/signature-v4';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { connect } from '../../src/ecosystems/aws/runtime/client.js';
import type { AwsClientOptions as ClientOptions } from '../../src/ecosystems/aws/runtime/options.js';
import { send } from '../../src/runtime/client/send.js';
import { restJson1Client } from '../../src/ecosystems/aws/runtime/protocols/rest-json/client.js';
import { restJson1Server } from '../../src/ecosystems/aws/runtime/protocols/rest-json/server.js';
import { createFetchHandler, type HandlerContext } from '../../src/runtime/server/server.js';
import { verifySignature } from '../support/verify-signature.js';
import { type Book, bookService, createBook } from './books.js';
import { Sha256 } from './official-hash.js';

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

/** A request as the official signer presigns it. */
async function presigned(credentials: typeof known, body: string, expiresIn = 60): Promise<Request> {
  const signer = new SignatureV4({ credentials, region: 'eu-west-1', service: 'books', sha256: Sha256 });
  const { query } = await signer.presign(
    {
      method: 'PUT',
      protocol: 'https:',
      hostname: 'books.example',
      path: '/books/a%20b',
      query: { tag: ['x y', 'a+b'] },
      headers: { host: 'books.example', 'content-type': 'application/json' },
      body,
    },
    { expiresIn },
  );
  const pairs = Object.entries(query ?? {}).flatMap(([key, value]) =>
    [value].flat().map((item) => `${encodeURIComponent(key)}=${encodeURIComponent(String(item))}`),
  );
  const url = `https://books.example/books/a%20b?${pairs.join('&')}`;
  const headers = { host: 'books.example', 'content-type': 'application/json' };
  return new Request(url, { method: 'PUT', headers, body });
}

/** The status of the answer and the name of its error. */
async function answerTo(request: Request): Promise<unknown> {
  const { status, headers } = await handler(request);
  return [status, headers.get('x-amzn-errortype')];
}

describe('verifySignature, of presigned URLs', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'] }));
  afterEach(() => void vi.useRealTimers());

  it.each([known, session])('lets in who has one of $accessKeyId', async (credentials) => {
    expect(await answerTo(await presigned(credentials, '{"title":"x"}'))).toEqual([createBook.status, null]);
    expect(identity).toEqual({ accessKeyId: credentials.accessKeyId });
  });

  it('refuses one that is changed', async () => {
    const { url, method, headers } = await presigned(known, '{"title":"x"}');
    const changed = [
      new Request(url.replace('tag=x', 'tag=y'), { method, headers, body: '{"title":"x"}' }),
      new Request(url, { method, headers, body: '{"title":"y"}' }),
      new Request(url.replace('Expires=60', 'Expires=90'), { method, headers, body: '{"title":"x"}' }),
      new Request(url.replace('AKID', 'ASIA'), { method, headers, body: '{"title":"x"}' }),
    ];
    const refusals = await Promise.all(changed.map(answerTo));
    expect(refusals.map((answer) => Object(answer)[0])).toEqual([403, 403, 403, 403]);
  });

  it('refuses one whose time is over, and takes it until then, beyond the tolerance for clocks', async () => {
    const request = await presigned(known, '{"title":"x"}', 3600);
    vi.setSystemTime(Date.now() + 59 * 60_000);
    expect(await answerTo(request.clone())).toEqual([createBook.status, null]);
    vi.setSystemTime(Date.now() + 2 * 60_000);
    expect(await answerTo(request)).toEqual([403, 'InvalidSignatureException']);
  });

  it('refuses one without an end, or with one too far away', async () => {
    const { url, method, headers } = await presigned(known, '{}');
    for (const expires of ['', 'X-Amz-Expires=604801', 'X-Amz-Expires=0']) {
      const request = new Request(url.replace('X-Amz-Expires=60', expires), { method, headers, body: '{}' });
      expect(await answerTo(request)).toEqual([403, 'IncompleteSignatureException']);
    }
  });
});
