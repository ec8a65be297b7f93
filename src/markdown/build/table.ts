import type { RootContent } from 'mdast';
import type { SourceRange } from '../../diagnostics/position.js';
import type { Cell, Row, TableBlock } from '../blocks.js';
import type { RowSpot, TableSpot } from '../mask/table-spot.js';
import { buildInline } from './inline.js';
import { inlineOf } from './inline-lines.js';
import type { Page } from './page.js';

interface Cursor {
  readonly nodes: readonly RootContent[];
  at: number;
}

/** A table of the paragraphs that follow its marker, one for each cell that is not empty. */
export function buildTable(page: Page, table: TableSpot, cursor: Cursor): TableBlock {
  const header = buildRow(page, table.header, cursor);
  const rows = table.rows.map((row) => buildRow(page, row, cursor));
  const { source } = header;
  const end = page.source.lines[table.end - 1]?.trimEnd().length ?? 0;
  return {
    kind: 'table',
    origin: 'gfm',
    header: header.cells,
    rows,
    source: { ...source, endLine: table.end, endColumn: end + 1 },
  };
}

function buildRow(page: Page, { line, start, cells }: RowSpot, cursor: Cursor): Row {
  const end = page.source.lines[line]?.trimEnd().length ?? 0;
  return {
    cells: cells.map((cell) =>
      buildCell(page, page.spot(line, cell.start, cell.end), cell.start < cell.end ? cursor : undefined),
    ),
    source: page.spot(line, start, Math.max(start, end)),
  };
}

function buildCell(page: Page, source: SourceRange, cursor: Cursor | undefined): Cell {
  const node = cursor?.nodes[cursor.at];
  if (!cursor || node?.type !== 'paragraph')
    return { inline: inlineOf(page.source, [], source), blocks: [], rowSpan: 1, colSpan: 1, source };
  cursor.at++;
  const inline = buildInline(page, node.children, source);
  return { inline, blocks: [], rowSpan: 1, colSpan: 1, source };
}
