import type { AST } from '@eslint-community/regexpp';
import { ambiguousLoop } from './ambiguity.js';
import type { Translation } from './types.js';
import { type Characters, charactersOf } from './coarse-characters.js';
import { type Position, positionsOf } from './positions.js';
import { parseExpression, someQuantifier } from './regexpp.js';
import { simplifyForTest } from './simplify.js';

/** Beyond so many positions the look is no longer short. */
const tooMany = 200;

/**
 * Whether a short look shows what the analysis of an expression would show: that it can take no text in more ways than
 * one, neither within a loop nor by giving characters of one loop to another. It knows characters coarsely, and nothing
 * of back references and repetitions behind, so that false only means that there is something to analyse.
 */
export function isPlainlyHarmless(translation: Translation): boolean {
  const simplified = simplifyForTest(translation);
  const stated = coarsePositions(translation);
  if (!stated || isSharedByLoops(stated)) return false;
  if (ambiguousLoop(stated, overlap) === undefined) return true;
  // A loop that nothing follows gives up no text, and what is tested is without it.
  const tested = simplified.source === translation.source ? stated : coarsePositions(simplified);
  return tested !== undefined && ambiguousLoop(tested, overlap) === undefined;
}

const overlap = (one: Characters, other: Characters): boolean => (one & other) !== 0n;

/** Everything that may come twice is a loop here; undefined where there is more than this look knows. */
function coarsePositions({ source, flags }: Translation): readonly Position<Characters>[] | undefined {
  const pattern = parseExpression(source);
  // A look behind reads backwards, which positions do not tell.
  if (source.includes('(?<') && someQuantifier(pattern, isBehind)) return undefined;
  const positions = positionsOf(pattern, (element) => charactersOf(element, flags), 2);
  return positions && positions.length <= tooMany ? positions : undefined;
}

function isBehind(quantifier: AST.Quantifier): boolean {
  for (let around: AST.Node | null = quantifier.parent; around; around = around.parent)
    if (around.type === 'Assertion' && around.kind === 'lookbehind') return true;
  return false;
}

/** Whether a text of one repeated character leads from a loop that takes it to another one, or back by another way. */
function isSharedByLoops(positions: readonly Position<Characters>[]): boolean {
  const cycles = new Map(positions.map((position) => [position, cycleOf(position)]));
  const cycleAt = (position: Position<Characters>): Characters => cycles.get(position) ?? 0n;
  return positions.some(
    (start) =>
      cycleAt(start) !== 0n &&
      [...reachedFrom(start, cycleAt(start), false)].some(([end, read]) => (read & cycleAt(end)) !== 0n),
  );
}

/** The characters that, repeated, lead from a position back to it. */
const cycleOf = (position: Position<Characters>): Characters =>
  (position.loop !== undefined && reachedFrom(position, position.characters, true).get(position)) || 0n;

/** The positions that each of some characters leads to when it is repeated, with those characters. */
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
