import type { Cell, InlineSpan } from '../../../../markdown/blocks.js';
import type { ColumnRole } from './columns.js';
import { phraseOf } from './phrase.js';
import { saysWhetherRequired } from './required-words.js';
import { parseType, type OwnWords } from './type-phrase.js';

type Cells = readonly (Cell | undefined)[];

/** The cells of a row by column; `moved` where some stand below other heads in the file. */
export interface PlacedCells {
  readonly cells: Cells;
  readonly moved: boolean;
}

/**
 * Puts cells below the heads that they belong to. A row may have lost a cell, so that those behind it stand too far left,
 * or have one too many, as a pipe in a value parts what is one. Types and words about what is required tell which.
 */
export function cellsInPlace(cells: Cells, roles: readonly ColumnRole[], types: OwnWords): PlacedCells {
  const last = cells.findLastIndex((cell) => cell !== undefined && cell.inline.text !== '');
  if (cells.length > roles.length && last >= roles.length)
    return { cells: best(joins(cells, roles.length), roles, types), moved: true };
  if (last + 1 >= roles.length || last < 1) return { cells, moved: false };
  const placed = best([cells, ...gaps(cells.slice(0, last + 1), roles.length)], roles, types);
  return { cells: placed, moved: placed !== cells };
}

/** Of several ways to place cells the first that fits best. */
function best(ways: readonly Cells[], roles: readonly ColumnRole[], types: OwnWords): Cells {
  const fits = ways.map((cells) => roles.reduce((sum, role, at) => sum + fit(role, cells[at], types), 0));
  return ways[fits.indexOf(Math.max(...fits))] ?? [];
}

function fit(role: ColumnRole, cell: Cell | undefined, types: OwnWords): number {
  if (!cell || cell.inline.text === '') return 0;
  const phrase = phraseOf(cell.inline);
  if (role === 'required' || role === 'optional') return saysWhetherRequired(phrase) ? 1 : -1;
  if (role !== 'type') return 0;
  const type = parseType(phrase, types);
  return type && (type.kind !== 'named' || type.link !== undefined || type.saysObject === true) ? 1 : -1;
}

/** With one cell left out, at each place behind the first. */
const gaps = (cells: Cells, columns: number): readonly Cells[] =>
  cells.length >= columns
    ? []
    : cells.slice(1).map((_, at) => [...cells.slice(0, at + 1), undefined, ...cells.slice(at + 1)]);

/** With those joined that are too many, at the end first. */
function joins(cells: Cells, columns: number): readonly Cells[] {
  const many = cells.length - columns + 1;
  return Array.from({ length: columns }, (_, back) => {
    const at = columns - 1 - back;
    return [...cells.slice(0, at), joined(cells.slice(at, at + many)), ...cells.slice(at + many)];
  });
}

function joined(cells: Cells): Cell | undefined {
  const real = cells.flatMap((cell) => cell ?? []);
  const [first] = real;
  const last = real.at(-1);
  if (!first || !last) return undefined;
  const source = { ...first.source, endLine: last.source.endLine, endColumn: last.source.endColumn };
  const text = (key: 'text' | 'raw' | 'markdown'): string => real.map(({ inline }) => inline[key]).join('|');
  const spans = real.flatMap(({ inline }, at): readonly InlineSpan[] => [
    ...(at === 0 ? [] : [{ kind: 'text' as const, text: '|', source: inline.source }]),
    ...inline.spans,
  ]);
  const inline = { text: text('text'), raw: text('raw'), markdown: text('markdown'), spans, source };
  return { ...first, inline, source };
}
