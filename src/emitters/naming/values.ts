import { compareTexts } from '../../base/compare.js';
import { groupBy } from '../../base/group-by.js';
import { identifier, isIdentifierName } from '../../render/identifiers.js';
import { membersOfOperation, typesWithin } from '../../model/walk.js';
import type { Member, Service } from '../../model/model.js';
import type { Type, ValueDetails, ValuesConstraint } from '../../model/types.js';
import type { Scope } from './scope.js';

/** One allowed value and its key in the const object. */
export interface ValueName {
  readonly key: string;
  readonly value: string | number;
  /** What the pages say of it, as Markdown. */
  readonly description?: string;
}

/** Allowed values with the name of their const object and type, such as `FunctionState`. */
export interface ValuesNames {
  readonly type: string;
  readonly kind: 'string' | 'number';
  /** The values are bits, and any sum of them is allowed. */
  readonly flags: boolean;
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
  /** The name is the pages' own. */
  readonly isNamed?: true;
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
      const constraint = namedValuesOf(type);
      if (!constraint) continue;
      const name = identifier(member.name.replaceAll('_', ' '), 'pascal');
      yield { name: type === member.type ? name : singular(name), owner, constraint };
    }
  }
}

const isWhole = ({ kind }: Type): boolean => kind === 'integer' || kind === 'long';

/** The values of a type that get a const object: those of strings, and numbers of which pages say what they stand for. */
function namedValuesOf(type: Type): ValuesConstraint | undefined {
  if (type.kind !== 'string' && !isWhole(type)) return undefined;
  const constraint = type.constraints.find(({ kind }) => kind === 'values');
  if (constraint?.kind !== 'values') return undefined;
  if (type.kind === 'string') return constraint;
  const { values, name, details } = constraint;
  return values.every(Number.isFinite) && (name !== undefined || details) ? constraint : undefined;
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
  const equal = groupBy(usesOf(service), ({ constraint: { values, details, name, flags } }) =>
    JSON.stringify([[...new Set(values)].sort(), name, flags, namesIn(details)]),
  );
  return [...equal.values()].flatMap(groupOf);
}

const namesIn = (details: ValuesConstraint['details'] = {}): readonly string[] =>
  Object.entries(details)
    .flatMap(([value, { name }]) => (name === undefined ? [] : `${value} ${name}`))
    .sort();

/** Values that have a name of their own go by it, wherever they are used. */
function groupOf(uses: readonly Use[]): readonly Group[] {
  const name = uses[0]?.constraint.name;
  return name === undefined ? groupByName(uses) : [{ name: identifier(name, 'pascal'), uses, isNamed: true }];
}

/** The more uses, the earlier; then by name and first owner. */
const precedence = (one: Group, other: Group): number =>
  other.uses.length - one.uses.length ||
  compareTexts(one.name, other.name) ||
  compareTexts(one.uses[0]?.owner ?? '', other.uses[0]?.owner ?? '');

function nameGroup({ name, uses, isNamed }: Group, scope: Scope): string {
  if (isNamed) return scope.claim(name, 'Value');
  const owner = identifier(uses[0]?.owner ?? '', 'pascal');
  const qualified = name.startsWith(owner) ? name : `${owner}${name}`;
  const short = isVague(name) ? qualified : name;
  return scope.claim(scope.isFree(short) ? short : qualified, 'Value');
}

/**
 * The keys are the names that pages give, else made of the values: `nodejs18.x` gives `nodejs18_x`. Where two would be the
 * same, the one that is no identifier keeps its text.
 */
function nameEntries({ values, details = {} }: ValuesConstraint): readonly ValueName[] {
  const distinct = [...new Set(values)].map((value) => ({ value, ...detailsOf(details, String(value)) }));
  const wishes = distinct.map(({ value, name }) => name ?? String(value));
  const taken = new Set(wishes.filter(isIdentifierName));
  return distinct.map(({ value, description }, at) => {
    const entry = { value, ...(description !== undefined && { description }) };
    return {
      ...entry,
      key: entryKey(wishes[at] ?? '', wishes.indexOf(wishes[at] ?? '') === at, entry.value, taken),
    };
  });
}

const detailsOf = (details: NonNullable<ValuesConstraint['details']>, value: string): ValueDetails =>
  Object.hasOwn(details, value) ? (details[value] ?? {}) : {};

/** Two values of one name are told apart by the values. */
function entryKey(wish: string, isFirst: boolean, value: string | number, taken: Set<string>): string {
  const text = isFirst ? wish : `${wish} ${String(value)}`;
  if (isIdentifierName(text)) return text;
  const key = keyFor(text);
  if (taken.has(key)) return text;
  taken.add(key);
  return key;
}

function keyFor(value: string): string {
  const joined = (value.match(/[\p{ID_Continue}$]+/gu) ?? ['empty']).join('_');
  return isIdentifierName(joined) ? joined : `_${joined}`;
}

const namesOf = (type: string, constraint: ValuesConstraint): ValuesNames => ({
  type,
  kind: typeof constraint.values[0] === 'number' ? 'number' : 'string',
  flags: constraint.flags === true,
  entries: nameEntries(constraint),
});

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
    const first = group.uses.find(({ constraint }) => constraint.details) ?? group.uses[0];
    if (!first) continue;
    const names = namesOf(nameGroup(group, scope), first.constraint);
    for (const { constraint } of group.uses) byConstraint.set(constraint, names);
    all.push(names);
  }
  return { byConstraint, all: all.sort((one, other) => compareTexts(one.type, other.type)) };
}
