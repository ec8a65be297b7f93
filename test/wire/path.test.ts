import { expect, it } from 'vitest';
import { writePath } from '../../src/runtime/codecs/request-target.js';
import type { OperationSchema } from '../../src/runtime/schema/schema.js';

const operation = (uri: string): OperationSchema => ({
  name: 'Get',
  method: 'GET',
  uri,
  status: 200,
  input: { kind: 'structure', members: { key: { schema: 'string', at: 'label' } } },
  output: { kind: 'structure', members: {} },
  errors: [],
});

it.each([
  ['/', '/'],
  ['/things/', '/things'],
  ['/things/?list', '/things'],
  ['/things/{key}/', '/things/a%2F'],
  ['/things/{key+}', '/things/a/'],
])('writes the path of %s as %s', (uri, path) => {
  expect(writePath(operation(uri), { key: 'a/' })).toBe(path);
});
