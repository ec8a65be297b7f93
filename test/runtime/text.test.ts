import { describe, expect, it } from 'vitest';
import { fromText, toText } from '../../src/runtime/text.js';

describe('toText', () => {
  it.each([
    ['a b', 'a b'],
    [true, 'true'],
    [-1.5, '-1.5'],
    [NaN, 'NaN'],
    [-Infinity, '-Infinity'],
  ])('writes %s', (value, text) => {
    expect(toText('string', value, 'dateTime')).toBe(text);
  });

  it('writes dates as the place does, unless their schema says otherwise', () => {
    const date = new Date(0);
    expect(toText('timestamp', date, 'httpDate')).toBe('Thu, 01 Jan 1970 00:00:00 GMT');
    expect(toText({ kind: 'timestamp', format: 'epochSeconds' }, date, 'httpDate')).toBe('0');
  });
});

describe('fromText', () => {
  it.each([
    ['boolean', 'true', true],
    ['boolean', 'false', false],
    ['integer', '-12', -12],
    ['double', 'NaN', NaN],
    ['double', '-Infinity', -Infinity],
    ['string', '12', '12'],
    ['timestamp', '1970-01-01T00:00:00Z', new Date(0)],
  ] as const)('reads %s %j', (schema, text, value) => {
    expect(fromText(schema, text)).toEqual(value);
  });

  it.each([
    ['boolean', 'yes'],
    ['boolean', ''],
    ['integer', 'one'],
    ['integer', ''],
    ['double', ' '],
    ['timestamp', 'soon'],
  ] as const)('refuses as %s %j', (schema, text) => {
    expect(() => fromText(schema, text)).toThrow(SyntaxError);
  });
});
