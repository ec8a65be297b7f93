import type { Block, HeadingBlock } from './blocks.js';

/** A heading with what follows it, up to the next heading of the same or a higher rank. */
export interface BlockSection {
  /** None for what stands before the first heading. */
  readonly heading: HeadingBlock | undefined;
  /** Up to the first heading below it. */
  readonly blocks: readonly Block[];
  readonly sections: readonly BlockSection[];
}

interface Open extends BlockSection {
  readonly blocks: Block[];
  readonly sections: Open[];
}

/** The sections of a page as its headings nest; the outermost holds what stands before the first heading. */
export function blockSections(blocks: readonly Block[]): BlockSection {
  const page: Open = { heading: undefined, blocks: [], sections: [] };
  const open = [page];
  for (const block of blocks) {
    if (block.kind !== 'heading') {
      open.at(-1)?.blocks.push(block);
      continue;
    }
    while ((open.at(-1)?.heading?.depth ?? 0) >= block.depth) open.pop();
    const section: Open = { heading: block, blocks: [], sections: [] };
    open.at(-1)?.sections.push(section);
    open.push(section);
  }
  return page;
}
