import type { SourceRange } from '../../diagnostics/position.js';
import type { Block, DefinitionEntry, DefinitionListBlock, Inline, ListItem } from '../blocks.js';

/** Details that wait for their term: `joinDefinitions` finds it above them. */
export const markdownDefinitions = (
  items: readonly ListItem[],
  source: SourceRange,
): DefinitionListBlock => ({
  kind: 'definitions',
  origin: 'markdown',
  entries: [{ terms: [], details: items.map(({ blocks }) => blocks), source }],
  source,
});

/** Puts terms and their details together, and entries that follow each other into one list. */
export function joinDefinitions(blocks: readonly Block[]): readonly Block[] {
  if (!blocks.some(isOpen)) return blocks;
  const joined: Block[] = [];
  let entries: DefinitionEntry[] | undefined;
  for (const block of blocks) {
    if (!isOpen(block)) {
      if (entries && block.kind !== 'paragraph') entries = undefined;
      joined.push(block);
      continue;
    }
    const entry = entryOf(joined, block);
    const list = joined.at(-1);
    if (entries && list?.kind === 'definitions') {
      entries.push(entry);
      joined[joined.length - 1] = { ...list, source: around(list.source, entry.source) };
    } else joined.push({ ...block, entries: (entries = [entry]), source: entry.source });
  }
  return joined;
}

const isOpen = (block: Block): block is DefinitionListBlock =>
  block.kind === 'definitions' && block.entries[0]?.terms.length === 0;

/** Takes the terms of an entry from the blocks above it. */
function entryOf(above: Block[], open: DefinitionListBlock): DefinitionEntry {
  const paragraph = above.at(-1);
  const terms: readonly Inline[] = paragraph?.kind === 'paragraph' ? paragraph.lines : [];
  if (terms.length > 0) above.pop();
  const details = open.entries.flatMap((entry) => entry.details);
  return { terms, details, source: terms[0] ? around(terms[0].source, open.source) : open.source };
}

/** From the beginning of one range to the end of another. */
const around = (first: SourceRange, { endLine, endColumn }: SourceRange): SourceRange => ({
  ...first,
  endLine,
  endColumn,
});
