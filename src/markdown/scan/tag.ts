import { elementName } from './elements.js';
import { noAttributes, type TokenAttribute, type TokenText } from './token.js';

/** No tag is longer: bounds the work that a page with many beginnings of tags can cause. */
const MAX_TAG = 8000;
const MAX_EXPRESSION = 2000;

const START = /<([A-Za-z][\w.:-]*)/y;
const END = /<\/([A-Za-z][\w.:-]*)\s*>/y;
const SPACE = /\s*/y;
const NAME = /[^\s"'<>/=`{}]+/y;
const EQUALS = /\s*=\s*/y;
const UNQUOTED = /[^\s"'=<>`{}]+/y;

/** The start or end tag at an offset, over several lines if need be; none where it is no tag. */
export const readTag = (text: string, at: number): TokenText | undefined =>
  text[at + 1] === '/' ? readEndTag(text, at) : readStartTag(text, at);

function readEndTag(text: string, at: number): TokenText | undefined {
  END.lastIndex = at;
  const name = END.exec(text)?.[1];
  return name === undefined ? undefined : tag('close', name, at, END.lastIndex, noAttributes);
}

function readStartTag(text: string, at: number): TokenText | undefined {
  START.lastIndex = at;
  const name = START.exec(text)?.[1];
  if (name === undefined) return undefined;
  const attributes: TokenAttribute[] = [];
  for (let position = START.lastIndex; position - at < MAX_TAG; ) {
    const next = skip(SPACE, text, position);
    if (text[next] === '>') return tag('open', name, at, next + 1, attributes);
    if (text.startsWith('/>', next)) return tag('single', name, at, next + 2, attributes);
    const attribute = next > position || text[next] === '{' ? readAttribute(text, next) : undefined;
    if (!attribute) return undefined;
    attributes.push(attribute);
    position = attribute.end;
  }
  return undefined;
}

const tag = (
  role: TokenText['role'],
  name: string,
  start: number,
  end: number,
  attributes: readonly TokenAttribute[],
): TokenText => ({ syntax: 'element', role, name: elementName(name), start, end, attributes, argument: '' });

function readAttribute(text: string, start: number): TokenAttribute | undefined {
  if (text[start] === '{') return readValue(text, start, '', start);
  const nameEnd = skip(NAME, text, start);
  if (nameEnd === start) return undefined;
  const name = text.slice(start, nameEnd);
  const valueStart = skip(EQUALS, text, nameEnd);
  return valueStart === nameEnd
    ? { name, value: true, expression: false, start, end: nameEnd }
    : readValue(text, start, name, valueStart);
}

function readValue(text: string, start: number, name: string, at: number): TokenAttribute | undefined {
  const first = text[at];
  const quoted = first === '"' || first === "'";
  const expression = first === '{';
  const end = quoted
    ? quoteEnd(text, at, first)
    : expression
      ? expressionEnd(text, at)
      : skip(UNQUOTED, text, at);
  if (end <= at) return undefined;
  const value = quoted || expression ? text.slice(at + 1, end - 1) : text.slice(at, end);
  return { name, value: quoted ? decodeEntities(value) : value, expression, start, end };
}

/** Behind the closing quotation mark; 0 where there is none near by. */
function quoteEnd(text: string, at: number, quote: string): number {
  const within = text.slice(at + 1, at + MAX_TAG).indexOf(quote);
  return within < 0 ? 0 : at + within + 2;
}

/** Behind the brace that closes the one at an offset; 0 where there is none near by. */
function expressionEnd(text: string, at: number): number {
  const limit = Math.min(text.length, at + MAX_EXPRESSION);
  let depth = 0;
  for (let position = at; position < limit; position++) {
    if (text[position] === '{') depth++;
    else if (text[position] === '}' && --depth === 0) return position + 1;
  }
  return 0;
}

function skip(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}

const NAMED: Readonly<Record<string, string>> = {
  quot: '"',
  apos: "'",
  amp: '&',
  lt: '<',
  gt: '>',
  nbsp: ' ',
};

/** What attributes and preformatted text write for signs of HTML. */
export const decodeEntities = (text: string): string =>
  text.includes('&')
    ? text.replace(
        /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{2,4}));/gi,
        (all, decimal, hex, name: string | undefined) =>
          name === undefined
            ? character(decimal ? Number(decimal) : parseInt(String(hex), 16))
            : (NAMED[name] ?? all),
      )
    : text;

const character = (code: number): string =>
  code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : '\uFFFD';
