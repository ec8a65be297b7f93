import { type Fields, type NamedMember, put } from '../schema/members.js';
import type { OneOfSchema, Schema } from '../schema/schema.js';
import { convert, type Conversion, reading, writing } from './json.js';
import { variantOf } from './one-of.js';
import { isTimestamp, writeTimestamp } from './scalars.js';

/** Into JSON as most services write it: timestamps as RFC 3339 (date-time) by default, null where it is a value. */
export const writingValues: Conversion = {
  intoJson: true,
  scalar(schema, value) {
    return value instanceof Date ? writeTimestamp(value, schema, 'dateTime') : writing.scalar(schema, value);
  },
  oneOf: (schema, value) => convertVariant(schema, value, writingValues),
};

/**
 * Out of JSON. Never throws: services send what their pages do not say. What cannot be read stays as it came, as do
 * members that no schema knows.
 */
export const readingValues: Conversion = {
  intoJson: false,
  scalar: readScalar,
  oneOf: (schema, value) => convertVariant(schema, value, readingValues),
  rest: keepRest,
};

function convertVariant(schema: OneOfSchema, value: unknown, conversion: Conversion): unknown {
  const variant = variantOf(schema, value, conversion.intoJson ? 'value' : 'json');
  return variant === undefined ? value : convert(variant, value, conversion);
}

function readScalar(schema: Schema, json: unknown): unknown {
  if (typeof json === 'string') return readText(schema, json);
  try {
    return isTimestamp(schema) && typeof json === 'number' ? reading.scalar(schema, json) : json;
  } catch {
    return json;
  }
}

/** A number that a text holds is taken only where it is the same number: long ids would lose digits. */
function readText(schema: Schema, text: string): unknown {
  if (schema === 'file') return text;
  if (schema === 'boolean') return text === 'true' || (text === 'false' ? false : text);
  try {
    const value = reading.scalar(schema, text);
    const isLossy =
      typeof value === 'number' && (Number.isNaN(value) ? text !== 'NaN' : !isExact(value, text));
    return isLossy ? text : value;
  } catch {
    return text;
  }
}

const isExact = (value: number, text: string): boolean =>
  text.trim() !== '' && (!Number.isInteger(value) || Number.isSafeInteger(value) || !/^-?\d+$/.test(text));

/** The names of members on the wire, made once for each table. */
const known = /* @__PURE__ */ new WeakMap<readonly NamedMember[], ReadonlySet<string>>();

function wiresOf(members: readonly NamedMember[]): ReadonlySet<string> {
  let wires = known.get(members);
  if (!wires) {
    wires = new Set(members.map(([name, { wire = name }]) => wire));
    known.set(members, wires);
  }
  return wires;
}

function keepRest(members: readonly NamedMember[], value: Fields, result: Fields): void {
  const wires = wiresOf(members);
  for (const key of Object.keys(value)) {
    if (!wires.has(key) && !Object.hasOwn(result, key)) put(result, key, value[key]);
  }
}
