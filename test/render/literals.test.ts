import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  numberLiteral,
  propertyAccess,
  propertyKey,
  regexpLiteral,
  stringLiteral,
  valueLiteral,
} from '../../src/render/literals.js';

const evaluate = (expression: string): unknown => runInNewContext(`(${expression})`);
const hostile = fc.string({ unit: 'binary' });

describe('stringLiteral', () => {
  it('evaluates to the text, whatever it holds', () => {
    fc.assert(fc.property(hostile, (text) => evaluate(stringLiteral(text)) === text));
  });

  it.each([
    ["it's", String.raw`'it\'s'`],
    ['a\\b', String.raw`'a\\b'`],
    ['line\nline', String.raw`'line\nline'`],
    ['\u2028\u2029', String.raw`'\u2028\u2029'`],
    ['\u202e right to left', String.raw`'\u202e right to left'`],
    ['\ud800', String.raw`'\ud800'`],
    ['`${x}` {{y}} */', "'`${x}` {{y}} */'"],
    ['é 漢 😀', "'é 漢 😀'"],
  ])('prints %j', (text, literal) => {
    expect(stringLiteral(text)).toBe(literal);
  });
});

describe('numberLiteral', () => {
  it.each([0, -0, 1.5, -3, 1e21, 2 ** 53, 5e-324, NaN, Infinity, -Infinity])('evaluates to %d', (value) => {
    expect(evaluate(numberLiteral(value))).toBe(value);
  });
});

describe('propertyKey', () => {
  it('names the property, whatever it is called', () => {
    fc.assert(
      fc.property(hostile, (name) => {
        expect(evaluate(`Object.keys({ ${propertyKey(name)}: 1 }).join()`)).toBe(name);
      }),
    );
  });

  it.each([
    ['userId', 'userId'],
    ['class', 'class'],
    ['x-amz-foo', "'x-amz-foo'"],
    ['123abc', "'123abc'"],
    ['', "''"],
    ['__proto__', "['__proto__']"],
  ])('prints %j', (name, key) => {
    expect(propertyKey(name)).toBe(key);
  });

  it('makes a property of __proto__, not a prototype', () => {
    expect(evaluate(`Object.keys({ ${propertyKey('__proto__')}: {} }).length`)).toBe(1);
  });
});

describe('propertyAccess', () => {
  it('reads the property, whatever it is called', () => {
    fc.assert(
      fc.property(hostile, (name) => {
        const object = `{ ${propertyKey(name)}: 7 }`;
        expect(evaluate(`(() => { const it = ${object}; return ${propertyAccess('it', name)}; })()`)).toBe(7);
      }),
    );
  });
});

describe('regexpLiteral', () => {
  it.each([
    ['[a-z]*/[^/]', 'u'],
    ['^/a\\/b$', 'u'],
    ['a\nb\u2028c', 'u'],
    ['\\\u202ea', ''],
    ['\\\\\u202ea', ''],
    ['', 'u'],
    ['\\p{L}+', 'u'],
    ['`${x}`{{y}}'.replace(/[{}$]/g, '\\$&'), 'u'],
  ])('means the same as %j', (source, flags) => {
    const literal = evaluate(regexpLiteral(source, flags)) as RegExp;
    const original = new RegExp(source, flags);
    expect(literal.flags).toBe(original.flags);
    for (const text of ['', 'a', '/a/b', 'a*/b', 'a\nb\u2028c', '\u202ea', '\\\u202ea', '`${x}`{{y}}']) {
      expect([text, literal.test(text)]).toEqual([text, original.test(text)]);
    }
  });

  it('holds nothing invisible', () => {
    expect(regexpLiteral('\u202e\u2028', 'u')).toBe(String.raw`/\u202e\u2028/u`);
  });

  it('throws where the source is no regular expression', () => {
    expect(() => regexpLiteral('(', 'u')).toThrow(SyntaxError);
  });
});

describe('valueLiteral', () => {
  it('evaluates to the JSON value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.stringify(evaluate(valueLiteral(value)))).toBe(JSON.stringify(value));
      }),
    );
  });
});
