import { identifier, isIdentifierName } from '../../render/identifiers.js';
import { typesWithin } from '../../ir/walk.js';
import type { Member, Service } from '../../ir/model.js';
import type { ValuesConstraint } from '../../ir/types.js';
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

/** Equal lists of values at members of one name. */
interface Group {
  readonly member: string;
  readonly owners: Owner[];
  readonly constraints: ValuesConstraint[];
}

interface Owner {
  readonly name: string;
  readonly isShape: boolean;
}

/** Member names that tell little without their owner's. */
const vague = new Set(
  (
    'action actions category code format key kind level method mode name operator order protocol reason resource ' +
    'result scope source state states status target type types unit value values'
  ).split(' '),
);

/** Every list of allowed strings of a service, grouped. */
function groupValues(service: Service): readonly Group[] {
  const groups = new Map<string, Group>();
  for (const [owner, member] of ownedMembers(service)) {
    for (const constraint of stringValues(member)) {
      const id = JSON.stringify([member.name, [...new Set(constraint.values)].sort()]);
      const group = groups.get(id) ?? { member: member.name, owners: [], constraints: [] };
      group.owners.push(owner);
      group.constraints.push(constraint);
      groups.set(id, group);
    }
  }
  return [...groups.values()];
}

function* ownedMembers(service: Service): Generator<readonly [Owner, Member]> {
  for (const shape of [...service.shapes, ...service.errors]) {
    for (const member of shape.members) yield [{ name: shape.name, isShape: true }, member];
  }
  for (const { name, input, output } of service.operations) {
    for (const member of [...input, ...output]) yield [{ name, isShape: false }, member];
  }
}

function stringValues(member: Member): readonly ValuesConstraint[] {
  const strings = typesWithin(member.type).filter((type) => type.kind === 'string');
  return strings.flatMap((type) => type.constraints.filter((constraint) => constraint.kind === 'values'));
}

/** The more places, the earlier; then by the member's name and the first owner's. */
const precedence = (one: Group, other: Group): number =>
  other.owners.length - one.owners.length ||
  compare(one.member, other.member) ||
  compare(one.owners[0]?.name ?? '', other.owners[0]?.name ?? '');

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

function nameGroup(group: Group, scope: Scope): string {
  const own = identifier(group.member, 'pascal');
  const owner = identifier(group.owners[0]?.name ?? '', 'pascal');
  const qualified = own.startsWith(owner) ? own : `${owner}${own}`;
  const short = vague.has(group.member.toLowerCase()) ? qualified : own;
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

/** Names the lists of allowed values: by their member, by owner and member where that is vague or taken. */
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
    const names = { type: nameGroup(group, scope), entries: nameEntries(group.constraints[0]?.values ?? []) };
    for (const constraint of group.constraints) byConstraint.set(constraint, names);
    all.push(names);
  }
  return { byConstraint, all: all.sort((one, other) => compare(one.type, other.type)) };
}
