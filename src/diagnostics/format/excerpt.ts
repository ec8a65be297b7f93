import type { SourceRange } from '../position.js';
import { visible } from '../visible.js';

/** The longest piece of a line that an excerpt shows, in UTF-16 code units. */
const width = 100;
/** How much of a long line is shown before the place. */
const lead = 30;

/** A line of a source with a line under it that points at the place: `text` and `marker` are of equal width. */
export interface Excerpt {
  readonly line: number;
  readonly text: string;
  readonly marker: string;
}

/** The line that a range begins on, cut to a readable width; undefined where the text has no such place. */
export function excerptOf(text: string, source: SourceRange): Excerpt | undefined {
  const line = text.split(/\r\n|\n|\r/u)[source.line - 1];
  if (line === undefined || source.column > line.length + 1) return undefined;
  const from = source.column > width - lead ? source.column - 1 - lead : 0;
  const start = source.column - 1;
  const end = source.endLine > source.line ? line.length : Math.min(source.endColumn - 1, line.length);
  const before = (from > 0 ? '…' : '') + visible(line.slice(from, start));
  const marked = visible(line.slice(start, Math.min(end, from + width)));
  const after = visible(line.slice(Math.max(start, Math.min(end, from + width)), from + width));
  const more = line.length > from + width ? '…' : '';
  const carets = '^'.repeat(Math.max(1, columns(marked)));
  return {
    line: source.line,
    text: before + marked + after + more,
    marker: ' '.repeat(columns(before)) + carets,
  };
}

/** Roughly the columns that a terminal gives to a text: one a code point. */
const columns = (text: string): number => [...text].length;
