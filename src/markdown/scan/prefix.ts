/** What stands before the text of a line: signs of quotations, white space, markers of list items. */
export interface Prefix {
  /** Characters up to and with the last sign of a quotation and the space behind it. */
  readonly quote: number;
  /** Column (from 0, behind the quotation) and index in the line where what is no quotation begins. */
  readonly indent: number;
  readonly offset: number;
  /** True for a line of nothing but signs of quotations and list items: it is text, as parsers take long for it. */
  readonly guarded?: boolean;
}

const QUOTE = /^(?:[ \t]*>[ ]?)+/;
const MARKER = /(?:[-+*]|\d{1,9}[.)])(?=[ \t]|$)/y;
const THEMATIC_BREAK = /(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,})$/y;

const NESTED = /^[ \t]*(?:(?:[-+*]|\d{1,9}[.)])[ \t]+|>[ \t]?){40}/;

/** Quotation and white space. */
export function readPrefix(line: string): Prefix {
  if (line.length > 40 && NESTED.test(line)) return { quote: 0, ...readIndent(line, 0, 0), guarded: true };
  const quote = /^[ \t]*>/.test(line) ? (QUOTE.exec(line)?.[0].length ?? 0) : 0;
  return { quote, ...readIndent(line, quote, 0) };
}

/** Skips white space; tabs go to every fourth column. */
function readIndent(line: string, from: number, column: number): { indent: number; offset: number } {
  // A byte order mark has no width.
  let offset = line.startsWith('\uFEFF', from) ? from + 1 : from;
  let indent = column;
  for (; line[offset] === ' ' || line[offset] === '\t'; offset++)
    indent = line[offset] === '\t' ? indent + 4 - (indent % 4) : indent + 1;
  return { indent, offset };
}

/** The prefix behind a marker of a list item, which is where the text of the item begins; none where there is no marker. */
export function readMarker(line: string, { quote, indent, offset }: Prefix): Prefix | undefined {
  if (!isMarkerStart(line.charCodeAt(offset))) return undefined;
  MARKER.lastIndex = offset;
  THEMATIC_BREAK.lastIndex = offset;
  const marker = MARKER.exec(line)?.[0].length;
  if (marker === undefined || THEMATIC_BREAK.test(line)) return undefined;
  const behind = readIndent(line, offset + marker, indent + marker);
  const space = behind.indent - indent - marker;
  return space > 4 || behind.offset >= line.length
    ? { quote, indent: indent + marker + 1, offset: Math.min(offset + marker + 1, line.length) }
    : { quote, ...behind };
}

const isMarkerStart = (code: number): boolean =>
  code === 0x2a || code === 0x2b || code === 0x2d || (code >= 0x30 && code <= 0x39);
