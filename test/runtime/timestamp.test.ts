import { describe, expect, it } from 'vitest';
import { readTimestamp, writeTimestamp } from '../../src/runtime/timestamp.js';

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
