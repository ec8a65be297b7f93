import { once } from '../../base/memoise.js';
import type { Member, Operation, Service, Shape } from '../../model/model.js';
import type { Type } from '../../model/types.js';
import { foldType, outputOf, referencesOf } from '../../model/walk.js';
import type { Comparison } from './context.js';
import { dice, matchBest, nameSimilarity, textSimilarity, type Match } from './similarity.js';

/** What is on both sides, by the same or by another name, and what is on one side only. */
export interface Paired<T> {
  readonly pairs: readonly (Omit<Match<T>, 'certainty'> & { readonly certainty?: number })[];
  readonly removed: readonly T[];
  readonly added: readonly T[];
}

/** How alike two things of different names must be to be taken for one. */
const limits = { operation: 0.8, shape: 0.8, member: 0.8 } as const;

/** Pairs things by name; what is left, by likeness. */
function pair<T extends { readonly name: string }>(
  before: readonly T[],
  after: readonly T[],
  likeness: (old: T, now: T) => number,
  limit: number,
): Paired<T> {
  const news = new Map(after.map((now) => [now.name, now]));
  const olds = new Set(before.map(({ name }) => name));
  const same = before.flatMap((old) => {
    const now = news.get(old.name);
    return now ? [{ old, now }] : [];
  });
  const gone = before.filter(({ name }) => !news.has(name));
  const fresh = after.filter(({ name }) => !olds.has(name));
  const renamed = matchBest(gone, fresh, likeness, limit);
  return {
    pairs: [...same, ...renamed],
    removed: gone.filter((old) => !renamed.some((one) => one.old === old)),
    added: fresh.filter((now) => !renamed.some((one) => one.now === now)),
  };
}

/** A type on one line without its constraints, by new names of shapes. */
export const typeText = (type: Type, newShapeName: (old: string) => string): string =>
  foldType<string>(type, {
    scalar: ({ kind }) => kind,
    timestamp: () => 'timestamp',
    list: (_, element) => `list<${element}>`,
    map: (_, key, value) => `map<${key}, ${value}>`,
    reference: ({ target }) => newShapeName(target),
    oneOf: (_, variants) => variants.join(' | '),
  });

const same = (name: string): string => name;

/** Members of one container: the same where they are called the same on the wire, or are alike in all but the name. */
export function pairMembers(
  before: readonly Member[],
  after: readonly Member[],
  { newShapeName }: Comparison,
): Paired<Member> {
  const likeness = (old: Member, now: Member): number => {
    if (typeText(old.type, newShapeName) !== typeText(now.type, same)) return 0;
    if (old.location.value !== now.location.value) return 0;
    if (old.wireName === now.wireName && old.location.value !== 'payload') return 1;
    if (now.aliases?.includes(old.wireName)) return 1;
    const names = nameSimilarity(old.name, now.name);
    if (names === 1) return 1;
    const texts = textSimilarity(old.description ?? '', now.description ?? '');
    return old.description === undefined || now.description === undefined
      ? 0.5 + names * 0.4
      : 0.2 + names * 0.4 + texts * 0.4;
  };
  return pair(before, after, likeness, limits.member);
}

/** Shapes: the same where their members are, above all where they are used in the same places. */
export function pairShapes(before: Service, after: Service): Paired<Shape> {
  const uses = once(() => [usesOf(before), usesOf(after)] as const);
  const likeness = (old: Shape, now: Shape): number => {
    if (old.kind !== now.kind) return 0;
    const members = dice(old.members.map(descriptorOf), now.members.map(descriptorOf));
    const [oldUses, newUses] = uses();
    const places = [oldUses.get(old.name) ?? [], newUses.get(now.name) ?? []] as const;
    const shared = places[0].some((place) => places[1].includes(place)) ? 1 : 0;
    const names = nameSimilarity(old.name, now.name);
    return old.members.length === 0 ? shared * 0.9 : members * 0.7 + Math.max(shared, names) * 0.3;
  };
  return pair(before.shapes, after.shapes, likeness, limits.shape);
}

const descriptorOf = ({ name, wireName, type }: Member): string =>
  `${name} ${wireName} ${typeText(type, () => 'shape')}`;

/** Where each shape is used, by the ids of members. */
function usesOf(service: Service): ReadonlyMap<string, readonly string[]> {
  const uses = new Map<string, string[]>();
  const note = (id: string, members: readonly Member[]): void => {
    for (const { name, type } of members) {
      for (const target of referencesOf(type))
        uses.set(target, [...(uses.get(target) ?? []), `${id}.${name}`]);
    }
  };
  for (const operation of service.operations) {
    note(`${operation.name}.input`, operation.input);
    note(`${operation.name}.output`, outputOf(operation));
  }
  for (const { name, members } of [...service.shapes, ...service.errors]) note(name, members);
  return uses;
}

/** Operations: the same where method and path are, or where all but the name is. */
export function pairOperations(before: readonly Operation[], after: readonly Operation[]): Paired<Operation> {
  const likeness = (old: Operation, now: Operation): number => {
    const members = dice(travellers(old), travellers(now));
    const names = nameSimilarity(old.name, now.name);
    if (haveSameRoute(old, now)) return 0.8 + members * 0.2;
    return travellers(old).length < 2 ? 0 : members * 0.6 + names * 0.4;
  };
  return pair(before, after, likeness, limits.operation);
}

const travellers = (operation: Operation): readonly string[] => [
  ...operation.input.map((member) => `in ${descriptorOf(member)}`),
  ...outputOf(operation).map((member) => `out ${descriptorOf(member)}`),
];

/** Method and path, whatever the labels are called; undefined where the protocol has none. */
const routeOf = ({ http }: Operation): string | undefined =>
  http && `${http.method.value} ${http.uri.value.replaceAll(/\{[^}+]*(\+?)\}/gu, '{$1}')}`;

/** Whether the same requests reach both, whatever they are called. */
export const haveSameRoute = (old: Operation, now: Operation): boolean =>
  routeOf(old) !== undefined && routeOf(old) === routeOf(now);
