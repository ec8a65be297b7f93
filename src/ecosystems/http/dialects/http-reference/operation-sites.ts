import { findRequests, type FoundRequest } from './find-requests.js';
import { rowsOfBlock, type Style } from './member-lists.js';
import { isGeneric } from './names.js';
import { roleOf } from './role-words.js';
import { withAncestors, withDescendants, type Item, type PageOutline, type Section } from './sections.js';

/** A part of a page that describes one operation, or several that share everything but the request line. */
export interface OperationSite {
  readonly section: Section;
  readonly title: string;
  readonly requests: readonly FoundRequest[];
  /** In the order of the page. */
  readonly items: readonly Item[];
  /** The method that it describes, where a guide calls methods by their names. */
  readonly call?: string;
}

/** The operations of a page, the sections that belong to none of them, and those that do. */
export interface FoundSites {
  readonly sites: readonly OperationSite[];
  readonly others: readonly Section[];
  readonly within: readonly Section[];
}

/** Sorts the sections of a page by the request lines that they have. */
export function operationSites(outline: PageOutline, style: Style): FoundSites {
  const { baseUrl } = style.reading;
  const found = findRequests(outline, style.reading);
  const requests = baseUrl === undefined ? found : found.map((one) => behindBase(one, baseUrl));
  const stating = new Set(requests.flatMap(({ example, section }) => (example ? [] : [section])));
  const stated = requests.filter(({ example, section }) => !example && !isBelowResponse(section, stating));
  const owners = byOwner(stated.length > 0 ? stated : requests.filter((one) => hasParameters(one, style)));
  const used = new Set<Section>();
  const sites = [...owners].flatMap(([section, found]) => {
    const sections = [...ownSections(section, owners)];
    for (const one of sections) used.add(one);
    return sitesOf(
      section,
      found,
      sections.slice(1).flatMap(({ items }) => items),
    );
  });
  const all = [...withDescendants(outline.root)];
  const others = all.filter((section) => !used.has(section) || isObject(section));
  return { sites, others, within: all.filter((section) => used.has(section) && !others.includes(section)) };
}

/** A request line that is a whole address, without what the configuration says that all of them stand behind. */
function behindBase(request: FoundRequest, baseUrl: string): FoundRequest {
  const { server, path, ...line } = request.line;
  const base = baseUrl.replace(/\/+$/, '');
  const rest = `${server ?? ''}${path}`;
  return server !== undefined && rest.startsWith(`${base}/`)
    ? { ...request, line: { ...line, path: rest.slice(base.length) } }
    : request;
}

/** What stands in the response of an operation shows how to call it; it is no operation of its own. */
function isBelowResponse(section: Section, stating: ReadonlySet<Section>): boolean {
  let below = false;
  for (const around of withAncestors(section)) {
    if (below && stating.has(around)) return true;
    below ||= around.heading !== undefined && roleOf(around.title)?.side === 'response';
  }
  return false;
}

/** A section that says of itself that it describes an object, though it stands below an operation. */
const isObject = ({ title, depth }: Section): boolean =>
  depth > 0 &&
  /\b(?:object|structure|resource type|enum|types|flags)$/i.test(title.trim()) &&
  !roleOf(title)?.side;

function byOwner(requests: readonly FoundRequest[]): ReadonlyMap<Section, readonly FoundRequest[]> {
  const owners = new Map<Section, FoundRequest[]>();
  for (const request of requests) {
    const owner = ownerOf(request.section);
    const others = owners.get(owner);
    if (others) others.push(request);
    else owners.set(owner, [request]);
  }
  return owners;
}

/** Headings that say only that a request line follows. */
export const REQUEST_TITLE =
  /^(?:the )?(?:(?:http|api|rest) )?(?:requests?|endpoints?|urls?|uri|definition|syntax|method|route|call|path|resource url|request url|http method|request line|api call|url and method|method and url|request syntax|request format|http methods?|usage)s?(?: ?\([^()]*\))?:?$/i;

/** The section that an operation is about: one called `HTTP request` belongs to the one around it. */
function ownerOf(section: Section): Section {
  let owner = section;
  while (owner.parent && owner.heading && REQUEST_TITLE.test(owner.title.trim()) && owner.parent.heading)
    owner = owner.parent;
  return owner;
}

function* ownSections(section: Section, owners: ReadonlyMap<Section, unknown>): Generator<Section> {
  yield* below(section, owners);
  for (const next of continuations(section, owners)) yield* below(next, owners);
  for (const next of sharedContinuations(section, owners)) yield* below(next, owners);
}

/** `List my pots`, `List the pots of a shop`, each a request line only, and `Response` behind the last: it is that of all. */
function sharedContinuations(section: Section, owners: ReadonlyMap<Section, unknown>): readonly Section[] {
  const siblings = section.parent?.children ?? [];
  const operations = siblings.filter((one) => owners.has(one));
  const last = operations.at(-1);
  if (!last || last === section || !operations.every(isBare)) return [];
  const run = siblings.slice(siblings.indexOf(operations[0] ?? last), siblings.indexOf(last) + 1);
  return run.every((one) => owners.has(one)) ? continuations(last, owners) : [];
}

/** Nothing but words and a request line. */
const isBare = (section: Section): boolean =>
  [...withDescendants(section)].every(
    ({ title, items }) =>
      (title === section.title || REQUEST_TITLE.test(title.trim())) &&
      items.filter(({ block: { kind } }) => kind === 'code').length <= 1 &&
      items.every(({ block: { kind } }) => /^(?:code|paragraph|comment|html)$/.test(kind)),
  );

function* below(section: Section, owners: ReadonlyMap<Section, unknown>): Generator<Section> {
  yield section;
  for (const child of section.children) if (!owners.has(child)) yield* below(child, owners);
}

/** Sections behind it, as deep as it is, that go on with its parameters or responses. */
function continuations(
  { parent, heading }: Section,
  owners: ReadonlyMap<Section, unknown>,
): readonly Section[] {
  const siblings = parent?.children ?? [];
  const at = siblings.findIndex((one) => one.heading === heading);
  const rest = heading ? siblings.slice(at + 1) : [];
  const end = rest.findIndex((one) => owners.has(one) || !goesOn(one));
  return end < 0 ? rest : rest.slice(0, end);
}

const goesOn = ({ title, children }: Section): boolean => {
  const side = roleOf(title)?.side;
  return side === 'request' || side === 'response' || (isGeneric(title) && children.some(goesOn));
};

/** An example call is a description of an operation where the same section lists parameters. */
function hasParameters({ section }: FoundRequest, style: Style): boolean {
  return (
    section.depth > 0 &&
    [...withDescendants(ownerOf(section))].some(({ items }) =>
      items.some(({ block }) => rowsOfBlock(block, style)?.typed === true),
    )
  );
}

/** One site, or several where the request lines of a section stand apart, each with what follows it. */
function sitesOf(
  section: Section,
  requests: readonly FoundRequest[],
  below: readonly Item[],
): readonly OperationSite[] {
  const starts = groupStarts(section, requests);
  if (starts.length <= 1)
    return [{ section, title: section.title, requests, items: [...section.items, ...below] }];
  return starts.map((start, at) => {
    const end = starts[at + 1] ?? section.items.length;
    const items = section.items.slice(at === 0 ? 0 : start, end);
    const own = requests.filter(
      ({ item }) =>
        (item ? items.includes(item) : at === 0) ||
        (at === starts.length - 1 && item !== undefined && !section.items.includes(item)),
    );
    const caption = section.items[start]?.captions[0];
    return {
      section,
      title: caption ?? section.title,
      requests: own,
      items: at === starts.length - 1 ? [...items, ...below] : items,
    };
  });
}

/** Where request lines stand that are parted from the one before by a list or an example. */
function groupStarts(section: Section, requests: readonly FoundRequest[]): readonly number[] {
  const own = new Set(requests.flatMap(({ item }) => item ?? []));
  const starts: number[] = [];
  let parted = true;
  for (const [at, item] of section.items.entries()) {
    if (own.has(item)) {
      if (parted) starts.push(at);
      parted = false;
    } else if (item.block.kind !== 'paragraph' && item.block.kind !== 'comment' && item.block.kind !== 'html')
      parted = true;
  }
  return starts;
}
