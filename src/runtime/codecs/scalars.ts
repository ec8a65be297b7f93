import { resolve } from '../schema/members.js';
import type { SchemaReference, TimestampFormat } from '../schema/schema.js';

/** The largest number of arguments that every engine takes in one call. */
const chunk = 8192;

/** Bytes, or text as UTF-8, in base64 with padding. */
export function toBase64(value: Uint8Array | string): string {
  const bytes = typeof value === 'string' ? new TextEncoder().encode(value) : value;
  let binary = '';
  for (let start = 0; start < bytes.length; start += chunk) {
    binary += String.fromCharCode(...bytes.subarray(start, start + chunk));
  }
  return btoa(binary);
}

/** The bytes of a base64 text. Throws where it is none. */
export function fromBase64(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}

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

/** A scalar as it stands in a path, a query or a header. `format` is how the place writes timestamps by default. */
export function toText(schema: SchemaReference, value: unknown, format: TimestampFormat): string {
  return String(value instanceof Date ? writeTimestamp(value, schema, format) : value);
}

/** The scalar that a text holds; the text itself where nobody knows what it is. Throws a `SyntaxError` where it does not fit the schema. */
export function fromText(reference: SchemaReference, text: string): unknown {
  const schema = resolve(reference);
  if (isTimestamp(schema)) return readTimestamp(text);
  if (schema === 'string' || schema === 'document' || typeof schema === 'object') return text;
  const boolean = text === 'true' || (text === 'false' ? false : undefined);
  const value = schema === 'boolean' ? boolean : Number(text.trim() || 'none');
  if (value === undefined || (Number.isNaN(value) && text !== 'NaN')) {
    throw new SyntaxError(`Not a ${schema}: ${text}`);
  }
  return value;
}

/** Percent-encodes all but the unreserved characters of RFC 3986. */
export function percentEncode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
