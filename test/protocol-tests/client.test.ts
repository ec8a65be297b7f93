import { afterEach, describe, expect, it, vi } from 'vitest';
import { connect } from '../../src/ecosystems/aws/runtime/client.js';
import { send } from '../../src/runtime/client/send.js';
import { ServiceError } from '../../src/runtime/errors.js';
import { adapt, toValue } from './adapter.js';
import { type Answer, type Entry, readSuites, type Serialized, suitesAreHere, unspoken } from './suites.js';

/** Cases that cannot apply, with the reason. */
const compression =
  'that an operation compresses its requests is said on no page, so the model does not know it';
const inapplicable: { readonly [id: string]: string } = {
  SDKAppliedContentEncoding_awsJson1_0: compression,
  SDKAppendsGzipAndIgnoresHttpProvidedEncoding_awsJson1_0: compression,
  SDKAppliedContentEncoding_awsJson1_1: compression,
  SDKAppendsGzipAndIgnoresHttpProvidedEncoding_awsJson1_1: compression,
  SDKAppliedContentEncoding_restJson1: compression,
  SDKAppendedGzipAfterProvidedEncoding_restJson1: compression,
  RestJsonHttpChecksumRequired:
    'that an operation wants a Content-MD5 is said on no page, and web crypto has no MD5',
};

function titleOf({ test: { id } }: Entry): string {
  return id in inapplicable ? `${id}: ${inapplicable[id]}` : id;
}

interface Sent {
  readonly url: URL;
  readonly init: RequestInit;
}

async function requestOf(entry: Entry): Promise<Sent> {
  const { service, client, operation } = adapt(entry);
  const sent: Sent[] = [];
  const fetch = async (url: string, init: RequestInit): Promise<Response> => {
    sent.push({ url: new URL(url), init });
    return new Response('{}');
  };
  const endpoint = entry.suite.clientEndpoint ?? 'https://example.com';
  const input = toValue(entry.suite, entry.test.given.input, entry.test.params);
  await send(connect(service, client, { endpoint, fetch }), operation, input);
  return sent[0]!;
}

function expectRequest({ url, init }: Sent, expected: Serialized): void {
  const wanted = new URL(expected.uri, 'https://example.com');
  expect(init.method).toBe(expected.method);
  expect(url.pathname).toBe(wanted.pathname);
  expect([...url.searchParams].sort()).toEqual([...wanted.searchParams].sort());
  if (expected.host !== undefined) expect(url.host).toBe(expected.host.split('/')[0]);
  const headers = new Headers(init.headers);
  for (const [name, value] of Object.entries(expected.headers ?? {})) {
    expect(headers.get(name), name).toBe(value);
  }
  expectBody(init, headers, expected);
  for (const name of expected.forbidHeaders ?? []) {
    // `fetch` adds the length of a body itself.
    expect(
      name.toLowerCase() === 'content-length' ? (init.body ?? null) : headers.get(name),
      name,
    ).toBeNull();
  }
  for (const name of expected.requireHeaders ?? []) {
    expect(name.toLowerCase() === 'content-length' ? init.body : headers.get(name), name).toBeTruthy();
  }
}

function expectBody({ body }: RequestInit, headers: Headers, expected: Serialized): void {
  const text = body instanceof Uint8Array ? new TextDecoder().decode(body) : (body ?? '');
  if (expected.body === undefined) return;
  const isJson = expected.body !== '' && /json/.test(headers.get('content-type') ?? '');
  if (isJson) expect(JSON.parse(String(text))).toEqual(JSON.parse(expected.body));
  else expect(text).toBe(expected.body);
}

async function outcomeOf(
  entry: Entry,
  { status_code: status, headers = {}, body }: Answer,
): Promise<unknown> {
  const { service, client, operation } = adapt(entry);
  const fetch = async (): Promise<Response> =>
    new Response(body === undefined ? null : new TextEncoder().encode(body), {
      status,
      headers: { ...headers },
    });
  const connection = connect(service, client, {
    endpoint: 'https://example.com',
    fetch,
    retry: { maxAttempts: 1 },
  });
  return send(connection, operation, {}).catch((error: unknown) => error);
}

describe.skipIf(!suitesAreHere)(
  'published protocol tests, client (skipped where ../shared/protocol-tests is missing)',
  () => {
    afterEach(() => void vi.restoreAllMocks());

    for (const [file, reason] of Object.entries(unspoken)) it.skip(`${file}: ${reason}`);

    for (const [file, entries] of readSuites('input')) {
      describe(`requests of ${file}`, () => {
        for (const entry of entries) {
          it.skipIf(entry.test.id in inapplicable)(titleOf(entry), async () => {
            vi.spyOn(crypto, 'randomUUID').mockReturnValue('00000000-0000-4000-8000-000000000000');
            expectRequest(await requestOf(entry), entry.test.serialized!);
          });
        }
      });
    }

    for (const [file, entries] of readSuites('output')) {
      describe(`responses of ${file}`, () => {
        for (const entry of entries) {
          it.skipIf(entry.test.id in inapplicable)(titleOf(entry), async () => {
            const { suite, test } = entry;
            const outcome = await outcomeOf(entry, test.response!);
            if (test.errorCode === undefined) {
              expect(outcome).toEqual(toValue(suite, test.given.output, test.result));
              return;
            }
            expect(outcome).toBeInstanceOf(ServiceError);
            expect(outcome).toMatchObject({ name: test.errorCode, status: test.response!.status_code });
            if (test.errorMessage !== undefined)
              expect(outcome).toMatchObject({ message: test.errorMessage });
            const members = Object(toValue(suite, test.given.errors?.[0], test.error));
            delete members.message;
            delete members.Message;
            expect(outcome).toMatchObject({ members });
          });
        }
      });
    }
  },
);
