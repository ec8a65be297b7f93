import type {
  EnumFragment,
  ErrorFragment,
  Fragment,
  MemberFragment,
  ShapeFragment,
} from '../model/fragments.js';
import { compareTexts } from '../base/compare.js';
import type { ReferenceType, Type } from '../model/types.js';
import { mapType } from '../model/walk.js';
import type { FragmentGroup } from './group.js';

type Named = ShapeFragment | EnumFragment;

/**
 * References by the names of the shapes that they lead to: pages refer to one by a link or in other words than its own
 * page has. A reference to an enumeration becomes a string or an integer of its values. Shapes that have ids of their own
 * have names of their own then, too.
 */
export function resolveNamedTypes(group: FragmentGroup): FragmentGroup {
  if (!group.fragments.some((one) => isNamed(one) && (one.kind === 'enum' || one.ids))) return group;
  const fragments = withDistinctNames(group.fragments);
  const byId = new Map<string, Named>();
  for (const one of fragments.filter(isNamed)) {
    for (const id of [one.name, ...(one.ids ?? [])]) if (!byId.has(id)) byId.set(id, one);
  }
  const resolve = (type: Type): Type =>
    mapType(type, (inner) => (inner.kind === 'reference' ? resolveReference(inner, byId) : inner));
  return { ...group, fragments: fragments.map((fragment) => resolveIn(fragment, resolve)) };
}

/**
 * Pages may describe different things by one name. A thing with a page or heading of its own keeps it before one that is
 * described where it is used, and one that is described before one that an example shows; the others are told apart by
 * their page, at last by a number. The order of pages decides nothing.
 */
function withDistinctNames(fragments: readonly Fragment[]): readonly Fragment[] {
  const names = new Map<Fragment, string>();
  const taken = new Set<string>();
  const first = new Map<string, ShapeFragment>();
  const shapes = fragments.filter(
    (one): one is ShapeFragment => one.kind === 'shape' && one.ids !== undefined,
  );
  for (const shape of [...shapes].sort(byRank)) {
    const id = shape.ids?.[0] ?? '';
    if (first.has(id)) continue;
    first.set(id, shape);
    const name = freeName(shape, taken);
    taken.add(name.toLowerCase());
    names.set(shape, name);
  }
  return fragments.flatMap((one) => {
    if (one.kind !== 'shape' || one.ids === undefined) return [one];
    const name = names.get(one);
    return name === undefined ? [] : [{ ...one, name }];
  });
}

function byRank(a: ShapeFragment, b: ShapeFragment): number {
  return (
    Number(a.inline ?? false) - Number(b.inline ?? false) ||
    Number(a.known === 'example') - Number(b.known === 'example') ||
    compareTexts(a.page, b.page) ||
    a.source.line - b.source.line ||
    a.source.column - b.source.column
  );
}

function freeName({ name, page, inline }: ShapeFragment, taken: ReadonlySet<string>): string {
  if (!taken.has(name.toLowerCase())) return name;
  const stem = page.slice(page.lastIndexOf('/') + 1).replace(/\.\w+$/, '');
  const words = stem.split(/[^A-Za-z\d]+/).map((word) => word.charAt(0).toUpperCase() + word.slice(1));
  const wish = inline ? name : `${words.join('')}${name}`.replace(/^(?=\d)/, 'N');
  let free = wish;
  for (let number = 2; taken.has(free.toLowerCase()); number += 1) free = `${wish}${number}`;
  return free;
}

const isNamed = (fragment: Fragment): fragment is Named =>
  fragment.kind === 'shape' || fragment.kind === 'enum';

function resolveReference(type: ReferenceType, byId: ReadonlyMap<string, Named>): Type {
  const found = byId.get(type.target);
  if (!found) return type;
  if (found.kind === 'shape') return { ...type, target: found.name };
  const { target: _target, constraints, ...rest } = type;
  return { ...rest, kind: found.type, constraints: [...constraints, found.values] };
}

function resolveIn(fragment: Fragment, resolve: (type: Type) => Type): Fragment {
  const members = (list: readonly MemberFragment[]): readonly MemberFragment[] =>
    list.map((member) => (member.type ? { ...member, type: resolve(member.type) } : member));
  const errors = (list: readonly ErrorFragment[]): readonly ErrorFragment[] =>
    list.map((error) => ({ ...error, members: members(error.members) }));
  switch (fragment.kind) {
    case 'shape':
      return { ...fragment, members: members(fragment.members) };
    case 'operation':
      return {
        ...fragment,
        input: members(fragment.input),
        responses: fragment.responses.map((one) => ({ ...one, members: members(one.members) })),
        errors: errors(fragment.errors),
      };
    case 'guide':
      return {
        ...fragment,
        input: members(fragment.input),
        errors: errors(fragment.errors),
        errorMembers: members(fragment.errorMembers),
      };
    default:
      return fragment;
  }
}
