import { groupBy } from '../../../../base/group-by.js';
import type { PlacedList } from './request-lists.js';
import { roleOf } from './role-words.js';
import type { Row } from './rows.js';

const BY_KIND =
  /\b(?:by|per|for (?:each|every|different|specific)) (?:[\w-]+ )?(?:type|kind|variant|mode|method|provider|platform|channel|category|format)s?\b|\b(?:variants|alternatives)$/i;

/**
 * Lists of which each holds for one kind of request only, such as those of sections below `Settings by type`, or sections
 * side by side that name the same member: what one of them demands, others may leave out.
 */
export function withVariants(lists: readonly PlacedList[]): readonly PlacedList[] {
  const conditional = new Set<Row>();
  for (const groups of alternatives(lists)) {
    const everywhere = namesInAll(groups);
    for (const row of groups.flat().flatMap(({ rows }) => rows.rows))
      if (!everywhere.has(row.name)) conditional.add(row);
  }
  return lists.map((list) => withConditions(list, conditional));
}

const withConditions = (list: PlacedList, conditional: ReadonlySet<Row>): PlacedList => ({
  ...list,
  rows: {
    ...list.rows,
    rows: list.rows.rows.map((row) => (conditional.has(row) ? { ...row, conditional: true as const } : row)),
  },
});

/** The lists of each set of sections, or of tabs in one section, that stand for different cases. */
function alternatives(lists: readonly PlacedList[]): readonly (readonly (readonly PlacedList[])[])[] {
  const bySection = [...groupBy(lists, ({ item }) => item.section)];
  const siblings = [...groupBy(bySection, ([section]) => section.parent)].flatMap(([parent, sections]) =>
    [...groupBy(sections, ([section]) => roleOf(section.title)?.place)].map(([, alike]) => ({
      title: parent?.title ?? '',
      groups: alike.filter(([section]) => roleOf(section.title)?.status === undefined).map(([, own]) => own),
    })),
  );
  const tabs = bySection.map(([section, own]) => ({
    title: section.title,
    groups: [...groupBy(own, ({ item }) => item.captions[0] ?? '')].flatMap(([caption, inTab]) =>
      caption !== '' && isCase(caption) ? [inTab] : [],
    ),
  }));
  return [...siblings, ...tabs]
    .filter(({ title, groups }) => groups.length > 1 && (BY_KIND.test(title) || shareNames(groups)))
    .map(({ groups }) => groups);
}

/** `Query parameters` says where members travel, not when. */
const isCase = (title: string): boolean => {
  const role = roleOf(title);
  return role?.place === undefined && role?.status === undefined;
};

const namesOf = (group: readonly PlacedList[]): ReadonlySet<string> =>
  new Set(group.flatMap(({ rows }) => rows.rows.map(({ name }) => name)));

function namesInAll(groups: readonly (readonly PlacedList[])[]): ReadonlySet<string> {
  const [first, ...others] = groups.map(namesOf);
  return new Set([...(first ?? [])].filter((name) => others.every((names) => names.has(name))));
}

function shareNames(groups: readonly (readonly PlacedList[])[]): boolean {
  const names = groups.flatMap((group) => [...namesOf(group)]);
  return new Set(names).size < names.length;
}
