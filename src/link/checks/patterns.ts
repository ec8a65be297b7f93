import type { Report } from '../../diagnostics/report.js';
import type { PatternConstraint, Type } from '../../model/types.js';
import { typesWithin } from '../../model/walk.js';
import { findBacktracking, type Backtracking } from '../../patterns/backtracking.js';
import type { Expression } from '../../patterns/expression.js';
import { isFoundEverywhere } from '../../patterns/simplify.js';
import { isTranslated, translatePattern } from '../../patterns/translate.js';
import type { PlacedMember } from './check-members.js';

/** On texts up to this length even a pattern whose time grows faster than the length is quick enough. */
const shortText = 1000;

/** One pattern with the first place that states it. */
interface Stated {
  readonly constraint: PatternConstraint;
  /** The greatest length allowed at any place that has the pattern. */
  readonly maxLength: number;
}

/** How an expression can take too long; undefined where it cannot. */
export type FindBacktracking = (expression: Expression) => Promise<Backtracking | undefined>;

/** Reports the patterns of members that JavaScript cannot test, that take too long or that every text satisfies. */
export async function checkPatterns(
  members: readonly PlacedMember[],
  report: Report,
  find: FindBacktracking = findBacktracking,
): Promise<void> {
  for (const { constraint, maxLength } of statedPatterns(members)) {
    const { pattern, source } = constraint;
    const translation = translatePattern(pattern);
    if (!isTranslated(translation)) {
      report('pattern-untranslatable', { pattern, problem: translation.problem }, source);
      continue;
    }
    if (isFoundEverywhere(translation)) {
      if (!isMeantForAll(translation)) report('pattern-finds-everywhere', { pattern }, source);
      continue;
    }
    const found = await find(translation);
    if (found?.growth === 'exponential')
      report('pattern-backtracking', { pattern, part: found.part }, source);
    else if (found && maxLength > shortText) report('pattern-slow', { pattern, part: found.part }, source);
  }
}

/** Characters of every kind, all of which a pattern that means any text, such as `.*`, matches. */
const samples = ['\0', 'a', '0', ' ', '~', 'é', '\u{1f600}'];

/** Whether the pattern matches any text as a whole, too. */
function isMeantForAll({ source, flags }: Expression): boolean {
  const whole = new RegExp(`^(?:${source})$`, flags);
  return samples.every((sample) => whole.test(sample));
}

/** Every pattern once, in the order of the model. */
function statedPatterns(members: readonly PlacedMember[]): readonly Stated[] {
  const stated = new Map<string, Stated>();
  for (const type of members.flatMap(({ member }) => typesWithin(member.type))) {
    for (const constraint of type.constraints) {
      if (constraint.kind !== 'pattern') continue;
      const before = stated.get(constraint.pattern);
      const maxLength = Math.max(before?.maxLength ?? 0, maxLengthOf(type));
      stated.set(constraint.pattern, { constraint: before?.constraint ?? constraint, maxLength });
    }
  }
  return [...stated.values()];
}

function maxLengthOf(type: Type): number {
  const length = type.constraints.find(({ kind }) => kind === 'length');
  return (length?.kind === 'length' ? length.max : undefined) ?? Infinity;
}
