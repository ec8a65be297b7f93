import type { Position } from './positions.js';

/** Whether two sets of characters have a character in common. */
export type Overlap<Characters> = (one: Characters, other: Characters) => boolean;

/**
 * A repeated part that can match one text in two ways and come back to where it was, so that the ways double with each
 * repetition; undefined if there is none.
 */
export function ambiguousLoop<Characters>(
  positions: readonly Position<Characters>[],
  overlap: Overlap<Characters>,
): string | undefined {
  // Within a loop each position leads to every other one: what holds of one of them holds of all.
  const starts = new Map<string, Position<Characters>>();
  for (const position of positions)
    if (position.loop !== undefined && !starts.has(position.loop)) starts.set(position.loop, position);
  return [...starts.values()].find((start) => returnsTwice(start, overlap))?.loop;
}

/** Two positions that the same text leads to from one start, each by a way of its own. */
interface Pair<Characters> {
  readonly one: Position<Characters>;
  readonly other: Position<Characters>;
  /** The two ways have been the same so far. */
  readonly together: boolean;
}

/** For each position the others that it was paired with. */
type Seen<Characters> = Map<
  Position<Characters>,
  Readonly<Record<'apart' | 'together', Set<Position<Characters>>>>
>;

/** Whether two different ways lead from a position back to it by the same text. */
function returnsTwice<Characters>(start: Position<Characters>, overlap: Overlap<Characters>): boolean {
  const seen: Seen<Characters> = new Map();
  const pending: Pair<Characters>[] = [{ one: start, other: start, together: true }];
  for (let pair = pending.pop(); pair; pair = pending.pop()) {
    for (const following of nextPairs(pair, overlap)) {
      if (!following.together && following.one === start && following.other === start) return true;
      if (isNew(following, seen)) pending.push(following);
    }
  }
  return false;
}

function nextPairs<Characters>(
  { one, other, together }: Pair<Characters>,
  overlap: Overlap<Characters>,
): readonly Pair<Characters>[] {
  const pairs: Pair<Characters>[] = [];
  one.next.forEach((ways, oneNext) => {
    // No way leads back from outside the loop.
    if (oneNext.loop !== one.loop) return;
    other.next.forEach((_ways, otherNext) => {
      if (otherNext.loop !== one.loop) return;
      const isSame = oneNext === otherNext;
      if (isSame || overlap(oneNext.characters, otherNext.characters))
        pairs.push({ one: oneNext, other: otherNext, together: together && isSame && ways === 1 });
    });
  });
  return pairs;
}

function isNew<Characters>({ one, other, together }: Pair<Characters>, seen: Seen<Characters>): boolean {
  const others = seen.get(one) ?? { apart: new Set(), together: new Set() };
  seen.set(one, others);
  const known = others[together ? 'together' : 'apart'];
  if (known.has(other)) return false;
  known.add(other);
  return true;
}
