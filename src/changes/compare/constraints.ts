import type { Provenance } from '../../model/provenance.js';
import type { Constraint, Type } from '../../model/types.js';
import type { ChangeSide } from '../change.js';
import type { RuleId } from '../rules.js';
import type { Direction, Role } from './context.js';
import { fromTo, side, type Finding } from './finding.js';

const BOUNDS = ['length', 'range', 'count'] as const;
const ENDS = ['min', 'max'] as const;

/** What changed in what values of one type must satisfy; `id` is that of the type's facts. */
export function* compareConstraints(id: string, before: Type, after: Type, role: Role): Generator<Finding> {
  for (const direction of role.directions) {
    for (const finding of inDirection(id, before.constraints, after.constraints, direction, role)) {
      yield role.unused ? { ...finding, unused: true } : finding;
    }
  }
}

function* inDirection(
  id: string,
  before: readonly Constraint[],
  after: readonly Constraint[],
  direction: Direction,
  role: Role,
): Generator<Finding> {
  for (const kind of BOUNDS) {
    for (const end of ENDS) {
      const [old, now] = [boundOf(before, kind, end), boundOf(after, kind, end)];
      const rule = ruleOfBound(kind, end, old, now, direction);
      if (rule) yield changed(rule, `${id}.${kind}.${end}`, old, now);
    }
  }
  const [old, now] = [patternOf(before), patternOf(after)];
  if (old?.value !== now?.value) yield changed(ruleOfPattern(old, now, direction), `${id}.pattern`, old, now);
  yield* compareValues(`${id}.values`, valuesOf(before), valuesOf(after), direction, role);
}

const changed = (
  rule: RuleId,
  fact: string,
  before: ChangeSide | undefined,
  after: ChangeSide | undefined,
): Finding => ({ rule, fact, before, after, detail: fromTo(before?.value, after?.value) });

type Bound = ChangeSide & { readonly value: number };

/** The bound that counts where several of a kind are stated: the tightest. */
function boundOf(
  constraints: readonly Constraint[],
  kind: (typeof BOUNDS)[number],
  end: (typeof ENDS)[number],
): Bound | undefined {
  const bounds = constraints.flatMap((one): readonly Bound[] => {
    if (one.kind !== kind) return [];
    const value = one[end];
    return value === undefined ? [] : [{ ...side(value, one), value }];
  });
  return bounds.reduce<Bound | undefined>(
    (one, other) => (one && !isTighter(end, one.value, other.value) ? one : other),
    undefined,
  );
}

const isTighter = (end: 'min' | 'max', before: number, after: number): boolean =>
  end === 'min' ? after > before : after < before;

function ruleOfBound(
  kind: (typeof BOUNDS)[number],
  end: 'min' | 'max',
  before: Bound | undefined,
  after: Bound | undefined,
  direction: Direction,
): RuleId | undefined {
  if (before?.value === after?.value) return undefined;
  const isVoid = (bound: Bound | undefined) =>
    !bound || (kind !== 'range' && end === 'min' && bound.value <= 0);
  if (isVoid(before) && isVoid(after)) return 'bound-void';
  const tightens =
    isVoid(before) || (before && after && !isVoid(after) && isTighter(end, before.value, after.value));
  if (!tightens) return `${direction}-bound-relaxed`;
  if (direction === 'output') return 'output-bound-tightened';
  return isVoid(before) ? 'input-bound-set' : 'input-bound-tightened';
}

/** The patterns as one text, as a value must match them all, in whatever order they are stated. */
function patternOf(constraints: readonly Constraint[]): ChangeSide | undefined {
  const patterns = constraints.flatMap((one) => (one.kind === 'pattern' ? [one] : []));
  const [first] = patterns;
  const text = patterns.map(({ pattern }) => pattern).sort();
  return first && side(text.join('\n'), first);
}

function ruleOfPattern(
  before: ChangeSide | undefined,
  after: ChangeSide | undefined,
  direction: Direction,
): RuleId {
  if (!before) return `${direction}-pattern-added`;
  if (direction === 'output') return 'output-pattern-changed';
  return after ? 'input-pattern-changed' : 'input-pattern-removed';
}

interface Values {
  readonly values: readonly (string | number)[];
  readonly from: Provenance;
}

function valuesOf(constraints: readonly Constraint[]): Values | undefined {
  const stated = constraints.flatMap((one) => (one.kind === 'values' ? [one] : []));
  const [first] = stated;
  return first && { values: first.values, from: first };
}

function* compareValues(
  fact: string,
  old: Values | undefined,
  now: Values | undefined,
  direction: Direction,
  { closed }: Role,
): Generator<Finding> {
  const before = old && side(old.values, old.from);
  const after = now && side(now.values, now.from);
  if (!old || !now) {
    if (now) yield { rule: `${direction}-values-set`, fact, after, detail: now.values.join(', ') };
    if (old) yield { rule: `${direction}-values-lifted`, fact, before, detail: old.values.join(', ') };
    return;
  }
  const added = now.values.filter((value) => !old.values.includes(value));
  const removed = old.values.filter((value) => !now.values.includes(value));
  const ruleOfAdded: RuleId =
    direction === 'output' ? 'output-value-added' : closed ? 'input-value-added' : 'input-value-added-open';
  if (added.length > 0) yield { rule: ruleOfAdded, fact, before, after, detail: added.join(', ') };
  if (removed.length > 0)
    yield { rule: `${direction}-value-removed`, fact, before, after, detail: removed.join(', ') };
}
