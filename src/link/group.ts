import type { Fragment, OperationFragment } from '../model/fragments.js';
import type { Fact } from '../model/provenance.js';
import type { LinkRules, RulesOf } from './rules.js';

/** The fragments of one service. */
export interface FragmentGroup {
  /** The ecosystem of all of them. */
  readonly ecosystem: string;
  /** The id in the pages' links, where one has such links. */
  readonly serviceId?: Fact<string>;
  readonly serviceTitle?: Fact<string>;
  readonly fragments: readonly Fragment[];
}

interface OpenGroup {
  ecosystem: string;
  serviceId?: Fact<string>;
  serviceTitle?: Fact<string>;
  fragments: Fragment[];
}

/**
 * Sorts fragments by service, the largest first: by the id that a page links to, by the title it names, by the
 * method and path it describes, at last by the folder it stands in.
 */
export function groupByService(fragments: readonly Fragment[], rulesOf: RulesOf): FragmentGroup[] {
  const ids = [...new Set(fragments.map(({ ecosystem = '' }) => ecosystem))];
  return ids
    .flatMap((id) =>
      groupOfOne(
        fragments.filter(({ ecosystem = '' }) => ecosystem === id),
        id,
        rulesOf(id),
      ),
    )
    .sort((a, b) => b.fragments.length - a.fragments.length);
}

/** The same for the fragments of one ecosystem. */
function groupOfOne(fragments: readonly Fragment[], ecosystem: string, rules: LinkRules): OpenGroup[] {
  const groups: OpenGroup[] = [];
  const join = (fragment: Fragment, find: (group: OpenGroup) => boolean) => {
    let group = groups.find(find);
    if (!group) groups.push((group = { ecosystem, fragments: [] }));
    group.fragments.push(fragment);
    if (fragment.serviceId) group.serviceId ??= fragment.serviceId;
    if (fragment.serviceTitle) group.serviceTitle ??= fragment.serviceTitle;
  };
  for (const fragment of fragments) {
    const id = fragment.serviceId?.value.toLowerCase();
    if (id !== undefined) join(fragment, (group) => group.serviceId?.value.toLowerCase() === id);
  }
  for (const fragment of fragments) {
    if (fragment.serviceId || !fragment.serviceTitle) continue;
    const stem = rules.nameStem(fragment.serviceTitle.value);
    join(fragment, (group) => stemsOf(group, rules).includes(stem));
  }
  for (const fragment of fragments) {
    if (!fragment.serviceId && !fragment.serviceTitle) join(fragment, belongsTo(fragment, groups, rules));
  }
  return groups;
}

const stemsOf = (group: OpenGroup, rules: LinkRules): string[] =>
  [group.serviceId?.value, group.serviceTitle?.value].flatMap((name) =>
    name === undefined ? [] : [rules.nameStem(name)],
  );

function belongsTo(
  fragment: Fragment,
  groups: readonly OpenGroup[],
  rules: LinkRules,
): (group: OpenGroup) => boolean {
  const [only, ...others] = groups;
  if (others.length === 0) return (group) => group === only;
  const same = groups.find((group) => group.fragments.some((other) => describesSame(fragment, other, rules)));
  if (same) return (group) => group === same;
  const folder = folderOf(fragment.page);
  const inFolder = groups.filter((group) => group.fragments.some((other) => folderOf(other.page) === folder));
  return (group) => group === (inFolder[0] ?? groups[0]);
}

const folderOf = (page: string): string => page.slice(0, Math.max(page.lastIndexOf('/'), 0));

function describesSame(a: Fragment, b: Fragment, rules: LinkRules): boolean {
  return (
    a.kind === 'operation' &&
    b.kind === 'operation' &&
    requestKey(a, rules) !== undefined &&
    requestKey(a, rules) === requestKey(b, rules)
  );
}

/** Method and path, where a page shows them; names of labels do not count where labels are marked. */
export function requestKey(operation: OperationFragment, rules: LinkRules): string | undefined {
  const { method, uri } = operation.request ?? {};
  if (!method || !uri) return undefined;
  const path = uri.value.replace(/\?.*$/, '').replace(/\/+$/, '');
  return `${method.value} ${rules.bareLabels ? path.replace(/[{}]/g, '') : path.replace(/\{[^{}]*\}/g, '{}')}`;
}
