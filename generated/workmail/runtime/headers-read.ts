import { fromBase64 } from './base64.js';
import { elementOf, type Fields, placesOf, put } from './members.js';
import type { MemberSchema, StructureSchema } from './schema.js';
import { fromText } from './text.js';
import { isTimestamp } from './timestamp.js';
import type { HeaderSource } from './wire.js';

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
