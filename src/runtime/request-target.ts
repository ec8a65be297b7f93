import { isFields, type NamedMember, own, placesOf, resolve } from './members.js';
import type { MemberSchema, OperationSchema } from './schema.js';
import { toText } from './text.js';
import type { Query } from './wire.js';

/** Percent-encodes all but the unreserved characters of RFC 3986. */
export function encode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/**
 * The path of an operation with its labels filled in. Throws a `TypeError` where a label is empty or would be taken for
 * a step of the path.
 */
export function writePath(operation: OperationSchema, input: unknown): string {
  const { label: labels } = placesOf(operation.input);
  const [path = '/'] = operation.uri.split('?');
  return path.replace(/\{([^}+]+)(\+?)\}/g, (_, label: string, greedy: string) => {
    const found = labels.find(([name, { wire = name }]) => wire === label);
    const [name, { schema }] = found ?? [label, { schema: 'string' } as const];
    const item = own(input, name);
    const text = item === undefined ? '' : toText(schema, item, 'dateTime');
    if (!/[^.]/.test(text))
      throw new TypeError(`${operation.name}: ${name} cannot stand in a path: "${text}"`);
    return greedy ? text.split('/').map(encode).join('/') : encode(text);
  });
}

/** The query of an operation: the fixed part of its URI, maps of parameters, and single parameters, which win. */
export function writeQuery(operation: OperationSchema, input: unknown): Query {
  const query: Query = Object.fromEntries(new URLSearchParams(operation.uri.split('?')[1] ?? ''));
  const members = placesOf(operation.input).query;
  for (const [name, member] of members.filter((entry) => !isMap(entry))) {
    const value = queryValue(member, own(input, name));
    if (value !== undefined) query[member.wire ?? name] = value;
  }
  for (const [name] of members.filter(isMap)) addParameters(query, own(input, name));
  return query;
}

function isMap([, { schema }]: NamedMember): boolean {
  const resolved = resolve(schema);
  return typeof resolved === 'object' && resolved.kind === 'map';
}

function queryValue({ schema }: MemberSchema, value: unknown): string | string[] | undefined {
  if (value === undefined) return undefined;
  const resolved = resolve(schema);
  if (typeof resolved === 'string' || resolved.kind !== 'list' || !Array.isArray(value)) {
    return toText(schema, value, 'dateTime');
  }
  const texts = value.filter((item: unknown) => item !== undefined && item !== null);
  return texts.map((item: unknown) => toText(resolved.element, item, 'dateTime'));
}

function addParameters(query: Query, map: unknown): void {
  if (!isFields(map)) return;
  for (const [key, item] of Object.entries(map)) {
    if (item === undefined || item === null || Object.hasOwn(query, key)) continue;
    query[key] = Array.isArray(item) ? item.map(String) : String(item);
  }
}

/** A query as it stands in a URL, without the question mark. */
export function queryText(query: Query): string {
  return Object.entries(query)
    .flatMap(([key, value]) => [value].flat().map((item) => `${encode(key)}=${encode(item)}`))
    .join('&');
}
