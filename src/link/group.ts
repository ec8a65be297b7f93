import type { Fragment, OperationFragment } from '../model/fragments.js';
import type { Fact } from '../model/provenance.js';

/** The fragments of one service. */
export interface FragmentGroup {
  /** The id in the pages' links, where one has such links. */
  readonly serviceId?: Fact<string>;
  readonly serviceTitle?: Fact<string>;
  readonly fragments: readonly Fragment[];
}

interface OpenGroup {
  serviceId?: Fact<string>;
  serviceTitle?: Fact<string>;
  fragments: Fragment[];
}

/**
 * Sorts fragments by service, the largest first: by the id that a page links to, by the title it names, by the
 * method and path it describes, at last by the folder it stands in.
 */
export function groupByService(fragments: readonly Fragment[]): FragmentGroup[] {
  const groups: OpenGroup[] = [];
  const join = (fragment: Fragment, find: (group: OpenGroup) => boolean) => {
    let group = groups.find(find);
    if (!group) groups.push((group = { fragments: [] }));
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
    const stem = stemOf(fragment.serviceTitle.value);
    join(fragment, (group) => stemsOf(group).includes(stem));
  }
  for (const fragment of fragments) {
    if (!fragment.serviceId && !fragment.serviceTitle) join(fragment, belongsTo(fragment, groups));
  }
  return groups.sort((a, b) => b.fragments.length - a.fragments.length);
}

const stemsOf = (group: OpenGroup): string[] =>
  [group.serviceId?.value, group.serviceTitle?.value].flatMap((name) =>
    name === undefined ? [] : [stemOf(name)],
  );

/** `Amazon FinSpace` and `finspace-2020-07-13` alike. */
const stemOf = (name: string): string =>
  name
    .toLowerCase()
    .replace(/-\d{4}-\d{2}-\d{2}$/, '')
    .replace(/\b(amazon|aws)\b/g, '')
    .replace(/[^a-z0-9]/g, '');

function belongsTo(fragment: Fragment, groups: readonly OpenGroup[]): (group: OpenGroup) => boolean {
  const same = groups.find((group) => group.fragments.some((other) => describesSame(fragment, other)));
  if (same) return (group) => group === same;
  const folder = folderOf(fragment.page);
  const inFolder = groups.filter((group) => group.fragments.some((other) => folderOf(other.page) === folder));
  return (group) => group === (inFolder[0] ?? groups[0]);
}

const folderOf = (page: string): string => page.slice(0, Math.max(page.lastIndexOf('/'), 0));

function describesSame(a: Fragment, b: Fragment): boolean {
  return (
    a.kind === 'operation' &&
    b.kind === 'operation' &&
    requestKey(a) !== undefined &&
    requestKey(a) === requestKey(b)
  );
}

/** Method and path, where a page shows them. */
export function requestKey(operation: OperationFragment): string | undefined {
  const { method, uri } = operation.request ?? {};
  if (!method || !uri) return undefined;
  const path = uri.value.replace(/\?.*$/, '').replace(/\/+$/, '');
  return `${method.value} ${path.replace(/[{}]/g, '')}`;
}
