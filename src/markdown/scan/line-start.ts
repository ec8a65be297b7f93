import { noAttributes, type TokenAttribute, type TokenText } from './token.js';
import { readTag } from './tag.js';

/** What is a token only where it begins a line, and then takes all of it. */
export function readLineStart(line: string, offset: number, start: number): TokenText | undefined {
  const read = READERS[line[offset] ?? ''];
  return line.length < MAX_LENGTH ? read?.(line.slice(offset).trimEnd(), start + offset) : undefined;
}

/** Longer lines are text, so that no pattern has much to go through. */
const MAX_LENGTH = 1000;

type Read = (text: string, start: number) => TokenText | undefined;

const READERS: Readonly<Record<string, Read>> = {
  ':': (text, start) => include(text, start) ?? colons(text, start),
  '!': (text, start) => include(text, start) ?? admonition(text, start),
  '?': admonition,
  '=': admonition,
  '{': (text, start) => include(text, start) ?? blockAttributes(text, start),
  '@': include,
  '-': include,
  '<': snippet,
  '[': include,
};

const token = (
  syntax: TokenText['syntax'],
  role: TokenText['role'],
  name: string,
  text: string,
  start: number,
  argument: string,
  attributes: readonly TokenAttribute[] = noAttributes,
): TokenText => ({ syntax, role, name, start, end: start + text.length, attributes, argument });

/** `:::note Title`, `::: {.note}` and the `:::` that ends it. */
function colons(text: string, start: number): TokenText | undefined {
  const [, signs = '', name = '', rest = ''] = /^(:{3,})\s*\{?\.?([\w-]*)(.*)$/.exec(text) ?? [];
  if (signs === '' || (name === '' && rest !== '')) return undefined;
  const role = name === '' ? 'close' : 'open';
  const attributes = directiveAttributes(text, start);
  return { ...token('directive', role, name, text, start, rest.trim(), attributes), signs: signs.length };
}

/** `{key="value" #id}` behind a directive. */
function directiveAttributes(text: string, start: number): readonly TokenAttribute[] {
  const brace = text.indexOf('{');
  if (brace < 0 || !text.endsWith('}')) return noAttributes;
  const tag = readTag(`<x ${text.slice(brace + 1, -1)}>`, 0);
  const shift = start + brace + 1 - 3;
  return (tag?.attributes ?? []).map((one) => ({ ...one, start: one.start + shift, end: one.end + shift }));
}

/** `!!! note "Title"`, `??? note`, `=== "Tab"`: what is indented below belongs to it. */
function admonition(text: string, start: number): TokenText | undefined {
  const [, signs = '', name = '', title = ''] =
    /^(!!!|\?\?\?\+?|===[!+]?)\s*([\w-]*)[^"]*(?:"([^"]*)")?\s*$/.exec(text) ?? [];
  const tab = signs.startsWith('=');
  if (signs === '' || (tab ? title : name) === '') return undefined;
  return { ...token('directive', 'open', tab ? 'tab' : name, text, start, title), signs: 0 };
}

/** `{: .class}` and `{:toc}`. */
function blockAttributes(text: string, start: number): TokenText | undefined {
  return /^\{:[^{}]*\}$/.test(text)
    ? token('directive', 'single', ':', text, start, text.slice(2, -1).trim())
    : undefined;
}

/** The ways to put another file into a line's place, by what begins and ends them. */
const INCLUDES: readonly RegExp[] = [
  /^@include\s*(?:\(\s*)?['"]?([^\s'"()]+)['"]?\s*\)?$/i,
  /^-{1,2}8<-{1,2}\s+["']([^"']+)["']$/,
  /^\[!INCLUDE\s*\[[^\]]*\]\s?\(([^()\s]+)\)\]$/i,
  /^\[[^\][]*\]\(([^()\s'"]+)\s+['"]:include[^'"]*['"]\)$/i,
  /^!!!\s?include\s*\(\s*['"]?([^()'"]+?)['"]?\s*\)\s*!!!$/i,
  /^!include\s+['"]?([^\s'"]+)['"]?$/i,
  /^\{!\s*([^\s!{}]+)\s*!\}$/,
  /^::include\{\s*(?:file|path|src)=["']?([^"'{}]+?)["']?\s*\}$/i,
  /^:\[[^\][]*\]\(([^()\s]+\.mdx?)\)$/i,
];

/** `@include "x"`, `--8<-- "x"`, `[!INCLUDE [x](x)]`, `!!!include(x)!!!`, `{!x!}` and the like. */
function include(text: string, start: number): TokenText | undefined {
  for (const form of INCLUDES) {
    const path = form.exec(text)?.[1];
    if (path !== undefined) return token('import', 'single', '', text, start, path.trim());
  }
  return undefined;
}

/** `<<< path`. */
function snippet(text: string, start: number): TokenText | undefined {
  const path = /^<<<\s+([^\s{]+)/.exec(text)?.[1];
  return path === undefined ? undefined : token('import', 'single', '', text, start, path);
}
