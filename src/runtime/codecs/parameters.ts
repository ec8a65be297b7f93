import {
  type Fields,
  isFields,
  isSet,
  membersOf,
  type NamedMember,
  own,
  resolve,
} from '../schema/members.js';
import type { CollectionStyle, Schema, SchemaReference } from '../schema/schema.js';
import { convert } from './json.js';
import { writingValues } from './json-values.js';
import { percentEncode, toBase64, toText } from './scalars.js';

/** Keys and values of a query or form, decoded, in the order in which they are sent. */
export type Pairs = (readonly [key: string, value: string])[];

/** What stands between the values of a list in one parameter. */
export const separators: Partial<Readonly<Record<CollectionStyle, string>>> = {
  comma: ',',
  space: ' ',
  pipe: '|',
};

/**
 * Writes members as parameters of a query or form. Lists are repeated and objects stand in brackets unless the member
 * says otherwise. Throws a `TypeError` where a value holds the separator of its own list.
 */
export function writeParameters(members: readonly NamedMember[], input: unknown): Pairs {
  const pairs: Pairs = [];
  for (const [name, { wire = name, schema, style }] of members) {
    const value = own(input, name);
    if (value !== undefined) writeValue(pairs, wire, schema, value, style);
  }
  return pairs;
}

/** Pairs as a query or a form has them; commas stay as they are, as RFC 3986 allows it and pages show it. */
export const printPairs = (pairs: Pairs): string =>
  pairs.map(([key, value]) => `${encode(key)}=${encode(value)}`).join('&');

const encode = (text: string): string => percentEncode(text).replaceAll('%2C', ',');

function writeValue(
  pairs: Pairs,
  key: string,
  reference: SchemaReference,
  value: unknown,
  style?: CollectionStyle,
): void {
  const schema = resolve(reference);
  if (style === 'json') pairs.push([key, JSON.stringify(convert(schema, value, writingValues))]);
  else if (Array.isArray(value)) writeList(pairs, key, elementOf(schema), value.filter(isSet), style);
  else if (isObject(value)) writeObject(pairs, key, schema, value, style);
  else pairs.push([key, textOf(schema, value)]);
}

const elementOf = (schema: Schema): SchemaReference =>
  typeof schema === 'object' && schema.kind === 'list' ? schema.element : 'document';

/** Not a value that is written as a text. */
const isObject = (value: unknown): value is Fields =>
  isFields(value) && !(value instanceof Date) && !(value instanceof Uint8Array);

function writeList(
  pairs: Pairs,
  key: string,
  element: SchemaReference,
  values: readonly unknown[],
  style: CollectionStyle = 'repeat',
): void {
  const separator = separators[style];
  if (separator !== undefined) {
    pairs.push([
      key,
      joined(
        key,
        values.map((value) => textOf(element, value)),
        separator,
      ),
    ]);
    return;
  }
  values.forEach((value, at) => {
    const isGroup = isObject(value) || Array.isArray(value);
    if (isGroup && style === 'repeat') pairs.push([key, textOf(element, value)]);
    else writeValue(pairs, elementKey(key, at, isGroup, style), element, value, style);
  });
}

/** What is an object itself needs its number: members of two could not be told apart. */
function elementKey(key: string, at: number, isGroup: boolean, style: CollectionStyle): string {
  if (style === 'repeat') return key;
  if (style === 'dots') return `${key}.${at}`;
  return isGroup || style === 'indices' ? `${key}[${at}]` : `${key}[]`;
}

function writeObject(
  pairs: Pairs,
  key: string,
  schema: Schema,
  value: Fields,
  style: CollectionStyle = 'deepObject',
): void {
  const separator = separators[style];
  const entries = entriesOf(schema, value);
  if (separator !== undefined) {
    const texts = entries.flatMap(([name, item, of]) => [name, textOf(of, item)]);
    pairs.push([key, joined(key, texts, separator)]);
    return;
  }
  // Repeated alone, the members of an object would be parameters like all others.
  const inner = style === 'repeat' ? 'deepObject' : style;
  for (const [name, item, of] of entries) {
    if ((inner === 'dots' ? /[.[]/ : /[[\]]/).test(name)) {
      throw new TypeError(`${key}: "${name}" cannot stand in the name of a parameter`);
    }
    writeValue(
      pairs,
      inner === 'dots' ? `${key}.${name}` : `${key}[${name}]`,
      of,
      item,
      innerStyle(inner, item),
    );
  }
}

/** In an object in brackets lists have brackets, too. */
const innerStyle = (style: CollectionStyle, value: unknown): CollectionStyle =>
  style === 'deepObject' && Array.isArray(value) ? 'brackets' : style;

type Entry = readonly [name: string, value: unknown, schema: SchemaReference];

function entriesOf(schema: Schema, value: Fields): readonly Entry[] {
  if (typeof schema === 'object' && (schema.kind === 'structure' || schema.kind === 'union')) {
    return membersOf(schema)
      .map(([name, { wire = name, schema: of }]): Entry => [wire, own(value, name), of])
      .filter(([, item]) => item !== undefined);
  }
  const inner = typeof schema === 'object' && schema.kind === 'map' ? schema.value : 'document';
  return Object.entries(value)
    .filter(([, item]) => isSet(item))
    .map(([name, item]): Entry => [name, item, inner]);
}

function joined(key: string, texts: readonly string[], separator: string): string {
  const broken = texts.find((text) => text.includes(separator));
  if (broken === undefined) return texts.join(separator);
  throw new TypeError(`${key}: "${broken}" cannot stand in a list that is separated by "${separator}"`);
}

/** One value as text; what has no text of its own is JSON. */
export function textOf(reference: SchemaReference, value: unknown): string {
  if (value instanceof Uint8Array) return toBase64(value);
  const isGroup = typeof value === 'object' && value !== null && !(value instanceof Date);
  return isGroup
    ? JSON.stringify(convert(reference, value, writingValues))
    : toText(reference, value, 'dateTime');
}
