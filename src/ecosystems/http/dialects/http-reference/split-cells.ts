import type { Cell, Inline, InlineSpan } from '../../../../markdown/blocks.js';

/**
 * The cells of a row as its author meant them: a bar inside of code ends a cell all the same, and so do the bars of
 * `a|b|c` in the last column. Rows that are no longer than the head stay as they are.
 */
export function wholeCells(cells: readonly Cell[], columns: number): readonly Cell[] {
  let excess = columns === 0 ? 0 : cells.length - columns;
  if (excess <= 0) return cells;
  const whole: Cell[] = [];
  for (let at = 0; at < cells.length; at += 1) {
    const length = Math.min(partsOfCode(cells, at), excess + 1);
    whole.push(...joined(cells.slice(at, at + length)));
    excess -= length - 1;
    at += length - 1;
  }
  const last = whole.slice(columns - 1);
  return last.every(({ inline }) => /^[\w.-]+$/.test(inline.text))
    ? [...whole.slice(0, columns - 1), ...joined(last)]
    : whole;
}

/** How many cells there are up to the tick that closes one which this cell leaves open. */
function partsOfCode(cells: readonly Cell[], at: number): number {
  if (!isOpen(cells[at])) return 1;
  const end = cells.findIndex((cell, other) => other > at && isOpen(cell));
  return end < 0 ? 1 : end - at + 1;
}

const isOpen = (cell: Cell | undefined): boolean => (cell?.inline.raw.split('`').length ?? 1) % 2 === 0;

/** Several cells as one; one stays as it is. */
function joined(cells: readonly Cell[]): readonly Cell[] {
  const [first] = cells;
  const last = cells.at(-1);
  if (!first || !last || first === last) return cells;
  const source = { ...first.source, endLine: last.source.endLine, endColumn: last.source.endColumn };
  return [
    {
      ...first,
      source,
      inline: joinedInline(
        cells.map(({ inline }) => inline),
        source,
      ),
    },
  ];
}

/** Code where ticks are around the whole, or else the parts with the bars between them. */
function joinedInline(parts: readonly Inline[], source: Cell['source']): Inline {
  const join = (key: 'text' | 'raw' | 'markdown'): string => parts.map((part) => part[key].trim()).join('|');
  const raw = join('raw');
  const code = /^`([^`]*)`$/.exec(raw)?.[1];
  const bar: InlineSpan = { kind: 'text', text: '|', source };
  const spans: readonly InlineSpan[] =
    code === undefined
      ? parts.flatMap(({ spans: own }, at) => (at === 0 ? own : [bar, ...own]))
      : [{ kind: 'code', text: code, children: [], source }];
  return {
    text: code ?? join('text'),
    raw,
    markdown: code === undefined ? join('markdown') : raw,
    spans,
    source,
  };
}
