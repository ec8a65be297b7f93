import type { Block } from '../../../../markdown/blocks.js';

/** Every block of a tree, those inside others before these, as `change` makes it. */
export function mapBlocks(blocks: readonly Block[], change: (block: Block) => Block): readonly Block[] {
  return blocks.map((block) => change(withInner(block, (inner) => mapBlocks(inner, change))));
}

function withInner(block: Block, map: (blocks: readonly Block[]) => readonly Block[]): Block {
  switch (block.kind) {
    case 'component':
    case 'quote':
      return { ...block, blocks: map(block.blocks) };
    case 'list':
      return { ...block, items: block.items.map((item) => ({ ...item, blocks: map(item.blocks) })) };
    case 'definitions':
      return {
        ...block,
        entries: block.entries.map((entry) => ({ ...entry, details: entry.details.map(map) })),
      };
    case 'table':
      return {
        ...block,
        rows: block.rows.map((row) => ({
          ...row,
          cells: row.cells.map((cell) =>
            cell.blocks.length > 0 ? { ...cell, blocks: map(cell.blocks) } : cell,
          ),
        })),
      };
    default:
      return block;
  }
}
