import type { Block, Item, SectionKind } from './outline.js';
import type { SourceRange } from '../../diagnostics/position.js';
import { labelledLine } from './labels.js';

/** A line that may be the head of an item. */
export interface HeadCandidate {
  readonly name: string;
  readonly source: SourceRange;
  /** True where a link or an anchor shows that it is a head. */
  readonly certain: boolean;
}

/** A block of a section, with what it would be the head of. */
export interface Candidate {
  readonly block: Block;
  readonly head?: HeadCandidate;
}

/**
 * Decides which candidates are heads and cuts the section at them. Where one head of a section is certain, all are;
 * where none is, a head of a member list must be followed by a labelled line, or be a name that `isKnown`.
 */
export function cutItems(
  kind: SectionKind,
  candidates: readonly Candidate[],
  isKnown: (name: string) => boolean,
): { lead: Block[]; items: Item[] } {
  const certain = kind !== 'errors' && candidates.some((candidate) => candidate.head?.certain);
  const heads = candidates.map((candidate, index) =>
    isHead(kind, candidates, index, certain, isKnown) ? candidate.head : undefined,
  );
  const lead: Block[] = [];
  const items: { name: string; source: SourceRange; blocks: Block[] }[] = [];
  candidates.forEach(({ block }, index) => {
    const head = heads[index];
    if (head) items.push({ name: head.name, source: head.source, blocks: [] });
    else (items.at(-1)?.blocks ?? lead).push(block);
  });
  return { lead, items };
}

function isHead(
  kind: SectionKind,
  candidates: readonly Candidate[],
  index: number,
  certain: boolean,
  isKnown: (name: string) => boolean,
): boolean {
  const head = candidates[index]?.head;
  if (!head) return false;
  if (kind === 'errors') return true;
  if (certain) return head.certain;
  return isKnown(head.name) || isDescribed(candidates, index);
}

/** True where a labelled line comes before the next candidate. */
function isDescribed(candidates: readonly Candidate[], index: number): boolean {
  for (const { block, head } of candidates.slice(index + 1)) {
    if (head) return false;
    if (block.kind === 'line' && labelledLine(block.line)) return true;
  }
  return false;
}

const REMARKS: ReadonlySet<string> = new Set(['note', 'important', 'warning', 'tip', 'caution', 'topics']);

/** True for a word that stands alone above a remark, and is no name unless something shows that it is. */
export const introducesRemark = (word: string): boolean => REMARKS.has(word.toLowerCase().replace(/:$/, ''));
