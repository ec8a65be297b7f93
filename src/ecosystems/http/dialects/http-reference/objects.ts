import { distinctBy } from '../../../../base/group-by.js';
import type { EnumFragment, Fragment, MemberFragment, ShapeFragment } from '../../../../model/fragments.js';
import type { Definition } from './definitions.js';
import { membersOf } from './read-members.js';
import { membersOfExample } from './example-types.js';
import type { ListSite } from './list-site.js';
import { nestRows } from './nest-rows.js';
import { baseOf, isOpen } from './inherited-members.js';
import { pageContext, type PageContext } from './page-context.js';
import { markdownOf } from './description.js';
import { roleOf } from './role-words.js';

/** The fragment of a definition. */
export function fragmentOf(definition: Definition, page: PageContext): Fragment | undefined {
  return definition.kind === 'enum' ? enumOf(definition, page) : shapeOf(definition, page);
}

function enumOf(
  { name, ids, section, listed, block }: Extract<Definition, { kind: 'enum' }>,
  page: PageContext,
): EnumFragment {
  page.lines.take(block.source);
  const source = section.heading?.inline.source ?? listed.values.source;
  return {
    kind: 'enum',
    name,
    ids,
    type: listed.type,
    values: { ...listed.values, name },
    page: page.analysis.page.path,
    lines: 0,
    source,
    known: 'stated',
  };
}

/** A structure of what its list says, or of an example where there is none. */
export function shapeOf(definition: Definition, page: PageContext): ShapeFragment | undefined {
  if (definition.kind === 'enum') return undefined;
  const { name, ids, section } = definition;
  const source =
    section.heading?.inline.source ??
    (definition.kind === 'shape' ? definition.rows.source : definition.block.source);
  const members =
    definition.kind === 'shape'
      ? membersOf(nestRows(definition.rows.rows), {
          page,
          owner: name,
          place: 'type',
          lists: [definition.rows],
          section,
          ...shownBy(definition.shown),
        })
      : isOpen(definition)
        ? []
        : membersOfExample(definition.example, { page, owner: name, place: 'type', block: definition.block });
  const inherited = [
    ...(definition.kind === 'shape' ? inheritedBy(definition, page) : []),
    ...statedBase(definition, page),
  ];
  const description = descriptionOf(definition, page);
  return {
    kind: 'shape',
    name,
    ids,
    shape: 'structure',
    ...(description !== undefined && { description }),
    members: distinctBy([...members, ...inherited], ({ name: member }) => member),
    page: page.analysis.page.path,
    lines: 0,
    source,
    known: definition.kind === 'example' ? 'example' : 'stated',
  };
}

const shownBy = (
  shown: Extract<Definition, { kind: 'shape' }>['shown'],
): Pick<ListSite, 'shown' | 'shownIn' | 'shownCounts'> =>
  shown?.example.kind === 'object'
    ? { shown: shown.example.members, shownIn: shown.block, shownCounts: true }
    : {};

/** The members of the object that it extends, as the example of both shows. */
const inheritedBy = (
  { name, base }: Extract<Definition, { kind: 'shape' }>,
  page: PageContext,
): readonly MemberFragment[] =>
  base
    ? membersOf(nestRows(base.rows.rows), {
        page,
        owner: name,
        place: 'type',
        lists: [base.rows],
        section: base.section,
      }).map((member) => ({ ...member, known: 'example' as const }))
    : [];

const resolving = new WeakSet<Definition>();

/** The members of the object that the words say it is derived from. */
function statedBase(definition: Definition, page: PageContext): readonly MemberFragment[] {
  const found = resolving.has(definition) ? undefined : baseOf(definition, page);
  if (!found) return [];
  // Two may be derived from each other.
  resolving.add(definition);
  const inner = pageContext(found.analysis, page.guide, () => undefined, page.partialOf);
  const members = shapeOf(found.definition, { ...inner, extra: page.extra })?.members ?? [];
  resolving.delete(definition);
  return members;
}

/** The paragraphs directly below its heading. */
function descriptionOf({ section }: Definition, page: PageContext): string | undefined {
  const above =
    section.parent && section.items[0]?.block.kind !== 'paragraph' && !roleOf(section.parent.title)
      ? section.parent
      : section;
  return markdownOf(above.items, page);
}
