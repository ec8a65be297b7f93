import { describe, expect, it } from 'vitest';
import { connect } from '../../src/ecosystems/aws/runtime/client.js';
import { send } from '../../src/runtime/client/send.js';
import { ServiceError } from '../../src/runtime/errors.js';
import { createFetchHandler, type FetchHandler, type Handler } from '../../src/runtime/server/server.js';
import { adapt, toValue } from './adapter.js';
import { type Answer, type Entry, readSuites, suitesAreHere } from './suites.js';

const compression = 'the body of the case is not the compressed one that its headers announce';
const incomplete = 'the case leaves out content type and target, without which no server finds the operation';
const endpointPath = 'the path of the endpoint is the business of whoever forwards the request';
const allParameters = 'a server puts all parameters into the map, also those that have a member of their own';

/** Requests that a server need not understand as the client meant them, with the reason. */
const undetermined: { readonly [id: string]: string } = {
  SDKAppliedContentEncoding_awsJson1_0: compression,
  SDKAppendsGzipAndIgnoresHttpProvidedEncoding_awsJson1_0: compression,
  SDKAppliedContentEncoding_awsJson1_1: compression,
  SDKAppendsGzipAndIgnoresHttpProvidedEncoding_awsJson1_1: compression,
  SDKAppliedContentEncoding_restJson1: compression,
  SDKAppendedGzipAfterProvidedEncoding_restJson1: compression,
  AwsJson10EndpointTrait: incomplete,
  AwsJson10EndpointTraitWithHostLabel: incomplete,
  AwsJson10HostWithPath: incomplete,
  RestJsonEndpointTraitWithHostLabel: 'the case leaves out the content type of its JSON body',
  RestJsonHostWithPath: endpointPath,
  RestJsonNullAndEmptyHeaders: 'an empty list in a header cannot be told from none',
  RestJsonOmitsEmptyListQueryValues: 'an empty list in the query is not sent, so it cannot be told from none',
  RestJsonQueryIdempotencyTokenAutoFill:
    'the client fills in the token, so the server gets more than was given',
  RestJsonQueryParamsStringListMap: allParameters,
  RestJsonQueryPrecedence: allParameters,
  RestJsonHttpWithEmptyStructurePayload: 'an empty structure is sent where none was given',
  RestJsonHttpWithHeadersButNoPayload: 'an empty structure is sent where none was given',
};

const spelling = 'of the spellings that a client has to understand, a server writes one';
const dates = 'a server writes timestamps in UTC';
const leniency = 'a client has to bear with it; a server does not write it';
const noOutput = 'a page does not tell an empty output from none';

/** Responses that a server writes otherwise, with the reason. What it writes still has to be understood. */
const otherwise: readonly (readonly [pattern: RegExp, reason: string])[] = [
  [/FooErrorUsing(Code|XAmznErrorTypeWith)|FooErrorWithDunderType(And|Uri)/, spelling],
  [/^RestJsonFooErrorWithDunderType$/, spelling],
  [/^AwsJson10(Complex|EmptyComplex|InvalidGreeting)Error$/, spelling],
  [/^AwsJson1[01]FooErrorUsing/, spelling],
  [/DateTimeWith(Negative|Positive)Offset$/, dates],
  [
    /(SkipsNull|IgnoreType|AllowNulls|DeserializeNull\w+|DontDeserializeNullValues|NullStructureValues)$/,
    leniency,
  ],
  [/UnexpectedJsonOutput|unexpected_json_output/, leniency],
  [/(RespondsWithNoPayload|responds_with_no_payload)$/, leniency],
  [/^parses_the_request_id_from_the_response$/, 'every response has an id of its own'],
  [/^AwsJson11IntEnums$/, 'the case has a request header in its response'],
  [/^RestJson(EmptyInputAndEmptyOutput|NoInputAndOutputWithJson|IgnoreQueryParamsInResponse)$/, noOutput],
  [/^RestJson(EmptyInputAndEmptyOutput|NoInputAndOutput|GreetingWithErrors)\w*NoPayload$/, noOutput],
  [/^RestJsonHttpPayloadWithUnsetUnion$/, 'the length of a body is set by whatever sends the response'],
];

/** A response whose output is all headers, also those that the server adds itself. */
const everyHeader = { HttpPrefixHeadersResponse: true };

function reasonOtherwise(id: string): string | undefined {
  return otherwise.find(([pattern]) => pattern.test(id))?.[1];
}

function handlerOf(entry: Entry, handler: Handler<unknown, unknown>): FetchHandler {
  const { service, server, operation } = adapt(entry);
  return createFetchHandler(service, server, [{ operation, handler }]);
}

function requestOf({ test }: Entry): Request {
  const { method, uri, headers = {}, body = '' } = test.serialized!;
  return new Request(new URL(uri, 'https://example.com'), {
    method,
    headers: { ...headers },
    body: method === 'GET' || body === '' ? null : new TextEncoder().encode(body),
  });
}

/** Any request that leads to the operation. */
function anyRequest(entry: Entry): Request {
  const { metadata } = entry.suite;
  const { name, http } = entry.test.given;
  if (metadata.protocol === 'rest-json') {
    return new Request(new URL(http.requestUri, 'https://example.com'), { method: http.method });
  }
  const headers = {
    'content-type': `application/x-amz-json-${metadata.jsonVersion}`,
    'x-amz-target': `${metadata.targetPrefix}.${name}`,
  };
  return new Request('https://example.com/', { method: 'POST', body: '{}', headers });
}

/** What a handler gives or throws so that the response of a case comes about. */
function outcomeOf({ suite, test }: Entry): unknown {
  if (test.errorCode === undefined) return toValue(suite, test.given.output, test.result);
  const {
    message = test.errorMessage ?? '',
    Message = message,
    ...members
  } = Object(toValue(suite, test.given.errors?.[0], test.error));
  throw new ServiceError(test.errorCode, Message, { status: 400, members });
}

async function expectResponse(response: Response, expected: Answer): Promise<void> {
  expect(response.status).toBe(expected.status_code);
  for (const [name, value] of Object.entries(expected.headers ?? {})) {
    expect(response.headers.get(name), name).toBe(value);
  }
  const text = await response.text();
  const isJson = /json/.test(response.headers.get('content-type') ?? '');
  if (expected.body && isJson) expect(JSON.parse(text)).toEqual(JSON.parse(expected.body));
  else if (expected.body) expect(text).toBe(expected.body);
}

async function expectUnderstood(entry: Entry, handler: FetchHandler): Promise<void> {
  const { suite, test } = entry;
  const { service, client, operation } = adapt(entry);
  const fetch = (): Promise<Response> => handler(anyRequest(entry));
  const connection = connect(service, client, {
    endpoint: 'https://example.com',
    fetch,
    retry: { maxAttempts: 1 },
  });
  const outcome = await send(connection, operation, {}).catch((error: unknown) => error);
  if (test.errorCode !== undefined) expect(outcome).toMatchObject({ name: test.errorCode });
  else expect(outcome).toEqual(toValue(suite, test.given.output, test.result));
}

function withoutNulls(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype)
    return value;
  return Object.fromEntries(Object.entries(value).filter(([, item]) => item !== null));
}

const skipped = 'skipped where ../shared/protocol-tests is missing';

describe.skipIf(!suitesAreHere)(`published protocol tests, server (${skipped})`, () => {
  for (const [file, entries] of readSuites('input')) {
    describe(`requests of ${file} understood`, () => {
      for (const entry of entries) {
        const { id, params, given } = entry.test;
        it.skipIf(id in undetermined)(id in undetermined ? `${id}: ${undetermined[id]}` : id, async () => {
          const received: unknown[] = [];
          const response = await handlerOf(entry, (input) => received.push(input))(requestOf(entry));
          expect(received, String(response.status)).toHaveLength(1);
          expect(received[0]).toEqual(withoutNulls(toValue(entry.suite, given.input, params)));
        });
      }
    });
  }

  for (const [file, entries] of readSuites('output')) {
    describe(`responses of ${file} written`, () => {
      for (const entry of entries) {
        const reason = reasonOtherwise(entry.test.id);
        const handler = handlerOf(entry, () => outcomeOf(entry));
        it.skipIf(entry.test.id in everyHeader)(`${entry.test.id}, understood`, () =>
          expectUnderstood(entry, handler),
        );
        it.skipIf(reason !== undefined)(
          `${entry.test.id}${reason ? `: ${reason}` : ', to the letter'}`,
          async () => {
            await expectResponse(await handler(anyRequest(entry)), entry.test.response!);
          },
        );
      }
    });
  }
});
