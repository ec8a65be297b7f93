import { toBase64 } from './base64.js';
import { elementOf, isSet, own, placesOf, resolve } from './members.js';
import type { MemberSchema, StructureSchema } from './schema.js';
import { toText } from './text.js';
import type { HeaderBag } from './wire.js';

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
