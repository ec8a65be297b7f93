import { expect, it } from 'vitest';
import { readQuery } from '../../src/runtime/codecs/query-read.js';
import type { StructureSchema } from '../../src/runtime/schema/schema.js';

const structure: StructureSchema = {
  kind: 'structure',
  members: { all: { schema: { kind: 'map', value: 'string' }, at: 'query' } },
};

const read = (query: string): unknown => {
  const result: { all?: unknown } = {};
  readQuery(structure, `/books?${query}`, result);
  return result.all;
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
