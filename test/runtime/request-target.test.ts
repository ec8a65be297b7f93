import { describe, expect, it } from 'vitest';
import { searchOf, writePath, writeQuery } from '../../src/runtime/codecs/request-target.js';
import type { MemberSchema, OperationSchema } from '../../src/runtime/schema/schema.js';

function operation(uri: string, members: { readonly [name: string]: MemberSchema }): OperationSchema {
  const none = { kind: 'structure', members: {} } as const;
  return {
    name: 'Op',
    method: 'GET',
    uri,
    status: 200,
    input: { kind: 'structure', members },
    output: none,
    errors: [],
  };
}

const label = (schema: MemberSchema['schema'] = 'string'): MemberSchema => ({ schema, at: 'label' });
const query = (schema: MemberSchema['schema'], wire: string): MemberSchema => ({ schema, at: 'query', wire });

describe('writePath', () => {
  it('encodes all but the unreserved characters in a label', () => {
    const op = operation('/a/{x}/b', { x: label() });
    expect(writePath(op, { x: "a/b?c#d!'()*é ~-._" })).toBe('/a/a%2Fb%3Fc%23d%21%27%28%29%2A%C3%A9%20~-._/b');
  });

  it('keeps the slashes of a greedy label', () => {
    expect(writePath(operation('/{key+}/end', { key: label() }), { key: 'a b/c' })).toBe('/a%20b/c/end');
  });

  it('finds a label under the name that it has in the URI', () => {
    const op = operation('/{FunctionName}', {
      name: { schema: 'string', at: 'label', wire: 'FunctionName' },
    });
    expect(writePath(op, { name: 'f' })).toBe('/f');
  });

  it.each([undefined, null, '', '.', '..', 'a/../b'])('refuses %j, which would lead elsewhere', (x) => {
    expect(() => writePath(operation('/a/{x+}', { x: label() }), { x })).toThrow(TypeError);
  });

  it('takes dots that are part of a name', () => {
    expect(writePath(operation('/{x}', { x: label() }), { x: '..a.' })).toBe('/..a.');
  });
});

describe('writeQuery', () => {
  it('holds fixed parameters, single ones, lists and maps, single ones first', () => {
    const op = operation('/x?fixed&mode=full', {
      one: query('boolean', 'One'),
      many: query({ kind: 'list', element: 'timestamp' }, 'many'),
      rest: { schema: { kind: 'map', value: { kind: 'list', element: 'string' } }, at: 'query' },
      absent: query('string', 'absent'),
    });
    const input = { one: false, many: [new Date(0), null], rest: { One: ['no'], b: ['1', '2'], c: null } };
    expect(writeQuery(op, input)).toEqual({
      fixed: '',
      mode: 'full',
      One: 'false',
      many: ['1970-01-01T00:00:00Z'],
      b: ['1', '2'],
    });
  });

  it('takes a map of parameters named like what every object has', () => {
    const op = operation('/x', { rest: { schema: { kind: 'map', value: 'string' }, at: 'query' } });
    expect(searchOf(writeQuery(op, { rest: { constructor: 'c' } }))).toBe('?constructor=c');
  });
});

describe('searchOf', () => {
  it('repeats the key of a list and encodes both sides', () => {
    expect(searchOf({ 'a b': ['1', "'"], c: '', d: [] })).toBe('?a%20b=1&a%20b=%27&c=');
  });

  it('is empty where the query is', () => {
    expect(searchOf({})).toBe('');
    expect(searchOf({ d: [] })).toBe('');
  });
});
