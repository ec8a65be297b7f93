import { fail } from './cursor.js';
import { parseExpression } from './expression.js';

/** Code points from the first to the last, inclusive. */
type Range = readonly [first: number, last: number];

/** The ranges of text such as `AZaz09`: pairs of first and last characters, in ascending order. */
function pairs(text: string): readonly Range[] {
  const points = Array.from(text, (character) => character.codePointAt(0) ?? 0);
  return points.flatMap((first, at): Range[] => (at % 2 === 0 ? [[first, points[at + 1] ?? first]] : []));
}

/** The classes of POSIX, which Java writes `\p{Alpha}` and means ASCII by. */
const posix: ReadonlyMap<string, readonly Range[]> = new Map([
  ['alnum', pairs('09AZaz')],
  ['alpha', pairs('AZaz')],
  ['ascii', pairs('\x00\x7f')],
  ['blank', pairs('\t\t  ')],
  ['cntrl', pairs('\x00\x1f\x7f\x7f')],
  ['digit', pairs('09')],
  ['graph', pairs('!~')],
  ['lower', pairs('az')],
  ['print', pairs(' ~')],
  ['punct', pairs('!/:@[`{~')],
  ['space', pairs('\t\r  ')],
  ['upper', pairs('AZ')],
  ['word', pairs('09AZ__az')],
  ['xdigit', pairs('09AFaf')],
]);

/** How Java spells them in `\p{..}`; in other letter cases these are names of Unicode. */
const javaPosix = /^(?:Alnum|Alpha|ASCII|Blank|Cntrl|Digit|Graph|Lower|Print|Punct|Space|Upper|XDigit)$/;

/** Names of other dialects that the rules below do not turn into a name of Unicode. */
const aliases: ReadonlyMap<string, string> = new Map([
  ['all', 'Any'],
  ['any', 'Any'],
  ['l&', 'LC'],
  ['control', 'Cc'],
  ['titlecase', 'Lt'],
  ['digit', 'Nd'],
  ['javaalphabetic', 'Alphabetic'],
  ['javadigit', 'Nd'],
  ['javaideographic', 'Ideographic'],
  ['javaletter', 'L'],
  ['javalowercase', 'Lowercase'],
  ['javamirrored', 'Bidi_Mirrored'],
  ['javatitlecase', 'Lt'],
  ['javauppercase', 'Uppercase'],
]);

const latin1 = pairs('\x00\xff');

/** The content of a class that means `[:name:]` or `[:^name:]`. */
export function posixClass(name: string, isNegated: boolean): string {
  const ranges = posix.get(name.toLowerCase()) ?? fail(`[:${name}:] is no POSIX class`);
  return printRanges(isNegated ? complement(ranges) : ranges);
}

/** Whether the name means ASCII only in other dialects, and something else in JavaScript. */
export const isAsciiName = (name: string): boolean => javaPosix.test(name);

/** The content of a class that means `\p{name}` or `\P{name}`. */
export function propertyClass(name: string, isNegated: boolean): string {
  if (isAsciiName(name)) return posixClass(name, isNegated);
  if (name === 'L1') return printRanges(isNegated ? complement(latin1) : latin1);
  if (/^(?:In|blk=|block=)/i.test(name) && !isProperty(name))
    fail(`JavaScript has no Unicode blocks (${name})`);
  const known = candidates(name).find(isProperty) ?? fail(`Unicode has no property ${name}`);
  return `\\${isNegated ? 'P' : 'p'}{${known}}`;
}

const titleCase = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[\s-]/g, '_')
    .replace(/(?<![a-z])[a-z]/g, (letter) => letter.toUpperCase());

/** The names of Unicode that a name may stand for, the most likely first. */
function candidates(name: string): readonly string[] {
  const [, key, value = ''] =
    /^(sc|script|scx|script_extensions|gc|general_category)\s*[=:]\s*(.*)$/i.exec(name) ?? [];
  if (key)
    return [`${/^g/i.test(key) ? 'gc' : /^sc(?:ript)?$/i.test(key) ? 'sc' : 'scx'}=${titleCase(value)}`];
  const bare = name.replace(/^is[_\s-]?(?=.)/i, '');
  return [name, bare].flatMap((spelling) => [
    spelling,
    aliases.get(spelling.toLowerCase()) ?? spelling,
    titleCase(spelling),
    `Script=${titleCase(spelling)}`,
  ]);
}

function isProperty(name: string): boolean {
  try {
    parseExpression(`\\p{${name}}`, 'u');
    return true;
  } catch {
    return false;
  }
}

const lastCodePoint = 0x10ffff;
const needsEscape = /[\\\]^[-]|[^\x20-\x7e]/;

function printPoint(point: number): string {
  const character = String.fromCodePoint(point);
  if (!needsEscape.test(character)) return character;
  if (point >= 0x20 && point < 0x7f) return `\\${character}`;
  const hex = point.toString(16);
  if (point <= 0xff) return `\\x${hex.padStart(2, '0')}`;
  return point <= 0xffff ? `\\u${hex.padStart(4, '0')}` : `\\u{${hex}}`;
}

/** The ranges as the content of a class. */
const printRanges = (ranges: readonly Range[]): string =>
  ranges
    .map(([first, last]) => (first === last ? printPoint(first) : `${printPoint(first)}-${printPoint(last)}`))
    .join('');

/** Every code point outside these ranges, which are in ascending order. */
function complement(ranges: readonly Range[]): readonly Range[] {
  const gaps: Range[] = [];
  let next = 0;
  for (const [first, last] of ranges) {
    if (first > next) gaps.push([next, first - 1]);
    next = last + 1;
  }
  return next <= lastCodePoint ? [...gaps, [next, lastCodePoint]] : gaps;
}
