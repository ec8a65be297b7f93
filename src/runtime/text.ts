import { toBase64 } from './base64.js';
import { resolve } from './members.js';
import type { SchemaReference, TimestampFormat } from './schema.js';
import { readTimestamp, writeTimestamp } from './timestamp.js';

/** A scalar as it stands in a path, a query or a header. `format` is how the place writes timestamps by default. */
export function toText(reference: SchemaReference, value: unknown, format: TimestampFormat): string {
  if (value instanceof Date) return String(writeTimestamp(value, timestampFormat(reference) ?? format));
  return value instanceof Uint8Array ? toBase64(value) : String(value);
}

function timestampFormat(reference: SchemaReference): TimestampFormat | undefined {
  const schema = resolve(reference);
  return typeof schema === 'object' && schema.kind === 'timestamp' ? schema.format : undefined;
}

/** The scalar that a text holds. Throws a `SyntaxError` where it does not fit the schema. */
export function fromText(reference: SchemaReference, text: string): unknown {
  const schema = resolve(reference);
  if (schema === 'boolean') return readBoolean(text);
  if (schema === 'integer' || schema === 'long' || schema === 'float' || schema === 'double') {
    return readNumber(text);
  }
  return isTimestamp(reference) ? readTimestamp(text) : text;
}

export function isTimestamp(reference: SchemaReference): boolean {
  const schema = resolve(reference);
  return schema === 'timestamp' || (typeof schema === 'object' && schema.kind === 'timestamp');
}

function readBoolean(text: string): boolean {
  if (text !== 'true' && text !== 'false') throw new SyntaxError(`Not a boolean: ${text}`);
  return text === 'true';
}

function readNumber(text: string): number {
  const number = Number(text);
  if (text.trim() === '' || (Number.isNaN(number) && text !== 'NaN'))
    throw new SyntaxError(`Not a number: ${text}`);
  return number;
}
