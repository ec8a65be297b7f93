import type { Block, Item, SectionKind } from './outline.js';
import type { SourceRange } from '../../../../diagnostics/position.js';
import { labelledLine } from './labels.js';

/** A line that may be the head of an item. */
export interface HeadCandidate {
  readonly name: string;
  readonly source: SourceRange;
  /** True where a link or an anchor shows that it is a head. */
  readonly certain: boolean;
}

/**
 * Decides which blocks are heads and cuts the section at them. Where one head of a section is certain, all are; where
 * none is, a head of a member list must be followed by a labelled line, or be a name that `isKnown`.
 * @param headOf gives what a block may be the head of.
 */
export function cutItems(
  kind: SectionKind,
  blocks: readonly Block[],
  headOf: (block: Block) => HeadCandidate | undefined,
  isKnown: (name: string) => boolean,
): { lead: Block[]; items: Item[] } {
  const heads = blocks.map(headOf);
  const certain = kind !== 'errors' && heads.some((head) => head?.certain);
  const isHead = (head: HeadCandidate, index: number): boolean => {
    if (kind === 'errors') return true;
    return certain ? head.certain : isKnown(head.name) || isDescribed(blocks, heads, index);
  };
  const lead: Block[] = [];
  const items: { name: string; source: SourceRange; blocks: Block[] }[] = [];
  blocks.forEach((block, index) => {
    const head = heads[index];
    if (head && isHead(head, index)) items.push({ name: head.name, source: head.source, blocks: [] });
    else (items.at(-1)?.blocks ?? lead).push(block);
  });
  return { lead, items };
}

/** True where a labelled line comes before the next candidate. */
function isDescribed(
  blocks: readonly Block[],
  heads: readonly (HeadCandidate | undefined)[],
  head: number,
): boolean {
  for (let index = head + 1; index < blocks.length && !heads[index]; index++) {
    const block = blocks[index];
    if (block?.kind === 'line' && labelledLine(block)) return true;
  }
  return false;
}

const REMARKS: ReadonlySet<string> = new Set(['note', 'important', 'warning', 'tip', 'caution', 'topics']);

/** True for a word that stands alone above a remark, and is no name unless something shows that it is. */
export const introducesRemark = (word: string): boolean => REMARKS.has(word.toLowerCase().replace(/:$/, ''));
