import { resolve } from './members.js';
import type { SchemaReference, TimestampFormat } from './schema.js';

/** Whether a schema is one of timestamps. */
export function isTimestamp(reference: SchemaReference): boolean {
  const schema = resolve(reference);
  return schema === 'timestamp' || (typeof schema === 'object' && schema.kind === 'timestamp');
}

/**
 * A point in time as text or number, as Smithy's timestamp formats say: seconds since 1970 with milliseconds as
 * fraction, RFC 3339 in UTC (fraction left out when zero), or an IMF-fixdate. `otherwise` is the format of the place,
 * where the schema says none. Throws a `RangeError` at an invalid date.
 */
export function writeTimestamp(
  date: Date,
  reference: SchemaReference,
  otherwise: TimestampFormat,
): string | number {
  const schema = resolve(reference);
  const stated = typeof schema === 'object' && schema.kind === 'timestamp' ? schema.format : undefined;
  const format = stated ?? otherwise;
  const text = date.toISOString();
  if (format === 'epochSeconds') return date.getTime() / 1000;
  return format === 'dateTime' ? text.replace('.000Z', 'Z') : date.toUTCString();
}

/**
 * Reads any of the formats: a number or numeric text is seconds since 1970, the rest is RFC 3339 with any offset or an
 * IMF-fixdate. Throws a `SyntaxError` at anything else.
 */
export function readTimestamp(value: unknown): Date {
  const text = String(value);
  const seconds = Number(text || NaN);
  const date = new Date(Number.isNaN(seconds) ? text : Math.round(seconds * 1000));
  if (Number.isNaN(date.getTime())) throw new SyntaxError(`Not a timestamp: ${text}`);
  return date;
}
