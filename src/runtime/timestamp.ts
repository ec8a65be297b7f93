import type { TimestampFormat } from './schema.js';

/**
 * A point in time as text or number, as Smithy's timestamp formats say: seconds since 1970 with milliseconds as
 * fraction, RFC 3339 in UTC (fraction left out when zero), or an IMF-fixdate. Throws a `RangeError` at an invalid date.
 */
export function writeTimestamp(date: Date, format: TimestampFormat): string | number {
  const text = date.toISOString();
  if (format === 'epochSeconds') return date.getTime() / 1000;
  return format === 'dateTime' ? text.replace('.000Z', 'Z') : date.toUTCString();
}

/**
 * Reads any of the formats: a number or numeric text is seconds since 1970, the rest is RFC 3339 with any offset or an
 * IMF-fixdate. Throws a `SyntaxError` at anything else.
 */
export function readTimestamp(value: unknown): Date {
  const seconds = typeof value === 'string' && value.trim() === '' ? NaN : Number(value);
  const date = new Date(Number.isNaN(seconds) ? String(value) : Math.round(seconds * 1000));
  if (Number.isNaN(date.getTime())) throw new SyntaxError(`Not a timestamp: ${String(value)}`);
  return date;
}
