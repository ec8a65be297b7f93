import type { SourceRange } from '../../diagnostics/position.js';
import type { Block, DefinitionEntry, DefinitionListBlock, Inline, ListItem } from '../blocks.js';

/** Details that wait for their term: `joinDefinitions` finds it above them. */
export const markdownDefinitions = (
  items: readonly ListItem[],
  source: SourceRange,
): DefinitionListBlock => ({
  kind: 'definitions',
  origin: 'markdown',
  entries: [
    { terms: [], details: items.map(({ blocks }) => blocks), source: around(source, items.at(-1)?.source) },
  ],
  source: around(source, items.at(-1)?.source),
});

/** Puts terms and their details together, and entries that follow each other into one list. */
export function joinDefinitions(blocks: readonly Block[]): readonly Block[] {
  if (!blocks.some(isOpen)) return blocks;
  const joined: Block[] = [];
  for (const block of blocks) {
    if (!isOpen(block)) joined.push(block);
    else addEntry(joined, block);
  }
  return joined;
}

const isOpen = (block: Block): block is DefinitionListBlock =>
  block.kind === 'definitions' && block.entries[0]?.terms.length === 0;

function addEntry(joined: Block[], open: DefinitionListBlock): void {
  const above = joined.at(-1);
  const terms: readonly Inline[] = above?.kind === 'paragraph' ? above.lines : [];
  if (terms.length > 0) joined.pop();
  const source = terms[0] ? around(terms[0].source, open.source) : open.source;
  const details = open.entries.flatMap((entry) => entry.details);
  const entry: DefinitionEntry = { terms, details, source };
  const list = joined.at(-1);
  if (list?.kind !== 'definitions' || list.origin !== 'markdown')
    joined.push({ ...open, entries: [entry], source });
  else
    joined[joined.length - 1] = {
      ...list,
      entries: [...list.entries, entry],
      source: around(list.source, source),
    };
}

/** From the beginning of one range to the end of another. */
function around(first: SourceRange, last: SourceRange | undefined): SourceRange {
  const { endLine, endColumn } = last ?? first;
  return { ...first, endLine, endColumn };
}
