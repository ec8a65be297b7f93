import type { JsonValue } from '../../model/model.js';
import type { Type } from '../../model/types.js';
import { compareConstraints } from './constraints.js';
import type { Comparison, Role } from './context.js';
import { fromTo, side, sideOf, type Finding } from './finding.js';

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
  if (isWider(before, after)) {
    for (const direction of role.directions) yield { rule: `${direction}-number-widened`, ...change };
    yield* compareConstraints(id, before, after, role);
  } else if (isOther(before, after, comparison)) {
    yield { rule: 'type-changed', ...change };
  } else {
    yield* compareConstraints(id, before, after, role);
    yield* compareWithin(id, before, after, role, comparison);
  }
}

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
  }
}

const nameOf = (type: Type): JsonValue => (type.kind === 'reference' ? type.target : type.kind);

const isOther = (before: Type, after: Type, { newShapeName }: Comparison): boolean =>
  before.kind !== after.kind ||
  (before.kind === 'reference' && after.kind === 'reference' && newShapeName(before.target) !== after.target);

/** Whether every number of the old type is one of the new type, written the same way. */
const isWider = (before: Type, after: Type): boolean =>
  (before.kind === 'integer' && after.kind === 'long') ||
  (before.kind === 'float' && after.kind === 'double');
