import type { Type, ValuesConstraint } from '../../model/types.js';
import type { Role } from './context.js';
import { fromTo, side, type Finding } from './finding.js';
import { compareText } from './prose.js';

/** What changed in what values are called, what they mean, and whether they are bits. */
export function* compareValueNames(id: string, before: Type, after: Type, role: Role): Generator<Finding> {
  const [old, now] = [valuesOf(before), valuesOf(after)];
  if (!old || !now) return;
  const fact = `${id}.values`;
  const isChanged = (old.flags ?? false) !== (now.flags ?? false);
  if (isChanged) {
    const sides = { before: side(old.values, old), after: side(now.values, now) };
    yield { rule: now.flags ? 'flags-added' : 'flags-removed', fact, ...sides, unused: role.unused };
  }
  if (old.name !== now.name) {
    const sides = {
      ...(old.name !== undefined && { before: side(old.name, old) }),
      ...(now.name !== undefined && { after: side(now.name, now) }),
    };
    yield { rule: 'values-renamed', fact: `${fact}.name`, ...sides, detail: fromTo(old.name, now.name) };
  }
  for (const value of new Set(now.values.filter((one) => old.values.includes(one)))) {
    yield* compareValue(fact, String(value), old, now);
  }
}

function* compareValue(
  fact: string,
  value: string,
  old: ValuesConstraint,
  now: ValuesConstraint,
): Generator<Finding> {
  const [was, is] = [old.details?.[value], now.details?.[value]];
  const id = `${fact}.${value}`;
  if (was?.name !== is?.name) {
    const sides = {
      ...(was?.name !== undefined && { before: side(was.name, old) }),
      ...(is?.name !== undefined && { after: side(is.name, now) }),
    };
    yield { rule: 'value-renamed', fact: `${id}.name`, ...sides, detail: fromTo(was?.name, is?.name) };
  }
  yield* compareText(
    `${id}.description`,
    { text: was?.description, from: old },
    { text: is?.description, from: now },
  );
}

const valuesOf = ({ constraints }: Type): ValuesConstraint | undefined =>
  constraints.find((one): one is ValuesConstraint => one.kind === 'values');
