import { describe, expect, it } from 'vitest';
import {
  fromBase64,
  fromText,
  readTimestamp,
  toBase64,
  toText,
  writeTimestamp,
} from '../../src/runtime/codecs/scalars.js';

describe('toBase64 and fromBase64', () => {
  it('writes and reads bytes, also more than one call takes arguments', () => {
    const bytes = Uint8Array.from({ length: 300_001 }, (_, index) => (index * 7) % 256);
    expect(toBase64(bytes) === Buffer.from(bytes).toString('base64')).toBe(true);
    expect(Buffer.compare(fromBase64(toBase64(bytes)), bytes)).toBe(0);
  });

  it('writes text as UTF-8', () => {
    expect(toBase64('Æ😹')).toBe('w4bwn5i5');
  });

  it('refuses what is no base64', () => {
    expect(() => fromBase64('a*b')).toThrow();
  });
});

const date = new Date('2019-12-16T23:48:18.052Z');
const whole = new Date('2019-12-16T23:48:18Z');

describe('writeTimestamp', () => {
  it('writes the format of the schema, else that of the place', () => {
    expect(writeTimestamp(date, 'timestamp', 'epochSeconds')).toBe(1576540098.052);
    expect(writeTimestamp(date, { kind: 'timestamp' }, 'dateTime')).toBe('2019-12-16T23:48:18.052Z');
    expect(writeTimestamp(date, { kind: 'timestamp', format: 'httpDate' }, 'dateTime')).toBe(
      'Mon, 16 Dec 2019 23:48:18 GMT',
    );
  });

  it('leaves a fraction of zero out', () => {
    expect(writeTimestamp(whole, 'timestamp', 'dateTime')).toBe('2019-12-16T23:48:18Z');
    expect(writeTimestamp(whole, 'timestamp', 'epochSeconds')).toBe(1576540098);
  });

  it('refuses an invalid date in every format', () => {
    for (const format of ['epochSeconds', 'dateTime', 'httpDate'] as const) {
      expect(() => writeTimestamp(new Date(NaN), 'timestamp', format)).toThrow(RangeError);
    }
  });
});

describe('readTimestamp', () => {
  it.each([
    [1576540098, whole],
    [1576540098.052, date],
    ['1576540098.052', date],
    ['2019-12-16T23:48:18.052Z', date],
    ['2019-12-17T00:48:18+01:00', whole],
    ['Mon, 16 Dec 2019 23:48:18 GMT', whole],
    [0, new Date(0)],
    [-1.5, new Date(-1500)],
  ])('reads %s', (value, expected) => {
    expect(readTimestamp(value)).toEqual(expected);
  });

  it.each(['', 'soon', '2019-13-45', {}, true, null])('refuses %j', (value) => {
    expect(() => readTimestamp(value)).toThrow(SyntaxError);
  });
});

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
