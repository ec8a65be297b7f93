import type { Report } from '../diagnostics/report.js';
import type { Member, Service } from '../model/model.js';
import type { PatternConstraint, Type } from '../model/types.js';
import { typesWithin } from '../model/walk.js';
import { findBacktracking } from './backtracking.js';
import { isTranslated, translatePattern, type Translation } from './translate.js';
import { isFoundEverywhere } from './universal.js';

/** Texts up to this length are short enough for a pattern whose time grows faster than they do. */
const shortText = 1000;

/** One pattern with the first place that states it. */
interface Stated {
  readonly constraint: PatternConstraint;
  /** The greatest length allowed at any place that has the pattern. */
  readonly maxLength: number;
}

/** Reports the patterns of a service that JavaScript cannot test, that take too long or that hold of every text. */
export async function checkPatterns(service: Service, report: Report): Promise<void> {
  for (const { constraint, maxLength } of statedPatterns(service)) {
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
    const found = await findBacktracking(translation);
    if (found?.growth === 'exponential')
      report('pattern-backtracking', { pattern, part: found.part }, source);
    else if (found && maxLength > shortText) report('pattern-slow', { pattern, part: found.part }, source);
  }
}

/** Characters of every kind that a pattern for anything at all, such as `.*`, has to match. */
const samples = ['\0', 'a', '0', ' ', '~', 'é', '\u{1f600}'];

/** Whether the pattern would hold of any text as a whole, too. */
function isMeantForAll({ source, flags }: Translation): boolean {
  const whole = new RegExp(`^(?:${source})$`, flags);
  return samples.every((sample) => whole.test(sample));
}

/** Every pattern of a service, once, in the order of the model. */
function statedPatterns(service: Service): readonly Stated[] {
  const stated = new Map<string, Stated>();
  for (const type of membersOf(service).flatMap((member) => typesWithin(member.type))) {
    for (const constraint of type.constraints) {
      if (constraint.kind !== 'pattern') continue;
      const before = stated.get(constraint.pattern);
      const maxLength = Math.max(before?.maxLength ?? 0, maxLengthOf(type));
      stated.set(constraint.pattern, { constraint: before?.constraint ?? constraint, maxLength });
    }
  }
  return [...stated.values()];
}

const membersOf = (service: Service): readonly Member[] => [
  ...service.operations.flatMap(({ input, output }) => [...input, ...output]),
  ...service.shapes.flatMap(({ members }) => members),
  ...service.errors.flatMap(({ members }) => members),
];

function maxLengthOf(type: Type): number {
  const length = type.constraints.find(({ kind }) => kind === 'length');
  return (length?.kind === 'length' ? length.max : undefined) ?? Infinity;
}
