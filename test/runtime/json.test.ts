import { describe, expect, it } from 'vitest';
import { convert, reading, writing } from '../../src/runtime/codecs/json.js';
import { readStrictly } from '../../src/runtime/codecs/json-strict.js';
import type { Schema, StructureSchema } from '../../src/runtime/schema/schema.js';

const node: StructureSchema = {
  kind: 'structure',
  members: {
    name: { schema: 'string', wire: 'Name' },
    size: 'double',
    at: 'timestamp',
    data: 'blob',
    more: 'document',
    children: { kind: 'list', element: () => node },
    byKey: { kind: 'map', value: 'integer' },
    gaps: { kind: 'list', element: 'string', sparse: true },
    holes: { kind: 'map', value: 'string', sparse: true },
    ['__proto__']: { schema: 'string' },
    // Without "as const" its type would be inferred from what every object has under this name.
    constructor: 'string' as const,
  },
};

const value = {
  name: 'a',
  size: Infinity,
  at: new Date(1500),
  data: new Uint8Array([1, 2]),
  more: { any: [1, null] },
  children: [{ name: 'b', children: [] }],
  byKey: { x: 0 },
  gaps: ['a', null],
  holes: { a: null },
  ['__proto__']: 'p',
  constructor: 'c',
};

const json =
  '{"Name":"a","size":"Infinity","at":1.5,"data":"AQI=","more":{"any":[1,null]},"children":[{"Name":"b","children":[]}],' +
  '"byKey":{"x":0},"gaps":["a",null],"holes":{"a":null},"__proto__":"p","constructor":"c"}';

describe('writing', () => {
  it('writes every kind of value', () => {
    expect(JSON.stringify(convert(node, value, writing))).toBe(json);
  });

  it('leaves out what has no value, what is unknown and what is only inherited', () => {
    const given = { name: undefined, size: null, unknown: 1, children: [null], byKey: { a: undefined } };
    expect(convert(node, given, writing)).toEqual({ children: [], byKey: {} });
  });
});

describe('reading', () => {
  it('reads every kind of value', () => {
    const read = convert(node, JSON.parse(json), reading);
    expect(read).toEqual(value);
    expect(Object.getOwnPropertyNames(read)).toContain('__proto__');
  });

  it('leaves out nulls and unknown members, and keeps what does not fit', () => {
    const given = { Name: null, unknown: 1, size: 'NaN', children: [null], byKey: 'odd' };
    expect(convert(node, given, reading)).toEqual({ size: NaN, children: [], byKey: 'odd' });
  });

  it('keeps a map key that is called __proto__ as a key', () => {
    const schema: Schema = { kind: 'map', value: 'string' };
    const map = Object(convert(schema, JSON.parse('{"__proto__":"x"}'), reading));
    expect(Object.entries(map)).toEqual([['__proto__', 'x']]);
    expect(Object.getPrototypeOf(map)).toBe(Object.prototype);
  });
});

describe('readStrictly', () => {
  const union: StructureSchema = { kind: 'union', members: { a: 'string', b: 'string' } };

  it('reads what the schema says', () => {
    expect(readStrictly(node, JSON.parse(json))).toEqual(value);
    expect(readStrictly(union, { __type: 'x', a: '1', b: null })).toEqual({ a: '1' });
  });

  it.each<[Schema, unknown]>([
    ['string', 1],
    ['boolean', 'true'],
    ['integer', 1.5],
    ['long', '1'],
    ['double', '1'],
    ['blob', 'not base64'],
    ['timestamp', true],
    ['timestamp', 'soon'],
    [{ kind: 'list', element: 'string' }, 'a'],
    [{ kind: 'list', element: 'string' }, ['a', null]],
    [{ kind: 'map', value: 'string' }, ['a']],
    [{ kind: 'map', value: 'string' }, { a: null }],
    [node, 'a'],
    [node, { Name: 1 }],
    [union, {}],
    [union, { a: '1', b: '2' }],
  ])('refuses for %j the value %j', (schema, given) => {
    expect(() => readStrictly(schema, given)).toThrow(SyntaxError);
  });
});
