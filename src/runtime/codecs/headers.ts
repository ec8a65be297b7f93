import { elementOf, type Fields, isSet, own, placesOf, put, resolve } from '../schema/members.js';
import type { MemberSchema, StructureSchema } from '../schema/schema.js';
import type { HeaderBag, HeaderSource } from '../messages.js';
import { fromBase64, fromText, isTimestamp, toBase64, toText } from './scalars.js';

/** Puts the members that travel in headers there. */
export function writeHeaders(structure: StructureSchema, value: unknown, headers: HeaderBag): void {
  const { header, prefixHeaders } = placesOf(structure);
  for (const [name, member] of header) {
    const item = own(value, name);
    if (item !== undefined) headers[(member.wire ?? name).toLowerCase()] = headerText(member, item);
  }
  for (const [name, member] of prefixHeaders) writePrefixHeaders(member, own(value, name), headers);
}

function writePrefixHeaders(member: MemberSchema, map: unknown, headers: HeaderBag): void {
  const entries: [string, unknown][] = Object.entries(map ?? {});
  for (const [key, item] of entries) {
    if (isSet(item)) headers[`${member.wire ?? ''}${key}`.toLowerCase()] = String(item);
  }
}

function headerText(member: MemberSchema, value: unknown): string {
  if (member.mediaType !== undefined) return toBase64(String(value));
  const element = elementOf(member.schema);
  if (!element || !Array.isArray(value)) return toText(member.schema, value, 'httpDate');
  const texts = value.map((item: unknown) => toText(element, item, 'httpDate'));
  return (resolve(element) === 'string' ? texts.map(quoted) : texts).join(', ');
}

/** A text with a comma or quote is quoted inside a list (RFC 9110, 5.6.4). */
function quoted(text: string): string {
  return /[",]/.test(text) ? `"${text.replace(/["\\]/g, '\\$&')}"` : text;
}

/** Reads the members that travel in headers. Throws a `SyntaxError` where a value does not fit its schema. */
export function readHeaders(structure: StructureSchema, source: HeaderSource, result: Fields): void {
  const { header, prefixHeaders } = placesOf(structure);
  for (const [name, member] of header) {
    const text = source.get(member.wire ?? name) ?? undefined;
    if (text !== undefined) put(result, name, headerValue(member, text));
  }
  for (const [name, member] of prefixHeaders) {
    put(result, name, readPrefixHeaders(member.wire ?? '', source));
  }
}

function readPrefixHeaders(prefix: string, source: HeaderSource): Fields {
  const map: Fields = {};
  const start = prefix.toLowerCase();
  for (const [name, text] of source) {
    if (name.startsWith(start)) put(map, name.slice(start.length), text);
  }
  return map;
}

function headerValue(member: MemberSchema, text: string): unknown {
  if (member.mediaType !== undefined) return new TextDecoder().decode(fromBase64(text));
  const element = elementOf(member.schema);
  if (!element) return fromText(member.schema, text);
  return listItems(text, isTimestamp(element)).map((item) => fromText(element, item));
}

/** A date has a comma after its weekday; a quoted text may hold commas and escaped quotes. */
function listItems(text: string, dates: boolean): string[] {
  const pattern = dates ? /[a-z]{3}, [^,]*|[^,\s][^,]*/gi : /"(?:[^"\\]|\\.)*"|[^,\s][^,]*/g;
  return (text.match(pattern) ?? []).map((item) => unquoted(item.trim()));
}

function unquoted(text: string): string {
  return text.startsWith('"') && text.endsWith('"') ? text.slice(1, -1).replace(/\\(.)/g, '$1') : text;
}
