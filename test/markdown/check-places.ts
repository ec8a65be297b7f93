import type { Block, Cell, Inline, InlineSpan, Located } from '../../src/markdown/blocks.js';
import { slice, type SourceText } from '../../src/markdown/source.js';

/** Fails where anything of a block has a place outside its page, or an end before its beginning. */
export function checkBlock(page: SourceText, block: Block): void {
  checkPlace(page, block);
  if (block.kind === 'heading' || block.kind === 'paragraph') checkInline(page, block.inline);
  if (block.kind === 'paragraph') block.lines.forEach((line) => checkInline(page, line));
  if (block.kind === 'table')
    [block.header, ...block.rows.map(({ cells }) => cells)].flat().forEach((cell) => checkCell(page, cell));
  if (block.kind === 'definitions')
    block.entries.flatMap(({ details }) => details.flat()).forEach((one) => checkBlock(page, one));
  if (block.kind === 'list')
    block.items.flatMap(({ blocks }) => blocks).forEach((one) => checkBlock(page, one));
  if (block.kind === 'component' || block.kind === 'quote')
    block.blocks.forEach((one) => checkBlock(page, one));
}

function checkCell(page: SourceText, cell: Cell): void {
  checkPlace(page, cell);
  checkInline(page, cell.inline);
  cell.blocks.forEach((block) => checkBlock(page, block));
}

function checkInline(page: SourceText, inline: Inline): void {
  checkPlace(page, inline);
  if (inline.raw !== slice(page, inline.source)) throw new Error(`not the raw text: ${inline.raw}`);
  inline.spans.forEach((span) => checkSpan(page, span));
}

function checkSpan(page: SourceText, span: InlineSpan): void {
  checkPlace(page, span);
  if ('children' in span) span.children.forEach((child) => checkSpan(page, child));
}

/** By comparisons, as `expect` takes its time and pages have many places. */
function checkPlace(page: SourceText, { source }: Located): void {
  const { line, column, endLine, endColumn } = source;
  const ordered = line < endLine || (line === endLine && column <= endColumn);
  const within = line > 0 && column > 0 && endLine <= page.lines.length;
  if (!ordered || !within || endColumn > (page.lines[endLine - 1] ?? '').length + 1)
    throw new Error(`no place in ${page.file}: ${JSON.stringify(source)}`);
}
