import { TEXT, type Scan } from '../scan/scanner.js';
import { indentationOf } from './indentation.js';
import { cellsOf, delimiterColumns, hasPipe, type CellSpan } from './table-rows.js';

/** A row with the index of its line. */
export interface RowSpot {
  readonly line: number;
  readonly start: number;
  readonly cells: readonly CellSpan[];
}

/** Where a table stands. */
export interface TableSpot {
  readonly header: RowSpot;
  readonly rows: readonly RowSpot[];
  /** The line behind it. */
  readonly end: number;
}

/** The table whose header is on a line. `isCut` says that a token cuts a line; it is asked line after line. */
export function tableAt(scan: Scan, line: number, isCut: (line: number) => boolean): TableSpot | undefined {
  const columns = columnsBelow(scan, line);
  if (columns === 0 || isCut(line) || isCut(line + 1)) return undefined;
  const header = headerAt(scan, line, columns);
  if (header.cells.length !== columns && (columns === 1 || header.cells.length === 1)) return undefined;
  const width = Math.max(columns, header.cells.length);
  const rows: RowSpot[] = [];
  let end = line + 2;
  for (; isRow(scan, line, end) && !isCut(end); end++) rows.push(rowAt(scan, end, width));
  return { header, rows, end };
}

/** How many columns the delimiter row below a header has; 0 where there is none. */
function columnsBelow({ source, kinds, prefixes, items }: Scan, line: number): number {
  const head = prefixes[line];
  const below = prefixes[line + 1];
  // Most lines end here, so the first sign is looked at before anything else.
  if (!below || !'|:-'.includes((source.lines[line + 1] ?? '')[below.offset] ?? ' ')) return 0;
  if (!head || kinds[line + 1] !== TEXT || items[line + 1]) return 0;
  if (head.quote > 0 !== below.quote > 0) return 0;
  const columns = delimiterColumns((source.lines[line + 1] ?? '').slice(below.quote));
  const text = source.lines[line] ?? '';
  return columns > 0 && hasPipe(text, head.offset) && text[head.offset] !== '#' ? columns : 0;
}

const headerAt = ({ source, prefixes }: Scan, line: number, columns: number): RowSpot =>
  cells(source.lines[line] ?? '', line, prefixes[line]?.offset ?? 0, columns);

/** A row may begin with what would be the marker of a list item elsewhere. */
function rowAt({ source, prefixes }: Scan, line: number, columns: number): RowSpot {
  const text = source.lines[line] ?? '';
  return cells(text, line, textStart(text, prefixes[line]?.quote ?? 0), columns);
}

const cells = (text: string, line: number, start: number, columns: number): RowSpot => ({
  line,
  start,
  cells: cellsOf(text, start, columns),
});

const BREAK = /^(?:#{1,6}[ \t]|(?:-{3,}|\*{3,}|_{3,})[ \t]*$)/;

/** True for a line that a table goes on with: one that begins no other block. */
function isRow({ source, kinds, prefixes, items, containers }: Scan, header: number, line: number): boolean {
  const head = prefixes[header];
  const own = prefixes[line];
  if (!head || !own || kinds[line] !== TEXT || head.quote > 0 !== own.quote > 0) return false;
  const text = source.lines[line] ?? '';
  const offset = textStart(text, own.quote);
  if (items[line] && !hasPipe(text, offset)) return false;
  return (containers[header] ?? -1) <= own.indent && !BREAK.test(text.slice(offset, offset + 100));
}

const textStart = (text: string, quote: number): number => quote + indentationOf(text.slice(quote)).length;
