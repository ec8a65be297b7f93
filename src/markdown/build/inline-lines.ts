import type { SourceRange } from '../../diagnostics/position.js';
import type { Inline, InlineSpan } from '../blocks.js';
import { slice, type SourceText } from '../source.js';
import { collapseLines, joinMarkdown, joinText } from './inline-text.js';

/** Running text of spans. */
export const inlineOf = (source: SourceText, spans: readonly InlineSpan[], range: SourceRange): Inline => ({
  text: collapseLines(joinText(spans)),
  raw: slice(source, range),
  markdown: joinMarkdown(spans).trim(),
  spans,
  source: range,
});

/** Running text line by line of the file; a span on several lines is cut. */
export function linesOf(source: SourceText, inline: Inline): readonly Inline[] {
  if (inline.source.line === inline.source.endLine) return [inline];
  const lines = splitSpans(inline.spans);
  return lines.length === 1
    ? [inline]
    : lines.flatMap((spans) =>
        spans.length === 0 ? [] : [inlineOf(source, spans, around(spans, inline.source))],
      );
}

function splitSpans(spans: readonly InlineSpan[]): InlineSpan[][] {
  const lines: InlineSpan[][] = [[]];
  for (const span of spans) {
    if (span.source.line === span.source.endLine) lines.at(-1)?.push(span);
    else if (span.kind === 'break') lines.push([]);
    else splitSpan(span).forEach((part, at) => (at === 0 ? lines.at(-1)?.push(part) : lines.push([part])));
  }
  return lines;
}

/** Code without children stays where it begins. */
function splitSpan(span: InlineSpan): InlineSpan[] {
  if (!('children' in span) || span.children.length === 0) return [span];
  const parts = splitSpans(span.children);
  return parts.map((children, at) => ({
    ...span,
    children,
    text: joinText(children),
    source: partOf(span.source, children, at === 0, at === parts.length - 1),
  }));
}

/** The marks of a span belong to its first and its last part. */
function partOf(whole: SourceRange, children: InlineSpan[], first: boolean, last: boolean): SourceRange {
  const { file, line, column, endLine, endColumn } = around(children, whole);
  return {
    file,
    line: first ? whole.line : line,
    column: first ? whole.column : column,
    endLine: last ? whole.endLine : endLine,
    endColumn: last ? whole.endColumn : endColumn,
  };
}

function around(spans: readonly InlineSpan[], whole: SourceRange): SourceRange {
  const first = spans[0]?.source ?? whole;
  const last = spans.at(-1)?.source ?? whole;
  return { ...first, endLine: last.endLine, endColumn: last.endColumn };
}
