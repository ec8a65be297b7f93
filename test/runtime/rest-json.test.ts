import { describe, expect, it } from 'vitest';
import { readHeaders, writeHeaders } from '../../src/runtime/codecs/headers.js';
import type { StructureSchema } from '../../src/runtime/schema/schema.js';

const structure: StructureSchema = {
  kind: 'structure',
  members: {
    text: { schema: 'string', at: 'header', wire: 'X-Text' },
    count: { schema: 'integer', at: 'header', wire: 'X-Count' },
    list: { schema: { kind: 'list', element: 'string' }, at: 'header', wire: 'X-List' },
    dates: { schema: { kind: 'list', element: 'timestamp' }, at: 'header', wire: 'X-Dates' },
    json: { schema: 'string', at: 'header', wire: 'X-Json', mediaType: 'application/json' },
    meta: { schema: { kind: 'map', value: 'string' }, at: 'prefixHeaders', wire: 'X-Meta-' },
    body: 'string',
  },
};

const value = {
  text: '',
  count: 0,
  list: ['a', 'b,c', 'd"e\\f'],
  dates: [new Date(0), new Date(86_400_000)],
  json: '{"ä":1}',
  meta: { one: '1', two: '' },
  body: 'not here',
};

const headers = {
  'x-text': '',
  'x-count': '0',
  'x-list': 'a, "b,c", "d\\"e\\\\f"',
  'x-dates': 'Thu, 01 Jan 1970 00:00:00 GMT, Fri, 02 Jan 1970 00:00:00 GMT',
  'x-json': 'eyLDpCI6MX0=',
  'x-meta-one': '1',
  'x-meta-two': '',
};

describe('headers', () => {
  it('are written under lower-case names', () => {
    const written = {};
    writeHeaders(structure, value, written);
    expect(written).toEqual(headers);
  });

  it('are left out where nothing is given', () => {
    const written = {};
    writeHeaders(structure, { text: undefined, meta: { one: undefined } }, written);
    expect(written).toEqual({});
  });

  it('are read back', () => {
    const result = {};
    readHeaders(structure, new Headers(headers), result);
    const { body: _body, ...rest } = value;
    expect(result).toEqual(rest);
  });

  it('are refused where they do not fit', () => {
    expect(() => readHeaders(structure, new Headers({ 'x-count': 'many' }), {})).toThrow(SyntaxError);
  });
});
