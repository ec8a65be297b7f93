import { compareTexts } from '../../base/compare.js';
import { groupBy } from '../../base/group-by.js';
import { identifier, isIdentifierName } from '../../render/identifiers.js';
import { membersOfOperation, typesWithin } from '../../model/walk.js';
import type { Member, Service } from '../../model/model.js';
import type { ValuesConstraint } from '../../model/types.js';
import type { Scope } from './scope.js';

/** One allowed value and its key in the const object. */
export interface ValueName {
  readonly key: string;
  readonly value: string;
}

/** Allowed values with the name of their const object and type, such as `FunctionState`. */
export interface ValuesNames {
  readonly type: string;
  readonly entries: readonly ValueName[];
}

/** A list of values as one member has it. */
interface Use {
  /** What such a value is called at its member: `Runtime`, also for a member `Runtimes` that holds a list of them. */
  readonly name: string;
  readonly owner: string;
  readonly constraint: ValuesConstraint;
}

/** Uses of equal lists that go by one name. */
interface Group {
  readonly name: string;
  readonly uses: readonly Use[];
}

/** Names that tell little without their owner's. */
const vague = new Set(
  (
    'action category code format key kind level method mode name operator order protocol reason resource result ' +
    'role scope source state status target type unit value'
  ).split(' '),
);

const isVague = (name: string): boolean => vague.has(name.toLowerCase());

const singular = (name: string): string =>
  name.replace(/ies$/u, 'y').replace(/(?<=(?:ss|x|ch|sh))es$|(?<![suiSUI])s$/u, '');

function* usesOf(service: Service): Generator<Use> {
  for (const [owner, member] of ownedMembers(service)) {
    for (const type of typesWithin(member.type)) {
      const constraint =
        type.kind === 'string' ? type.constraints.find(({ kind }) => kind === 'values') : undefined;
      if (constraint?.kind !== 'values') continue;
      const name = identifier(member.name, 'pascal');
      yield { name: type === member.type ? name : singular(name), owner, constraint };
    }
  }
}

/** Shapes before operations, so that their names are taken where both have a list. */
function* ownedMembers(service: Service): Generator<readonly [string, Member]> {
  for (const { name, members } of [...service.shapes, ...service.errors]) {
    for (const member of members) yield [name, member];
  }
  for (const operation of service.operations) {
    for (const member of membersOfOperation(operation)) yield [operation.name, member];
  }
}

/**
 * Of uses of equal lists, those that go by one name. `CompatibleRuntime` goes by `Runtime` where a member of that name
 * has the same values.
 */
function groupByName(uses: readonly Use[]): readonly Group[] {
  const names = [...new Set(uses.map(({ name }) => name))].sort((one, other) => one.length - other.length);
  const leaders = new Map<string, string>();
  for (const name of names) {
    const shorter = [...new Set(leaders.values())].find((short) => name.endsWith(short) && !isVague(short));
    leaders.set(name, shorter ?? name);
  }
  const groups = groupBy(uses, ({ name }) => leaders.get(name) ?? name);
  return [...groups].map(([name, found]) => ({ name, uses: found }));
}

function groupValues(service: Service): readonly Group[] {
  const equal = groupBy(usesOf(service), ({ constraint }) =>
    JSON.stringify([...new Set(constraint.values)].sort()),
  );
  return [...equal.values()].flatMap(groupByName);
}

/** The more uses, the earlier; then by name and first owner. */
const precedence = (one: Group, other: Group): number =>
  other.uses.length - one.uses.length ||
  compareTexts(one.name, other.name) ||
  compareTexts(one.uses[0]?.owner ?? '', other.uses[0]?.owner ?? '');

function nameGroup({ name, uses }: Group, scope: Scope): string {
  const owner = identifier(uses[0]?.owner ?? '', 'pascal');
  const qualified = name.startsWith(owner) ? name : `${owner}${name}`;
  const short = isVague(name) ? qualified : name;
  return scope.claim(scope.isFree(short) ? short : qualified, 'Value');
}

/** `nodejs18.x` gives `nodejs18_x`; where two values would get one key, the one that is no identifier keeps its text. */
function nameEntries(values: readonly string[]): readonly ValueName[] {
  const distinct = [...new Set(values)];
  const taken = new Set(distinct.filter(isIdentifierName));
  return distinct.map((value) => {
    const key = isIdentifierName(value) ? value : keyFor(value);
    if (key === value || taken.has(key)) return { key: value, value };
    taken.add(key);
    return { key, value };
  });
}

function keyFor(value: string): string {
  const joined = (value.match(/[\p{ID_Continue}$]+/gu) ?? ['empty']).join('_');
  return isIdentifierName(joined) ? joined : `_${joined}`;
}

/** Names the lists of allowed values: by their members, by owner and member where that is vague or taken. */
export function nameValues(
  service: Service,
  scope: Scope,
): {
  readonly byConstraint: ReadonlyMap<ValuesConstraint, ValuesNames>;
  readonly all: readonly ValuesNames[];
} {
  const byConstraint = new Map<ValuesConstraint, ValuesNames>();
  const all: ValuesNames[] = [];
  for (const group of [...groupValues(service)].sort(precedence)) {
    const names = {
      type: nameGroup(group, scope),
      entries: nameEntries(group.uses[0]?.constraint.values.map(String) ?? []),
    };
    for (const { constraint } of group.uses) byConstraint.set(constraint, names);
    all.push(names);
  }
  return { byConstraint, all: all.sort((one, other) => compareTexts(one.type, other.type)) };
}
