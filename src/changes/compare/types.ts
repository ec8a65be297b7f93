import type { JsonValue } from '../../model/model.js';
import type { ScalarType, Type } from '../../model/types.js';
import type { RuleId } from '../rules.js';
import { compareConstraints } from './constraints.js';
import type { Comparison, Direction, Role } from './context.js';
import { fromTo, side, sideOf, type Finding } from './finding.js';
import { compareValueNames } from './value-names.js';
import { compareVariants } from './variants.js';

/** What changed in a type and in the types that it holds; `id` is that of the member, element, key or value. */
export function* compareTypes(
  id: string,
  before: Type,
  after: Type,
  role: Role,
  comparison: Comparison,
): Generator<Finding> {
  const sides = { before: side(nameOf(before), before), after: side(nameOf(after), after) };
  const change = {
    fact: `${id}.type`,
    ...sides,
    detail: fromTo(nameOf(before), nameOf(after)),
    unused: role.unused,
  };
  yield* compareNull(id, before, after, role);
  const variants = compareVariants(id, before, after, role, comparison);
  if (variants) {
    yield* variants.findings;
    for (const { id: own, old, now } of variants.same) yield* compareTypes(own, old, now, role, comparison);
  } else if (isWider(before, after)) {
    for (const direction of role.directions) yield { rule: `${direction}-number-widened`, ...change };
    yield* compareConstraints(id, before, after, role);
  } else if (isStated(before, after)) {
    yield { rule: 'type-stated', ...change };
  } else if (isOther(before, after, comparison)) {
    yield { rule: 'type-changed', ...change };
  } else {
    yield* compareConstraints(id, before, after, role);
    yield* compareValueNames(id, before, after, role);
    yield* compareWithin(id, before, after, role, comparison);
  }
}

function* compareNull(
  id: string,
  { nullable: old }: Type,
  { nullable: now }: Type,
  { directions, unused }: Role,
): Generator<Finding> {
  if ((old !== undefined) === (now !== undefined)) return;
  for (const direction of directions) {
    const rule: RuleId = `${direction}-nullable-${now ? 'added' : 'removed'}`;
    yield { rule, fact: `${id}.nullable`, before: sideOf(old), after: sideOf(now), unused };
  }
}

/** Of what the type is, one side says nothing. */
const isStated = (before: Type, after: Type): boolean =>
  (before.kind === 'unknown') !== (after.kind === 'unknown');

function* compareWithin(
  id: string,
  before: Type,
  after: Type,
  role: Role,
  comparison: Comparison,
): Generator<Finding> {
  if (before.kind === 'list' && after.kind === 'list') {
    yield* compareTypes(`${id}.element`, before.element, after.element, role, comparison);
  } else if (before.kind === 'map' && after.kind === 'map') {
    yield* compareTypes(`${id}.key`, before.key, after.key, role, comparison);
    yield* compareTypes(`${id}.value`, before.value, after.value, role, comparison);
  } else if (before.kind === 'timestamp' && after.kind === 'timestamp') {
    const [old, now] = [before.format, after.format];
    if (old?.value === now?.value) return;
    const detail = fromTo(old?.value, now?.value);
    yield {
      rule: 'timestamp-format-changed',
      fact: `${id}.format`,
      before: sideOf(old),
      after: sideOf(now),
      detail,
    };
  } else if (before.kind === 'string' && after.kind === 'string') {
    yield* compareFormat(`${id}.format`, before.format, after.format, role);
  }
}

function* compareFormat(
  fact: string,
  old: ScalarType['format'],
  now: ScalarType['format'],
  { directions, unused }: Role,
): Generator<Finding> {
  if (old?.value === now?.value) return;
  const sides = { before: sideOf(old), after: sideOf(now), detail: fromTo(old?.value, now?.value) };
  for (const direction of directions)
    yield { rule: ruleOfFormat(direction, old, now), fact, ...sides, unused };
}

function ruleOfFormat(direction: Direction, old: ScalarType['format'], now: ScalarType['format']): RuleId {
  if (!old) return `${direction}-format-added`;
  return direction === 'input' && !now ? 'input-format-removed' : `${direction}-format-changed`;
}

const nameOf = (type: Type): JsonValue => (type.kind === 'reference' ? type.target : type.kind);

const isOther = (before: Type, after: Type, { newShapeName }: Comparison): boolean =>
  before.kind !== after.kind ||
  (before.kind === 'reference' && after.kind === 'reference' && newShapeName(before.target) !== after.target);

/** Whether every number of the old type is one of the new type, written the same way. */
const isWider = (before: Type, after: Type): boolean =>
  (before.kind === 'integer' && after.kind === 'long') ||
  (before.kind === 'float' && after.kind === 'double');
