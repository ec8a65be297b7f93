import type { SourceRange } from '../diagnostics/position.js';

/** A file's text with its lines at hand, so that ranges and raw slices come without searching. */
export interface SourceText {
  readonly file: string;
  readonly text: string;
  /** Without their line ends; the first is line 1. */
  readonly lines: readonly string[];
}

export const sourceText = (file: string, text: string): SourceText => ({
  file,
  text,
  lines: text.split(text.includes('\r') ? /\r\n|\n|\r/ : '\n'),
});

/** The range of one line from `column` (from 1) to its last character that is no white space. */
export function lineRange(source: SourceText, line: number, column = 1, endLine = line): SourceRange {
  const end = (source.lines[endLine - 1] ?? '').trimEnd().length + 1;
  return {
    file: source.file,
    line,
    column,
    endLine,
    endColumn: Math.max(end, line === endLine ? column : 1),
  };
}

/** The raw text of a range, lines joined by a line feed. */
export function slice(source: SourceText, range: SourceRange): string {
  if (range.line === range.endLine) {
    return (source.lines[range.line - 1] ?? '').slice(range.column - 1, range.endColumn - 1);
  }
  const lines = source.lines.slice(range.line - 1, range.endLine);
  const last = lines.length - 1;
  if (last >= 0) lines[last] = (lines[last] ?? '').slice(0, range.endColumn - 1);
  lines[0] = (lines[0] ?? '').slice(range.column - 1);
  return lines.join('\n');
}

/** One space for each run of white space, and none at the ends; most texts have no other. */
export const collapse = (text: string): string =>
  (/ {2}|[^\S ]/.test(text) ? text.replace(/\s+/g, ' ') : text).trim();
