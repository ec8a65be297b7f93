import { type Position, positionsOf } from './positions.js';
import { regExpParser } from './regexpp.js';
import { simplifyForTest } from './simplify.js';
import type { Translation } from './found.js';

/** Beyond so many positions the pairs of them are too many to look at. */
const tooMany = 120;

/**
 * A repeated part of an expression that can match one text in two ways and come back to where it was, so that the ways
 * double with each repetition; undefined where there is none. Static analysis with one repeated character, which is
 * faster, does not see those that take several.
 */
export async function ambiguousLoop(translation: Translation): Promise<string | undefined> {
  const { toUnicodeSet } = await import('regexp-ast-analysis');
  // What is tested is what counts: a loop that nothing follows gives up no text.
  const { source, flags } = simplifyForTest(translation);
  const parser = regExpParser();
  const pattern = parser.parsePattern(source, undefined, undefined, { unicode: true });
  const positions = positionsOf(pattern, parser.parseFlags(flags), toUnicodeSet);
  if (!positions || positions.length > tooMany) return undefined;
  return positions.find((position) => position.loop !== undefined && returnsTwice(position))?.loop;
}

/** Two places that read the same text, having begun at one. */
interface Pair {
  readonly one: Position;
  readonly other: Position;
  /** Both have taken the same way so far. */
  readonly together: boolean;
}

/** Whether two different ways lead from a position back to it by the same text. */
function returnsTwice(start: Position): boolean {
  const seen = new Map<Position, Set<Position>[]>();
  const pending: Pair[] = [{ one: start, other: start, together: true }];
  for (let pair = pending.pop(); pair; pair = pending.pop()) {
    for (const following of nextPairs(pair)) {
      if (!following.together && following.one === start && following.other === start) return true;
      if (isNew(following, seen)) pending.push(following);
    }
  }
  return false;
}

function nextPairs({ one, other, together }: Pair): readonly Pair[] {
  return [...one.next].flatMap(([oneNext, ways]) =>
    [...other.next.keys()]
      .filter(
        (otherNext) => oneNext === otherNext || !oneNext.characters.isDisjointWith(otherNext.characters),
      )
      .map((otherNext) => ({
        one: oneNext,
        other: otherNext,
        together: together && oneNext === otherNext && ways === 1,
      })),
  );
}

function isNew({ one, other, together }: Pair, seen: Map<Position, Set<Position>[]>): boolean {
  const [apart, joint] = seen.get(one) ?? [new Set<Position>(), new Set<Position>()];
  seen.set(one, [apart ?? new Set(), joint ?? new Set()]);
  const known = together ? joint : apart;
  if (known?.has(other)) return false;
  known?.add(other);
  return true;
}
