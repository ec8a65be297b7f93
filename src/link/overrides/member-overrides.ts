import type { JsonValue, Location, Member } from '../../model/model.js';
import type { Provenance } from '../../model/provenance.js';
import { changeType } from './constraints.js';
import type { AddedMember } from '../../model/overrides.js';
import { OverrideProblem } from './values.js';
import { parseType } from './type-expression.js';
import { asBoolean, asOneOf, asString } from './values.js';

const LOCATIONS: readonly Location[] = [
  'label',
  'query',
  'header',
  'prefixHeaders',
  'body',
  'payload',
  'status',
];

/** A member with one of its facts changed, or removed where no value is given. */
export function changeMember(
  member: Member,
  path: readonly string[],
  value: JsonValue | undefined,
  shapes: ReadonlySet<string>,
  at: Provenance,
): Member {
  const [facet, ...rest] = path;
  if (rest.length > 0 || !isOwnFacet(facet))
    return { ...member, type: changeType(member.type, path, value, at) };
  if (value === undefined) return removeFacet(member, facet);
  switch (facet) {
    case 'type':
      return { ...member, type: parseType(asString(value), shapes, at) };
    case 'location':
      return { ...member, location: { value: asOneOf(value, LOCATIONS), ...at } };
    case 'wireName':
      // The name and the place travel together, and have one source.
      return { ...member, wireName: asString(value), location: { ...member.location, ...at } };
    case 'required':
    case 'idempotencyToken':
      return { ...member, [facet]: { value: asBoolean(value), ...at } };
    case 'default':
      return { ...member, default: { value, ...at } };
    case 'deprecated':
      return { ...member, deprecated: { value: asString(value), ...at } };
    case 'description':
      return { ...member, description: asString(value) };
  }
}

const FACETS = [
  'type',
  'location',
  'wireName',
  'required',
  'idempotencyToken',
  'default',
  'deprecated',
  'description',
] as const;
type Facet = (typeof FACETS)[number];

const isOwnFacet = (name: string | undefined): name is Facet => FACETS.some((facet) => facet === name);

function removeFacet(member: Member, facet: Facet): Member {
  if (facet === 'type' || facet === 'location' || facet === 'wireName') {
    throw new OverrideProblem(`\`set\` for the ${facet} of a member, which it cannot be without`);
  }
  const { [facet]: _removed, ...rest } = member;
  return rest;
}

/** A member that no page describes. */
export function addedMember(
  name: string,
  added: AddedMember,
  shapes: ReadonlySet<string>,
  at: Provenance,
): Member {
  return {
    name,
    wireName: added.wireName ?? name,
    location: { value: added.location ?? 'body', ...at },
    ...(added.required !== undefined && { required: { value: added.required, ...at } }),
    type: parseType(added.type, shapes, at),
    ...(added.description !== undefined && { description: added.description }),
    ...at,
  };
}

/** The member under another name, on the wire too where it was called the same there. */
export const renamedMember = (member: Member, name: string): Member => ({
  ...member,
  name,
  wireName: member.wireName === member.name ? name : member.wireName,
});
