import { resolve } from './members.js';
import type { SchemaReference, TimestampFormat } from './schema.js';
import { isTimestamp, readTimestamp, writeTimestamp } from './timestamp.js';

/** A scalar as it stands in a path, a query or a header. `format` is how the place writes timestamps by default. */
export function toText(schema: SchemaReference, value: unknown, format: TimestampFormat): string {
  return String(value instanceof Date ? writeTimestamp(value, schema, format) : value);
}

/** The scalar that a text holds. Throws a `SyntaxError` where it does not fit the schema. */
export function fromText(reference: SchemaReference, text: string): unknown {
  const schema = resolve(reference);
  if (isTimestamp(schema)) return readTimestamp(text);
  if (schema === 'string' || typeof schema === 'object') return text;
  const boolean = text === 'true' || (text === 'false' ? false : undefined);
  const value = schema === 'boolean' ? boolean : Number(text.trim() || 'none');
  if (value === undefined || (Number.isNaN(value) && text !== 'NaN')) {
    throw new SyntaxError(`Not a ${schema}: ${text}`);
  }
  return value;
}
