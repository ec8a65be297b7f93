import type { Block } from '../../../../markdown/blocks.js';
import type { SourceRange } from '../../../../diagnostics/position.js';
import { outlineBlocks } from '../../../../markdown/outline.js';
import { sourceText } from '../../../../markdown/source.js';
import type { Page, Reading } from '../../../dialect.js';
import { expander } from './expand-macros.js';

/**
 * The blocks of a page with what its template tags stand for in their place. Places are those of the page itself: what a
 * tag brings in stands where the tag does.
 */
export function blocksWithMacros(
  { path, text }: Page,
  macros: NonNullable<Reading['macros']>,
): readonly Block[] {
  const expand = expander(macros);
  const lineOf: number[] = [0];
  const lines = text.split('\n').map((line, at) => {
    const expanded = expand(line);
    for (let added = expanded.split('\n').length; added > 0; added -= 1) lineOf.push(at + 1);
    return expanded;
  });
  const ends = text.split('\n').map((line) => line.length + 1);
  const move = mover(lineOf, ends);
  return move(outlineBlocks(sourceText(path, lines.join('\n')))) as readonly Block[];
}

/** Puts every place in a tree where it is in the file. */
function mover(lineOf: readonly number[], ends: readonly number[]): (value: unknown) => unknown {
  const line = (at: number): number => lineOf[at] ?? lineOf.at(-1) ?? 1;
  const column = (at: number, inLine: number): number => Math.min(inLine, ends[at - 1] ?? inLine);
  const placed = (source: SourceRange): SourceRange => {
    const [from, to] = [line(source.line), line(source.endLine)];
    return {
      ...source,
      line: from,
      column: column(from, source.column),
      endLine: to,
      endColumn: column(to, source.endColumn),
    };
  };
  return function move(value: unknown): unknown {
    if (Array.isArray(value)) return value.map(move);
    if (typeof value !== 'object' || value === null) return value;
    if ('endColumn' in value) return placed(value as SourceRange);
    const moved = Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, move(inner)]));
    return 'kind' in value && value.kind === 'code' && 'line' in value && typeof value.line === 'number'
      ? { ...moved, line: line(value.line) }
      : moved;
  };
}
