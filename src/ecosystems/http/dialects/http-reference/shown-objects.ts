import type { SourceRange } from '../../../../diagnostics/position.js';
import type { MemberFragment, ShapeFragment } from '../../../../model/fragments.js';
import type { Type } from '../../../../model/types.js';
import type { Definition } from './definitions.js';
import {
  distinctMembers,
  membersOfExample,
  merged,
  typeOfExample,
  type ExampleSite,
} from './example-types.js';
import { idOf, type FoundDefinition } from './guide-context.js';
import type { ExampleMember, ExampleValue } from './json-example.js';
import { innerName, listOf, placeId, referenceTo } from './member-types.js';
import { shapeOf } from './objects.js';
import { pageContext, type PageContext } from './page-context.js';
import { sameName } from './request-lists.js';

/** How an answer has an object that the guide describes. */
export interface ObjectInAnswer {
  readonly found: FoundDefinition;
  readonly onlyShown?: boolean;
  readonly leftOut?: readonly string[];
}

/**
 * The type of an object that the guide describes and an example shows: a reference where the example shows nothing that is
 * not described, or else a structure of its own with what both say.
 */
export function typeOfShown(
  { found, onlyShown = false, leftOut = [] }: ObjectInAnswer,
  value: ExampleValue | undefined,
  site: ExampleSite,
  source: SourceRange,
): Type {
  const all = membersOfDefinition(found, site.page);
  const shown = value?.kind === 'object' ? distinctMembers(value.members) : [];
  const kept = all.filter(
    ({ name }) =>
      !leftOut.some((other) => sameName(other, name)) &&
      (!onlyShown || shown.length === 0 || shown.some((one) => one.name === name)),
  );
  const joined = kept.map((member) => withShown(member, shown, site));
  const more = shown.filter(({ name }) => !all.some((member) => member.name === name));
  if (more.length === 0 && joined.length === all.length && joined.every((one, at) => one === all[at]))
    return referenceTo(idOf(found), source, 'inferred');
  const extra = membersOfExample({ kind: 'object', members: more, line: 0 }, { ...site, place: 'type' });
  return ownShape([...joined, ...extra], site, source);
}

function ownShape(
  members: readonly MemberFragment[],
  { page, owner }: ExampleSite,
  source: SourceRange,
): Type {
  const id = placeId(source, owner);
  const shape: ShapeFragment = {
    kind: 'shape',
    name: owner,
    ids: [id],
    shape: 'structure',
    inline: true,
    members,
    page: page.analysis.page.path,
    lines: 0,
    source,
    known: 'inferred',
  };
  page.extra.push(shape);
  return referenceTo(id, source, 'inferred');
}

/** A member as described; objects in it may have members that only the example shows. */
function withShown(
  member: MemberFragment,
  shown: readonly ExampleMember[],
  site: ExampleSite,
): MemberFragment {
  const value = shown.find(({ name }) => name === member.name)?.value;
  const { type } = member;
  if (!value || !type || value.kind === 'null') return member;
  const inner = { ...site, owner: innerName(site.owner, member.name), place: 'type' as const };
  if (type.kind === 'unknown' && type.known === 'inferred')
    return { ...member, type: typeOfExample(value, inner, member.source) };
  const element = type.kind === 'list' ? type.element : type;
  const found = element.kind === 'reference' ? site.page.guide.definitionWithId(element.target) : undefined;
  if (!found || element.kind !== 'reference') return member;
  const refined = typeOfShown({ found }, objectIn(value), inner, member.source);
  if (refined.kind !== 'reference' || refined.target === element.target) return member;
  return { ...member, type: type.kind === 'list' ? { ...type, element: refined } : refined };
}

const objectIn = (value: ExampleValue): ExampleValue | undefined =>
  value.kind === 'list' ? merged(value.items) : value;

/**
 * The type of a member of an example that has the name of an object, and of whose members the guide describes most:
 * `"questions": [{ … }]`.
 */
export function typeOfNamesake(
  name: string,
  value: ExampleValue,
  site: ExampleSite,
  source: SourceRange,
): Type | undefined {
  const object = objectIn(value);
  const found = object?.kind === 'object' ? site.page.guide.objectNamed(name) : undefined;
  if (!found || object?.kind !== 'object' || !fits(object.members, found, site.page)) return undefined;
  const type = typeOfShown({ found }, object, site, source);
  return value.kind === 'list' ? listOf(type, source, 'inferred') : type;
}

function fits(shown: readonly ExampleMember[], found: FoundDefinition, page: PageContext): boolean {
  const described = new Set(membersOfDefinition(found, page).map(({ name }) => name));
  const names = new Set(shown.map(({ name }) => name));
  const common = [...names].filter((name) => described.has(name)).length;
  return common > 1 && common * 4 >= names.size * 3;
}

const known = new WeakMap<Definition, readonly MemberFragment[]>();

/** The members that a page describes; what they refer to is told by that page's own reading. */
export function membersOfDefinition(
  { definition, analysis }: FoundDefinition,
  page: PageContext,
): readonly MemberFragment[] {
  const before = known.get(definition);
  if (before) return before;
  const context = pageContext(analysis, page.guide, () => undefined, page.partialOf);
  const members = shapeOf(definition, context)?.members ?? [];
  known.set(definition, members);
  return members;
}
