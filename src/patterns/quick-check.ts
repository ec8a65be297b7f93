import { type AST, visitRegExpAST } from '@eslint-community/regexpp';
import { ambiguousLoop } from './ambiguity.js';
import type { Expression } from './expression.js';
import { type CharacterElement, type Position, positionsOf } from './positions.js';
import { simplifyForTest } from './simplify.js';

// What this check is for: without it a cold run of 85 pages takes 15 % longer, and one of Comprehend's 12 %, as
// the analysis loads for 40 ms. Where a pattern of the service is in doubt the analysis loads anyway, and nothing is saved.

/** Expressions with more positions than this are left to the analysis. */
const maxPositions = 200;

/**
 * Whether a quick check shows that the analysis would find nothing: no text can be matched in two ways, neither within a
 * loop nor by handing characters from one loop to another. It knows characters only coarsely, and neither back references
 * nor repetitions in a look-behind: false means that the analysis has to decide.
 */
export function isPlainlyHarmless(expression: Expression): boolean {
  const stated = coarsePositions(expression);
  if (!stated || isSharedByLoops(stated)) return false;
  if (ambiguousLoop(stated, overlap) === undefined) return true;
  // A loop at the end of the expression never gives back what it took, and what is tested is without it.
  const simplified = simplifyForTest(expression);
  const tested = simplified === expression ? stated : coarsePositions(simplified);
  return tested !== undefined && ambiguousLoop(tested, overlap) === undefined;
}

/** Every part that can be repeated counts as a loop here; undefined if the check does not know all parts. */
function coarsePositions({ tree, flags }: Expression): readonly Position<Characters>[] | undefined {
  // A look-behind reads backwards, positions read forwards.
  if (repeatsInLookbehind(tree)) return undefined;
  return positionsOf(tree, (element) => charactersOf(element, flags), 2, maxPositions);
}

function repeatsInLookbehind(pattern: AST.Pattern): boolean {
  let lookbehinds = 0;
  let repeats = false;
  visitRegExpAST(pattern, {
    onAssertionEnter: ({ kind }) => void (lookbehinds += kind === 'lookbehind' ? 1 : 0),
    onAssertionLeave: ({ kind }) => void (lookbehinds -= kind === 'lookbehind' ? 1 : 0),
    onQuantifierEnter: () => void (repeats ||= lookbehinds > 0),
  });
  return repeats;
}

/** Whether a text of one repeated character leads from a loop that takes it to another one, or back by another way. */
function isSharedByLoops(positions: readonly Position<Characters>[]): boolean {
  const cycles = new Map(positions.map((position) => [position, cycleOf(position)]));
  const cycleAt = (position: Position<Characters>): Characters => cycles.get(position) ?? 0n;
  return positions.some(
    (start) =>
      cycleAt(start) !== 0n &&
      [...reachedFrom(start, cycleAt(start), false)].some(([end, read]) => overlap(read, cycleAt(end))),
  );
}

/** The characters that, repeated, lead from a position back to it. */
const cycleOf = (position: Position<Characters>): Characters =>
  (position.loop !== undefined && reachedFrom(position, position.characters, true).get(position)) || 0n;

/** The positions that each of these characters leads to when it is repeated, with the characters that lead there. */
function reachedFrom(
  start: Position<Characters>,
  characters: Characters,
  throughOwnLoops: boolean,
): ReadonlyMap<Position<Characters>, Characters> {
  const reached = new Map<Position<Characters>, Characters>();
  const pending = [{ position: start, read: characters }];
  for (let step = pending.pop(); step; step = pending.pop()) {
    for (const [next, ways] of step.position.next) {
      if (next === step.position && ways === 1 && !throughOwnLoops) continue;
      const before = reached.get(next) ?? 0n;
      const read = step.read & next.characters;
      if ((before | read) === before) continue;
      reached.set(next, before | read);
      pending.push({ position: next, read });
    }
  }
  return reached;
}

/** Coarse characters: one bit for each of ASCII, and one for all others together. */
type Characters = bigint;

const others: Characters = 1n << 128n;
const all: Characters = others | (others - 1n);

const overlap = (one: Characters, other: Characters): boolean => (one & other) !== 0n;

/** The characters that an element takes. Of ASCII these are exact; others are included where it may take some. */
function charactersOf(element: CharacterElement, flags: string): Characters {
  // With the flag `i` an element matches more than it spells: `k` matches the Kelvin sign.
  if (flags.includes('i') || element.type !== 'CharacterClass') return ofElement(element, flags);
  let characters = 0n;
  for (const inner of element.elements) characters |= ofElement(inner, flags);
  return element.negate ? (all ^ characters) | others : characters;
}

function ofElement(element: CharacterElement | AST.CharacterClassElement, flags: string): Characters {
  if (flags.includes('i')) return matchingAscii(element.raw, flags) | others;
  if (element.type === 'Character') return ofRange(element.value, element.value);
  if (element.type === 'CharacterClassRange') return ofRange(element.min.value, element.max.value);
  const isWithinAscii = /^\\[dw]$/.test(element.raw);
  return matchingAscii(element.raw, flags) | (isWithinAscii ? 0n : others);
}

const ofRange = (first: number, last: number): Characters =>
  (last < 128 ? 0n : others) |
  (first < 128 ? (2n << BigInt(Math.min(last, 127))) - (1n << BigInt(first)) : 0n);

/** The characters of ASCII that an element matches, found by trying each of them. */
function matchingAscii(element: string, flags: string): Characters {
  const expression = new RegExp(`^${element}$`, flags);
  let characters = 0n;
  for (let code = 0; code < 128; code++)
    if (expression.test(String.fromCharCode(code))) characters |= 1n << BigInt(code);
  return characters;
}
