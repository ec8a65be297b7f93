import { describe, expect, it, vi } from 'vitest';
import { awsJson1_1Server } from '../../src/ecosystems/aws/runtime/protocols/aws-json/server.js';
import { ServiceError } from '../../src/runtime/errors.js';
import { restJson1Server } from '../../src/ecosystems/aws/runtime/protocols/rest-json/server.js';
import {
  createFetchHandler,
  type FetchHandler,
  type HandlerContext,
  type Route,
  type ServerOptions,
} from '../../src/runtime/server/server.js';
import type { StandardSchemaV1 } from '../../src/runtime/schema/standard-schema.js';
import { type Book, bookService, createBook, deleteBook } from './books.js';

type Validate = StandardSchemaV1<unknown, Book>['~standard']['validate'];

function validator(validate: Validate): StandardSchemaV1<unknown, Book> {
  return { '~standard': { version: 1, vendor: 'test', validate } };
}

function rest(route: Partial<Route<Book, Book>> = {}, options: ServerOptions = {}): FetchHandler {
  const handler = async (input: Book): Promise<Book> => input;
  return createFetchHandler(
    bookService,
    restJson1Server,
    [{ operation: createBook, handler, ...route }],
    options,
  );
}

function put(body: BodyInit, headers: HeadersInit = { 'content-type': 'application/json' }): Request {
  return new Request('https://books.example/books/b1', { method: 'PUT', body, headers });
}

function target(operation: string, body = '{}', type = 'application/x-amz-json-1.1'): Request {
  const headers = { 'content-type': type, 'x-amz-target': `Books_2020.${operation}` };
  return new Request('https://books.example/', { method: 'POST', body, headers });
}

async function answerOf(response: Promise<Response>): Promise<unknown> {
  const { status, headers, text } = await response.then(async (given) => ({
    status: given.status,
    headers: given.headers,
    text: await given.text(),
  }));
  return { status, type: headers.get('x-amzn-errortype'), body: JSON.parse(text || 'null') };
}

describe('a REST-JSON server', () => {
  it('answers with the output, its content type and an id of the request', async () => {
    const response = await rest()(put('{"title":"x","unknown":1}'));
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('application/json');
    expect(response.headers.get('x-amzn-requestid')).toMatch(/^[0-9a-f-]{36}$/);
    expect(await response.json()).toEqual({ id: 'b1', title: 'x' });
  });

  it.each([
    ['malformed JSON', '{"title":', 400, 'SerializationException'],
    ['JSON that is no object', '[]', 400, 'SerializationException'],
    ['a member of another type', '{"title":1}', 400, 'SerializationException'],
    ['a timestamp that is none', '{"printedAt":"soon"}', 400, 'SerializationException'],
    ['a body that is too long', `{"title":"${'x'.repeat(100)}"}`, 413, 'RequestTooLargeException'],
  ])('refuses %s', async (_, body, status, type) => {
    expect(await answerOf(rest({}, { bodyLimit: 50 })(put(body)))).toMatchObject({ status, type });
  });

  it('refuses a body that is too long and does not say how long it is', async () => {
    const body = new Blob([`{"title":"${'x'.repeat(100)}"}`]).stream();
    const request = new Request('https://books.example/books/b1', {
      method: 'PUT',
      body,
      headers: { 'content-type': 'application/json' },
      ...{ duplex: 'half' },
    });
    expect(await answerOf(rest({}, { bodyLimit: 50 })(request))).toMatchObject({ status: 413 });
  });

  it.each([{}, { 'content-type': 'text/plain' }, { 'content-type': 'application/jsonx' }])(
    'refuses the content type of %j',
    async (headers) => {
      expect(await answerOf(rest()(put('{"title":"x"}', headers)))).toMatchObject({
        status: 415,
        type: 'UnsupportedMediaTypeException',
      });
    },
  );

  it('takes a content type with parameters, and no body at all', async () => {
    expect((await rest()(put('{}', { 'content-type': 'Application/JSON; charset=utf-8' }))).status).toBe(200);
    const empty = new Request('https://books.example/books/b1', { method: 'PUT' });
    expect((await rest()(empty)).status).toBe(200);
  });

  it('does not know other paths and methods', async () => {
    const unknown = { status: 404, type: 'UnknownOperationException' };
    expect(await answerOf(rest()(new Request('https://books.example/nowhere')))).toMatchObject(unknown);
    expect(await answerOf(rest()(new Request('https://books.example/books/b1')))).toMatchObject(unknown);
  });

  it('answers 501 where no handler is written', async () => {
    const answer = await answerOf(rest({ handler: undefined })(put('{}')));
    expect(answer).toMatchObject({ status: 501, type: 'NotImplementedException' });
  });

  it('answers with documented errors: their status, their members', async () => {
    const handler = async (): Promise<never> => {
      throw new ServiceError('ConflictException', 'Taken.', {
        status: 400,
        members: { shelf: 'top', other: 1 },
      });
    };
    expect(await answerOf(rest({ handler })(put('{}')))).toEqual({
      status: 409,
      type: 'ConflictException',
      body: { message: 'Taken.', shelf: 'top' },
    });
  });

  it('answers with errors that the operation does not document as they are', async () => {
    const handler = async (): Promise<never> => {
      throw new ServiceError('TeapotException', 'Short and stout.', {
        status: 418,
        members: { spout: true },
      });
    };
    expect(await answerOf(rest({ handler })(put('{}')))).toEqual({
      status: 418,
      type: 'TeapotException',
      body: { message: 'Short and stout.', spout: true },
    });
  });

  it('keeps to itself why a handler failed, but tells the host', async () => {
    const onError = vi.fn();
    const cause = new Error('password is swordfish');
    const handler = async (): Promise<never> => Promise.reject(cause);
    const answer = await answerOf(rest({ handler }, { onError })(put('{}')));
    expect(answer).toMatchObject({ status: 500, type: 'InternalFailure' });
    expect(JSON.stringify(answer)).not.toContain('swordfish');
    expect(onError).toHaveBeenCalledWith(cause, expect.objectContaining({ operation: 'CreateBook' }));
  });

  it.each([
    ['a line end in a header', { id: 'b1', shelf: 'top\r\nset-cookie: x' }],
    ['a header beyond one byte a character', { id: 'b1', shelf: '棚' }],
  ])('answers as to any failure of a handler where its output has %s', async (_, output) => {
    const onError = vi.fn();
    const answer = await answerOf(rest({ handler: async () => output }, { onError })(put('{}')));
    expect(answer).toMatchObject({ status: 500, type: 'InternalFailure' });
    const cause = expect.objectContaining({ message: 'The header "x-shelf" cannot be sent.' });
    expect(onError).toHaveBeenCalledWith(cause, expect.anything());
  });

  it.each([
    ['name', new ServiceError('Bad\nException', 'No.', { status: 400 })],
    ['status', new ServiceError('BadException', 'No.', { status: 1000 })],
  ])('answers so as well where the %s of an error cannot be sent', async (_, error) => {
    const handler = async (): Promise<never> => Promise.reject(error);
    const answer = await answerOf(rest({ handler })(put('{}')));
    expect(answer).toMatchObject({ status: 500, type: 'InternalFailure' });
  });

  it('writes no body with a status that has none', async () => {
    const handler = createFetchHandler(bookService, restJson1Server, [
      { operation: deleteBook, handler: async () => ({}) },
    ]);
    const response = await handler(new Request('https://books.example/books/b1', { method: 'DELETE' }));
    expect([response.status, response.body]).toEqual([204, null]);
  });

  it('tells the handler about the request', async () => {
    let seen: HandlerContext | undefined;
    const handler = async (input: Book, context: HandlerContext): Promise<Book> => ((seen = context), input);
    const response = await rest(
      { handler },
      { authenticate: () => 'ada' },
    )(put('{}', { 'content-type': 'application/json', 'x-shelf': 's' }));
    expect(seen).toMatchObject({ operation: 'CreateBook', identity: 'ada' });
    expect(seen?.requestId).toBe(response.headers.get('x-amzn-requestid'));
    expect(seen?.requestId).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(seen?.request.headers.get('X-Shelf')).toBe('s');
    expect(new TextDecoder().decode(await seen?.request.bytes())).toBe('{}');
  });

  it('lets nobody in whom `authenticate` refuses', async () => {
    const handler = vi.fn();
    const authenticate = (): never => {
      throw new ServiceError('AccessDeniedException', 'No.', { status: 403 });
    };
    expect(await answerOf(rest({ handler }, { authenticate })(put('{}')))).toMatchObject({ status: 403 });
    expect(handler).not.toHaveBeenCalled();
  });
});

describe('validation', () => {
  const issues = [
    { message: 'Member must not be null', path: ['title'] },
    { message: 'Too long.', path: [{ key: 'tags' }, 3] },
  ];

  it('answers in the words of AWS with all issues', async () => {
    const answer = await answerOf(rest({ validator: validator(() => ({ issues })) })(put('{}')));
    expect(answer).toEqual({
      status: 400,
      type: 'ValidationException',
      body: {
        message:
          "2 validation errors detected: Value at '/title' failed to satisfy constraint: Member must not be null; " +
          "Value at '/tags/3' failed to satisfy constraint: Too long.",
        fieldList: [
          { path: '/title', message: 'Member must not be null' },
          { path: '/tags/3', message: 'Too long.' },
        ],
      },
    });
  });

  it('leaves a message alone that is worded already', async () => {
    const message =
      "Value with length 3 at '/a' failed to satisfy constraint: Member must have length less than 2";
    const answer = await answerOf(
      rest({ validator: validator(async () => ({ issues: [{ message }] })) })(put('{}')),
    );
    expect(answer).toMatchObject({ body: { message: `1 validation error detected: ${message}` } });
  });

  it('hands on what the validator made of the input', async () => {
    const made = { id: 'made' };
    expect(
      await answerOf(rest({ validator: validator(async () => ({ value: made })) })(put('{}'))),
    ).toMatchObject({ body: made });
  });

  it('answers with another error where told so', async () => {
    const validationError = (): ServiceError =>
      new ServiceError('InvalidParameterException', 'Bad.', { status: 400 });
    const handler = rest({ validator: validator(() => ({ issues })) }, { validationError });
    expect(await answerOf(handler(put('{}')))).toMatchObject({ type: 'InvalidParameterException' });
  });
});

describe('an AWS JSON server', () => {
  const handler = createFetchHandler(bookService, awsJson1_1Server, [
    { operation: createBook, handler: async (input: Book) => input },
    {
      operation: deleteBook,
      handler: async () => {
        throw new ServiceError('NotFoundException', 'Gone.', { status: 404 });
      },
    },
  ]);

  it('finds the operation by its target', async () => {
    const response = await handler(target('CreateBook', '{"title":"x"}'));
    expect(response.headers.get('content-type')).toBe('application/x-amz-json-1.1');
    expect(await response.json()).toEqual({ title: 'x' });
  });

  it.each([
    ['an unknown target', target('BurnBook'), 400, 'UnknownOperationException'],
    [
      'no target',
      new Request('https://books.example/', { method: 'POST' }),
      400,
      'UnknownOperationException',
    ],
    [
      'another content type',
      target('CreateBook', '{}', 'application/json'),
      415,
      'UnsupportedMediaTypeException',
    ],
    ['malformed JSON', target('CreateBook', '{'), 400, 'SerializationException'],
    ['an error of the handler', target('DeleteBook'), 404, 'NotFoundException'],
  ])('answers %s with a name in the body', async (_, request, status, name) => {
    expect(await answerOf(handler(request))).toMatchObject({ status, type: null, body: { __type: name } });
  });
});
