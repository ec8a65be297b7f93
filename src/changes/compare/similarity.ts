import { by } from '../../base/compare.js';

/** How alike two heaps are, from 0 to 1: the Sorensen-Dice coefficient. */
export function dice(one: readonly string[], other: readonly string[]): number {
  if (one.length + other.length === 0) return 1;
  const left = new Map<string, number>();
  for (const item of one) left.set(item, (left.get(item) ?? 0) + 1);
  let shared = 0;
  for (const item of other) {
    const many = left.get(item) ?? 0;
    if (many > 0) shared += 1;
    left.set(item, many - 1);
  }
  return (2 * shared) / (one.length + other.length);
}

/** How alike two names are, from 0 to 1, whatever their case. */
export function nameSimilarity(one: string, other: string): number {
  const [left, right] = [one.toLowerCase(), other.toLowerCase()];
  return left === right ? 1 : dice(pairsOf(left), pairsOf(right));
}

const pairsOf = (text: string): readonly string[] =>
  [...text].slice(1).map((letter, at) => `${text[at] ?? ''}${letter}`);

/** How alike two texts are, from 0 to 1, by their words. */
export const textSimilarity = (one: string, other: string): number => dice(wordsOf(one), wordsOf(other));

const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** A pair of things that may be the same. */
export interface Match<T> {
  readonly old: T;
  readonly now: T;
  /** Above 0, up to 1. */
  readonly certainty: number;
}

/**
 * Pairs what is gone with what is new, the surest first, each at most once.
 * @param likeness from 0 to 1; pairs below `limit` are not taken for the same.
 */
export function matchBest<T extends { readonly name: string }>(
  removed: readonly T[],
  added: readonly T[],
  likeness: (old: T, now: T) => number,
  limit: number,
): readonly Match<T>[] {
  const candidates = removed
    .flatMap((old) =>
      added.map((now) => ({ old, now, certainty: Math.round(likeness(old, now) * 100) / 100 })),
    )
    .filter(({ certainty }) => certainty >= limit)
    .sort((one, other) => other.certainty - one.certainty || byNames(one, other));
  const taken = new Set<T>();
  return candidates.filter(({ old, now }) => {
    if (taken.has(old) || taken.has(now)) return false;
    taken.add(old).add(now);
    return true;
  });
}

/** The same pairs whatever the order of the pages. */
const byNames = by(({ old, now }: Match<{ readonly name: string }>) => `${old.name}\0${now.name}`);
