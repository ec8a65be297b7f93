import { CodeSpans } from '../scan/code-spans.js';

/** A cell within its line: from its first character to behind its last; equal where it is empty. */
export interface CellSpan {
  readonly start: number;
  readonly end: number;
}

/** The columns of a delimiter row (`| --- | :-: |`); 0 for any other line. */
export function delimiterColumns(line: string): number {
  const text = line.trim();
  if (!text.includes('-') || !/^[-:| \t]+$/.test(text)) return 0;
  const columns = text.replace(/^\||\|$/g, '').split('|');
  return columns.every((column) => /^:?-+:?$/.test(column.trim())) && text.includes('|') ? columns.length : 0;
}

/**
 * The cells of a row from an index on. Only an escaped pipe does not end a cell, not even one in a code span; but where
 * that gives more cells than the table has columns, its author saw it otherwise.
 */
export function cellsOf(line: string, from: number, columns: number): CellSpan[] {
  const cells = splitCells(line, from, undefined);
  if (cells.length <= columns || !line.includes('`', from)) return cells;
  const lenient = splitCells(line, from, new CodeSpans(line));
  return lenient.length >= columns ? lenient : cells;
}

function splitCells(line: string, from: number, spans: CodeSpans | undefined): CellSpan[] {
  const end = line.trimEnd().length;
  const cells: CellSpan[] = [];
  let start = line[from] === '|' ? from + 1 : from;
  for (let at = start; at < end; at++) {
    if (line[at] === '\\') at++;
    else if (line[at] === '`') at = behindCode(line, at, spans) - 1;
    else if (line[at] === '{' && line[at + 1] === '%') at = behindTag(line, at) - 1;
    else if (line[at] === '|') {
      cells.push(trimmed(line, start, at));
      start = at + 1;
    }
  }
  if (start < end) cells.push(trimmed(line, start, end));
  return cells;
}

/** Ticks are skipped as a run, or with the code between them. */
function behindCode(line: string, at: number, spans: CodeSpans | undefined): number {
  let run = at;
  while (line[run] === '`') run++;
  return spans?.endOf(at) ?? run;
}

/** A template tag may hold pipes: `{% if a || b %}`. */
function behindTag(line: string, at: number): number {
  const end = line.indexOf('%}', at + 2);
  return end < 0 ? at + 1 : end + 2;
}

function trimmed(line: string, from: number, to: number): CellSpan {
  let start = from;
  let end = to;
  while (start < end && isSpace(line[start])) start++;
  while (end > start && isSpace(line[end - 1])) end--;
  return { start, end };
}

const isSpace = (sign: string | undefined): boolean => sign === ' ' || sign === '\t';

/** True where a row holds a pipe that ends a cell. */
export const hasPipe = (line: string, from: number): boolean =>
  splitCells(line, from, undefined).length > 1 || line[from] === '|';
