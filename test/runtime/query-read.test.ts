import { expect, it } from 'vitest';
import { restJson1Server } from '../../src/ecosystems/aws/runtime/protocols/rest-json/server.js';
import type { OperationSchema, StructureSchema } from '../../src/runtime/schema/schema.js';
import { SingleRead } from '../../src/runtime/server/request.js';

const structure: StructureSchema = {
  kind: 'structure',
  members: { all: { schema: { kind: 'map', value: 'string' }, at: 'query' } },
};

const operation: OperationSchema = {
  name: 'ListBooks',
  method: 'GET',
  uri: '/books',
  status: 200,
  input: structure,
  output: structure,
  errors: [],
};

const read = (query: string): unknown => {
  const incoming = {
    method: 'GET',
    url: `/books?${query}`,
    headers: new Headers(),
    read: async () => new Uint8Array(),
  };
  const input = restJson1Server.parse(operation, new SingleRead(incoming, 0), {}, '');
  return Object(input).all;
};

const signature =
  'X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=AKID&X-Amz-Date=20261121T000000Z&X-Amz-Expires=60' +
  '&X-Amz-SignedHeaders=host&X-Amz-Signature=00';

it('leaves the signature of a presigned URL out of a map of all parameters', () => {
  expect(read(`shelf=1&${signature}&X-Amz-Security-Token=t`)).toEqual({ shelf: '1' });
});

it('keeps such a parameter where it is no part of a signature', () => {
  expect(read('shelf=1&X-Amz-Date=20261121T000000Z')).toEqual({
    shelf: '1',
    'X-Amz-Date': '20261121T000000Z',
  });
  expect(read(`X-Amz-Meta=1&${signature}`)).toEqual({ 'X-Amz-Meta': '1' });
});
