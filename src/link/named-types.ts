import type {
  EnumFragment,
  ErrorFragment,
  Fragment,
  MemberFragment,
  ShapeFragment,
} from '../model/fragments.js';
import type { ReferenceType, Type } from '../model/types.js';
import { mapType } from '../model/walk.js';
import type { FragmentGroup } from './group.js';

type Named = ShapeFragment | EnumFragment;

/**
 * References by the names of the shapes that they lead to: pages refer to one by a link or in other words than its own
 * page has. A reference to an enumeration becomes a string or an integer of its values.
 */
export function resolveNamedTypes(group: FragmentGroup): FragmentGroup {
  const named = group.fragments.filter(isNamed);
  if (!named.some((one) => one.kind === 'enum' || one.ids)) return group;
  const byId = new Map<string, Named>();
  for (const one of named) {
    for (const id of [one.name, ...(one.ids ?? [])]) if (!byId.has(id)) byId.set(id, one);
  }
  const resolve = (type: Type): Type =>
    mapType(type, (inner) => (inner.kind === 'reference' ? resolveReference(inner, byId) : inner));
  return { ...group, fragments: group.fragments.map((fragment) => resolveIn(fragment, resolve)) };
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
