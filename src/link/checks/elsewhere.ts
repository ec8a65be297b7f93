import type { Report } from '../../diagnostics/report.js';
import type { Member } from '../../model/model.js';
import type { Type, ValuesConstraint } from '../../model/types.js';
import { foldType, referencesOf } from '../../model/walk.js';
import { groupBy } from '../../base/group-by.js';
import type { PlacedMember } from './check-members.js';

/**
 * Holds members of the same name against each other: where nearly all of a service say one type and a single one says
 * another, or where sets of valid values overlap and are not the same, one of the pages is likely behind.
 */
export function checkElsewhere(members: readonly PlacedMember[], report: Report): void {
  const byName = groupBy(members, ({ member }) => member.name);
  for (const group of byName.values()) {
    if (group.length < 2) continue;
    checkTypes(group, report);
    checkValues(group, report);
  }
}

/** So many members have to agree before the one that differs is reported. */
const MAJORITY = 3;

function checkTypes(group: readonly PlacedMember[], report: Report): void {
  const stated = group.filter(({ member }) => member.type.known === 'stated' && isPlain(member.type));
  const byType = [...groupBy(stated, ({ member }) => signature(member.type))].sort(
    ([, a], [, b]) => b.length - a.length,
  );
  const [[type, most] = [], ...others] = byType;
  const first = most?.[0];
  if (type === undefined || !first || (most?.length ?? 0) < MAJORITY) return;
  for (const [other, placed] of others) {
    const [only] = placed;
    if (placed.length > 1 || !only) continue;
    report(
      'type-differs-elsewhere',
      { member: nameOf(only), type: other, usual: type },
      only.member.type.source,
      [{ message: `${type} here`, source: first.member.type.source }],
    );
  }
}

/** Structures of other names are no contradiction: an input and an output often have one each. */
const isPlain = (type: Type): boolean => referencesOf(type).length === 0;

const nameOf = ({ container, member }: PlacedMember): string => `${container}.${member.name}`;

const signature = (type: Type): string =>
  foldType<string>(type, {
    scalar: ({ kind }) => kind,
    timestamp: () => 'timestamp',
    list: (_list, element) => `list of ${element}`,
    map: (_map, key, value) => `map of ${key} to ${value}`,
    reference: ({ target }) => target,
    oneOf: (_oneOf, variants) => variants.join(' or '),
  });

function checkValues(group: readonly PlacedMember[], report: Report): void {
  const placed = group.flatMap((one) => {
    const values = valuesOf(one.member);
    return values ? [{ ...one, values, key: [...values.values].sort().join('|') }] : [];
  });
  const sets = [...groupBy(placed, ({ key }) => key).values()].sort((a, b) => b.length - a.length);
  const usual = sets[0]?.[0];
  for (const [other] of sets.slice(1)) {
    if (!usual || !other || !overlap(usual.values.values, other.values.values)) continue;
    report(
      'values-differ-elsewhere',
      {
        member: nameOf(other),
        missing: usual.values.values.filter((value) => !other.values.values.includes(value)).map(String),
        added: other.values.values.filter((value) => !usual.values.values.includes(value)).map(String),
      },
      other.values.source,
      [{ message: `the values of ${nameOf(usual)}`, source: usual.values.source }],
    );
  }
}

const valuesOf = ({ type }: Member): ValuesConstraint | undefined =>
  type.constraints.find((constraint): constraint is ValuesConstraint => constraint.kind === 'values');

/** At least half of all values are in both sets. */
function overlap(a: ValuesConstraint['values'], b: ValuesConstraint['values']): boolean {
  const common = a.filter((value) => b.includes(value)).length;
  return common * 2 >= new Set([...a, ...b]).size;
}
