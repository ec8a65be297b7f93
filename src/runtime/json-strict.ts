import { type Conversion, reading } from './json.js';
import { type Fields, isFields, isSet } from './members.js';
import type { Schema } from './schema.js';

/**
 * Out of JSON, taking nothing that the schema does not say: no number for a text, no null in a list, no union with two
 * members. Throws a `SyntaxError` that says what was found.
 */
export const readingStrictly: Conversion = {
  // Not spread: that is no harmless expression to bundlers, which would keep it in clients.
  scalar: (schema, json) => reading.scalar(schema, json),
  intoJson: false,
  check(schema, json) {
    const kind = typeof schema === 'string' ? schema : schema.kind;
    if (!fits(schema, json)) throw new SyntaxError(`${found(json)} cannot be read as ${kind}.`);
  },
};

function fits(schema: Schema, json: unknown): boolean {
  if (typeof schema === 'string') return scalarFits(schema, json);
  switch (schema.kind) {
    case 'timestamp':
      return scalarFits('timestamp', json);
    case 'list':
      return Array.isArray(json) && (schema.sparse ?? json.every(isSet));
    case 'map':
      return isFields(json) && (schema.sparse ?? Object.values(json).every(isSet));
    case 'union':
      return isFields(json) && memberCount(json) === 1;
    case 'structure':
      return isFields(json);
  }
}

function scalarFits(kind: Extract<Schema, string>, json: unknown): boolean {
  switch (kind) {
    case 'document':
      return true;
    case 'string':
    case 'boolean':
      return typeof json === kind;
    case 'blob':
      return typeof json === 'string' && /^[A-Za-z0-9+/]*={0,2}$/.test(json);
    case 'timestamp':
      return typeof json === 'number' || typeof json === 'string';
    case 'integer':
    case 'long':
      return Number.isInteger(json);
    case 'float':
    case 'double':
      return typeof json === 'number' || json === 'NaN' || json === 'Infinity' || json === '-Infinity';
  }
}

/** Services write `__type` into any structure; it is no member. */
function memberCount(json: Fields): number {
  return Object.keys(json).filter((name) => name !== '__type' && isSet(json[name])).length;
}

function found(json: unknown): string {
  if (json === null) return 'null';
  if (Array.isArray(json)) return 'A list';
  return `A value of type ${typeof json}`;
}
