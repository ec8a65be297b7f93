/** Code points from the first to the last, both included. */
export type Range = readonly [first: number, last: number];

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

/** The ranges as they stand between the brackets of a class. */
export const printRanges = (ranges: readonly Range[]): string =>
  ranges
    .map(([first, last]) => (first === last ? printPoint(first) : `${printPoint(first)}-${printPoint(last)}`))
    .join('');

/** Every code point outside these ranges, which are in ascending order. */
export function complement(ranges: readonly Range[]): readonly Range[] {
  const gaps: Range[] = [];
  let next = 0;
  for (const [first, last] of ranges) {
    if (first > next) gaps.push([next, first - 1]);
    next = last + 1;
  }
  return next <= lastCodePoint ? [...gaps, [next, lastCodePoint]] : gaps;
}

/** The ranges of text such as `AZaz09`: pairs of first and last characters, in ascending order. */
export function pairs(text: string): readonly Range[] {
  const points = Array.from(text, (character) => character.codePointAt(0) ?? 0);
  return points.flatMap((first, at): Range[] => (at % 2 === 0 ? [[first, points[at + 1] ?? first]] : []));
}
