import { elementOf, isSet, own, placesOf, resolve } from '../schema/members.js';
import type { MemberSchema, OperationSchema } from '../schema/schema.js';
import { percentEncode, toText } from './scalars.js';
import type { Query } from '../messages.js';

/**
 * The path of an operation with its labels filled in, and without a slash at the end, which Smithy's URI patterns do not
 * have. Throws a `TypeError` where a label is empty or would be taken for a step of the path.
 */
export function writePath(operation: OperationSchema, input: unknown): string {
  const { label: labels } = placesOf(operation.input);
  const [path = '/'] = operation.uri.split('?');
  return path.replace(/(.)\/$/, '$1').replace(/\{([^}+]+)(\+?)\}/g, (_, label: string, greedy: string) => {
    const found = labels.find(([name, { wire = name }]) => wire === label);
    const [name, { schema }] = found ?? [label, { schema: 'string' } as const];
    const item = own(input, name);
    const text = item === undefined ? '' : toText(schema, item, 'dateTime');
    const encoded = greedy ? text.split('/').map(percentEncode).join('/') : percentEncode(text);
    if (!/^$|(^|\/)\.\.?(\/|$)/.test(encoded)) return encoded;
    throw new TypeError(`${operation.name}: ${name} cannot stand in a path: "${text}"`);
  });
}

/** The query of an operation: the fixed part of its URI, maps of parameters, and single parameters, which win. */
export function writeQuery({ uri, input: schema }: OperationSchema, input: unknown): Query {
  const parameters: Query = {};
  const query: Query = Object.fromEntries(new URLSearchParams(uri.split('?')[1]));
  for (const [name, member] of placesOf(schema).query) {
    const value = own(input, name);
    if (isMap(member)) addParameters(parameters, value);
    else if (value !== undefined) query[member.wire ?? name] = queryValue(member, value);
  }
  return { ...parameters, ...query };
}

function isMap({ schema }: MemberSchema): boolean {
  const resolved = resolve(schema);
  return typeof resolved === 'object' && resolved.kind === 'map';
}

function queryValue({ schema }: MemberSchema, value: unknown): string | string[] {
  const element = elementOf(schema);
  if (!element || !Array.isArray(value)) return toText(schema, value, 'dateTime');
  return value.filter(isSet).map((item: unknown) => toText(element, item, 'dateTime'));
}

function addParameters(query: Query, map: unknown): void {
  const entries: [string, unknown][] = Object.entries(map ?? {});
  for (const [key, item] of entries) {
    if (isSet(item)) query[key] = Array.isArray(item) ? item.map(String) : String(item);
  }
}

/** A query as it stands in a URL, behind its question mark; empty where there is none. */
export function searchOf(query: Query): string {
  const text = Object.entries(query)
    .flatMap(([key, value]) => [value].flat().map((item) => `${percentEncode(key)}=${percentEncode(item)}`))
    .join('&');
  return text && `?${text}`;
}
