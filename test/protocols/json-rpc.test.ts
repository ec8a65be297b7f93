import { describe, expect, it } from 'vitest';
import { jsonRpcClient } from '../../src/ecosystems/http/runtime/protocols/json-rpc/client.js';
import { jsonRpcServer } from '../../src/ecosystems/http/runtime/protocols/json-rpc/server.js';
import type { HttpServiceSchema, RpcVersion } from '../../src/ecosystems/http/runtime/service.js';
import { ServiceError } from '../../src/runtime/errors.js';
import type { OperationSchema, SchemaReference } from '../../src/runtime/schema/schema.js';
import { createFetchHandler } from '../../src/runtime/server/server.js';

const structure = (members: { readonly [name: string]: SchemaReference | object }) =>
  ({ kind: 'structure', members }) as OperationSchema['input'];

const common = { method: 'POST', uri: '', status: 200, errors: [] } as const;
const value = (schema: SchemaReference) => structure({ body: { schema, at: 'payload' } });

const subtract: OperationSchema = {
  ...common,
  name: 'subtract',
  positional: true,
  input: structure({ from: { schema: 'integer', wire: 'minuend' }, less: 'integer', note: 'string' }),
  output: value('integer'),
  errors: [{ name: 'TooFar', status: 200, code: -7, members: structure({ by: 'integer' }) }],
};
const notify: OperationSchema = {
  ...common,
  name: 'notify',
  input: structure({ text: 'string' }),
  output: structure({}),
};
const remove: OperationSchema = {
  ...common,
  name: 'list.remove',
  input: value({ kind: 'list', element: 'string' }),
  output: value('document'),
};

const told: unknown[] = [];

function handlerOf(rpc: RpcVersion | undefined = undefined, options: object = {}) {
  const service: HttpServiceSchema = { id: 'sums', apiVersion: '', ...(rpc && { rpc }) };
  return createFetchHandler(
    service,
    jsonRpcServer,
    [
      {
        operation: subtract,
        handler: (input) => {
          const { from, less } = input as { from: number; less: number };
          if (less > 100)
            throw new ServiceError('TooFar', 'Too far.', { status: 200, members: { by: less } });
          return from - less;
        },
      },
      { operation: notify, handler: (input) => void told.push(input) },
      { operation: remove, handler: (input) => Object(input).body },
    ],
    options,
  );
}

async function post(body: unknown, rpc?: RpcVersion, options?: object) {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const response = await handlerOf(
    rpc,
    options,
  )(new Request('https://sums.example/any', { method: 'POST', body: text }));
  const answer = await response.text();
  return { status: response.status, answer: answer === '' ? undefined : (JSON.parse(answer) as unknown) };
}

const call = (method: string, params?: unknown, id: unknown = 1) => ({
  jsonrpc: '2.0',
  method,
  ...(params !== undefined && { params }),
  ...(id !== undefined && { id }),
});
const failure = (code: number, id: unknown = null) => ({
  jsonrpc: '2.0',
  error: expect.objectContaining({ code, message: expect.any(String) }),
  id,
});

describe('a server of JSON-RPC 2.0', () => {
  it('takes parameters by position and by name', async () => {
    for (const params of [[42, 23], { less: 23, minuend: 42 }])
      expect(await post(call('subtract', params, 'a'))).toEqual({
        status: 200,
        answer: { jsonrpc: '2.0', result: 19, id: 'a' },
      });
    expect((await post(call('list.remove', ['a', 'b']))).answer).toMatchObject({ result: ['a', 'b'] });
  });

  it('answers no notification, whatever becomes of it', async () => {
    told.length = 0;
    const { id: _, ...notification } = call('notify', { text: 'x' });
    expect(await post(notification)).toEqual({ status: 204, answer: undefined });
    expect(told).toEqual([{ text: 'x' }]);
    expect(await post({ ...notification, method: 'nothing' })).toEqual({ status: 204, answer: undefined });
    expect((await post(call('notify', { text: 'y' }, null))).answer).toEqual({
      jsonrpc: '2.0',
      result: null,
      id: null,
    });
  });

  it('says what is wrong with a call in the codes set aside for it', async () => {
    expect(await post('{"jsonrpc":"2.0","method')).toEqual({ status: 400, answer: failure(-32700) });
    expect(await post({ jsonrpc: '2.0', method: 1, params: 'bar' })).toEqual({
      status: 400,
      answer: failure(-32600),
    });
    expect((await post({ method: 'subtract', id: 4 })).answer).toEqual(failure(-32600, 4));
    expect((await post(call('subtract', 'x'))).answer).toEqual(failure(-32600, 1));
    expect((await post(call('subtract', [1], {}))).answer).toEqual(failure(-32600));
    expect((await post(call('nothing', [1], 5))).answer).toEqual(failure(-32601, 5));
    expect((await post(call('toString', [1], 5))).answer).toEqual(failure(-32601, 5));
    expect((await post(call('subtract', ['x'], 6))).answer).toEqual(failure(-32602, 6));
    expect((await post(call('subtract', [1, 2, 'x', 4], 6))).answer).toEqual(failure(-32602, 6));
  });

  it('tells documented errors with code, message and data', async () => {
    expect(await post(call('subtract', [1, 101]))).toEqual({
      status: 200,
      answer: { jsonrpc: '2.0', error: { code: -7, message: 'Too far.', data: { by: 101 } }, id: 1 },
    });
  });

  it('answers the calls of a batch one by one', async () => {
    const { id: _, ...notification } = call('notify', { text: 'x' });
    const { status, answer } = await post([
      call('subtract', [3, 1], 1),
      notification,
      1,
      call('nothing', undefined, 2),
    ]);
    expect(status).toBe(200);
    expect(answer).toEqual([{ jsonrpc: '2.0', result: 2, id: 1 }, failure(-32600), failure(-32601, 2)]);
    expect(await post([notification, notification])).toEqual({ status: 204, answer: undefined });
    expect(await post([])).toEqual({ status: 400, answer: failure(-32600) });
  });

  it('bounds what one request may hold', async () => {
    expect(await post(Array(1001).fill(1))).toEqual({ status: 400, answer: failure(-32600) });
    expect(await post(call('subtract', [1, 2]), undefined, { bodyLimit: 10 })).toEqual({
      status: 413,
      answer: failure(-32600),
    });
    const response = await handlerOf()(new Request('https://sums.example/'));
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST']);
    const deep = `{"jsonrpc":"2.0","id":1,"method":"subtract","params":${'['.repeat(200_000)}${']'.repeat(200_000)}}`;
    expect((await post(deep)).status).toBe(400);
  });
});

describe('a server of other versions', () => {
  it('1.0 has a result and an error in every answer, and null for the id of a notification', async () => {
    const { jsonrpc: _, ...plain } = call('subtract', [3, 1], 'x');
    expect((await post(plain, '1.0')).answer).toEqual({ result: 2, error: null, id: 'x' });
    expect((await post({ ...plain, method: 'nothing' }, '1.0')).answer).toEqual({
      result: null,
      error: expect.objectContaining({ code: -32601 }),
      id: 'x',
    });
    expect((await post({ ...plain, id: null }, '1.0')).status).toBe(204);
  });

  it('answers calls that have nothing but a method and parameters', async () => {
    expect((await post({ method: 'subtract', params: [3, 1] }, 'plain')).answer).toEqual({ result: 2 });
  });
});

describe('a client of JSON-RPC', () => {
  const written = (rpc: RpcVersion, operation: OperationSchema, input: object) => {
    const request = jsonRpcClient.serialise(
      { id: 'sums', apiVersion: '', rpc } as HttpServiceSchema,
      operation,
      input,
      undefined,
    );
    return { request, json: JSON.parse(String(request.body)) as { readonly [name: string]: unknown } };
  };

  it('writes what the version has', () => {
    const { request, json } = written('2.0', subtract, { from: 3, less: 1 });
    expect(json).toEqual({ jsonrpc: '2.0', method: 'subtract', params: [3, 1], id: request.id });
    expect(Number.isInteger(request.id)).toBe(true);
    expect(Object.keys(written('1.0', notify, {}).json)).toEqual(['method', 'params', 'id']);
    expect(written('plain', notify, { text: 'x' }).json).toEqual({ method: 'notify', params: { text: 'x' } });
  });

  it('leaves out what is missing at the end, and says null before', () => {
    expect(written('2.0', subtract, { note: 'x' }).json['params']).toEqual([null, null, 'x']);
    expect(written('2.0', subtract, {}).json['params']).toEqual([]);
    expect(written('2.0', remove, { body: ['a'] }).json['params']).toEqual(['a']);
  });

  const parse = (answer: unknown, id?: number) => {
    const { request } = written('2.0', subtract, {});
    return jsonRpcClient.parse(subtract, new Response(JSON.stringify(answer)), {
      ...request,
      ...(id && { id }),
    });
  };

  it('refuses the answer to another call', async () => {
    expect(await parse({ result: 3, id: 7 }, 7)).toBe(3);
    await expect(parse({ result: 3, id: 8 }, 7)).rejects.toThrow('to the call 8, not to 7');
    await expect(parse([], 7)).rejects.toThrow('not a JSON object');
  });

  it('tells errors by their codes, whatever the status', async () => {
    await expect(
      parse({ error: { code: -7, message: 'No.', data: { by: 1 } }, id: null }, 7),
    ).rejects.toMatchObject({
      name: 'TooFar',
      code: -7,
      message: 'No.',
      members: { by: 1 },
      status: 200,
    });
    await expect(parse({ error: { code: -32601, message: 'No.' } })).rejects.toMatchObject({
      name: 'MethodNotFoundError',
      code: -32601,
    });
    await expect(parse({ error: 'no', id: 7 }, 7)).rejects.toMatchObject({ name: 'RpcError', message: 'no' });
    const gone = new Response('{"error":{"code":-7,"message":"x"}}', { status: 500 });
    expect(await jsonRpcClient.parseError(subtract, gone)).toMatchObject({ name: 'TooFar', status: 500 });
    expect(await jsonRpcClient.parseError(subtract, new Response('', { status: 401 }))).toMatchObject({
      name: 'UnauthorizedError',
    });
  });
});
