/*
 * What Markdown must not look into is replaced, before parsing, by characters that stand for nothing in any text: Unicode
 * noncharacters, which are letters like others to Markdown. A replacement is as long as what it replaces, so that columns
 * stay what they are.
 */
const FILL = '\uFDD1';
const TOKEN = '\uFDD2';
const FIRST_DIGIT = 0xfdd4;
const BASE = 28;

/**
 * Put before text that begins a line by accident only: it is no heading, list or HTML then. A control character, as a
 * line of ASCII is parsed faster.
 */
export const GUARDED = '\u0001 ';

/** Takes no place in a text. */
export const fill = (length: number): string => FILL.repeat(length);

/** How much of a token from the line above a text begins with. */
export const leadingFill = (text: string): number => /^\uFDD1*/.exec(text)?.[0].length ?? 0;

/** Stands for the token of a number; none where it would be longer than the token. */
export function placeholder(number: number, length: number): string | undefined {
  let digits = '';
  for (let rest = number; rest > 0 || digits === ''; rest = Math.floor(rest / BASE))
    digits = String.fromCharCode(FIRST_DIGIT + (rest % BASE)) + digits;
  return digits.length < length ? TOKEN + digits + fill(length - 1 - digits.length) : undefined;
}

const PLACEHOLDERS = /\u0001 ?|\uFDD1|\uFDD2([\uFDD4-\uFDEF]+)/g;

export const hasPlaceholders = (text: string): boolean => /[\u0001\uFDD1-\uFDD3]/.test(text);

/** A text cut at its placeholders: texts, and numbers of tokens. */
export function splitPlaceholders(text: string): (string | number)[] {
  const parts: (string | number)[] = [];
  let from = 0;
  let before = '';
  for (const match of text.matchAll(PLACEHOLDERS)) {
    before += text.slice(from, match.index);
    from = match.index + match[0].length;
    if (match[1] === undefined) continue;
    if (before !== '') parts.push(before);
    before = '';
    parts.push(numberOf(match[1]));
  }
  before += text.slice(from);
  return before === '' ? parts : [...parts, before];
}

function numberOf(digits: string): number {
  let number = 0;
  for (let at = 0; at < digits.length; at++) number = number * BASE + digits.charCodeAt(at) - FIRST_DIGIT;
  return number;
}

const MARK = '\uFDD3';

/** Marks the place of something in the tree: a comment of HTML, which ends paragraphs and begins no other block. */
export const marker = (number: number): string => `<!--${MARK}${number}-->`;

/** The number of a marker; none for any other HTML. */
export const markerNumber = (html: string): number | undefined =>
  html.includes(MARK) ? Number.parseInt(html.slice(html.indexOf(MARK) + 1), 10) : undefined;

/** Code that a parser has found where none was expected may have taken in markers. */
export const withoutMarkers = (text: string): string =>
  text.includes(MARK) ? text.replace(/^[^\n]*<!--\uFDD3\d+-->\n?/gm, '') : text;
