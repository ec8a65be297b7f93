import type { MemberPlace } from '../../../../model/fragments.js';
import type { ExampleRequest } from './example-requests.js';
import { rowsOfBlock, saysResponse } from './member-lists.js';
import type { OperationSite } from './operation-sites.js';
import type { PageContext } from './page-context.js';
import { namedParameters } from './named-parameters.js';
import { linksIn, phraseOf, plain } from './phrase.js';
import { roleOfItem } from './places.js';
import type { RequestLine } from './request-line.js';
import type { Role } from './role-words.js';
import { sameAsAbove } from './see-above.js';
import type { Row, RowList } from './rows.js';
import type { Item } from './sections.js';

/** A list of members, and what the words above it say. */
export interface PlacedList {
  readonly rows: RowList;
  readonly item: Item;
  readonly role: Role;
}

/** The lists of a site that speak of what is sent. */
export function requestLists(site: OperationSite, page: PageContext): readonly PlacedList[] {
  const requests = new Set(site.requests.flatMap(({ item }) => item ?? []));
  return site.items.flatMap((item) => {
    if (requests.has(item) && item.block.kind !== 'component') return [];
    const named = namedParameters(item.block);
    const rows = named ?? rowsOfBlock(item.block, page.guide.style);
    if (!rows || saysResponse(item)) return [];
    const role = roleOfItem(item, site.section, page.guide.style.reading);
    if (role.side === 'response' || role.side === 'errors' || role.side === 'none') return [];
    if (isBelowReturns(item, role) || isAboutOneValue(item)) return [];
    const said = named !== undefined || role.side === 'request' || introduces(item);
    if (item.block.kind === 'list' && rows.typedShare < 0.5 && !rows.saysRequired && !isNamedList(item, role))
      return [];
    const all = demandsAll(item) ? withRequired(rows) : rows;
    return said ||
      (rows.typed && !role.example) ||
      rows.rows.some(({ place }) => place !== undefined) ||
      (item.block.kind === 'table' && rows.saysRequired)
      ? [{ rows: all, item, role }]
      : [];
  });
}

/** `The window must have the following keys:` */
const demandsAll = ({ lead }: Item): boolean =>
  lead !== undefined &&
  /\b(?:must|has to|have to|needs? to) (?:have|contain|include|specify|provide) (?:all )?(?:of )?(?:the|these) (?:following )?(?:keys|fields|members|properties|attributes|parameters)\b[^.]*:\s*$/i.test(
    lead.text,
  );

const withRequired = (rows: RowList): RowList => ({
  ...rows,
  rows: rows.rows.map((row) => ({ ...row, marks: { required: true, ...row.marks } })),
});

/** Items that begin with a word are members only where the words above say so. */
const isNamedList = (item: Item, role: Role): boolean =>
  role.place !== undefined ||
  introduces(item) ||
  [...item.captions, item.section.title].some((words) =>
    /\b(?:param(?:eter)?s?|arguments?|fields?|attributes|properties|inputs?|body|headers?)\b/i.test(words),
  );

const BORROWS =
  /\b(?:all (?:of )?(?:the )?parameters (?:accepted|supported|taken|of|for)|(?:the )?same (?:request )?(?:parameters|body|arguments) as|(?:functions|works|behaves) (?:exactly )?the same as|takes the same|accepts the same)\b/i;

/** `In addition to all parameters accepted by [New order](…)`: the lists of the operation that the link leads to. */
export function borrowedLists(site: OperationSite, page: PageContext): readonly PlacedList[] {
  const above = sameAsAbove(site, page);
  if (above) return requestLists(above.site, page).map((list) => withoutRows(list, above.without));
  return site.items.flatMap(({ block }) => {
    if (block.kind !== 'paragraph' || !BORROWS.test(block.inline.text)) return [];
    const link = linksIn(phraseOf(block.inline)).find(({ url }) =>
      page.guide.siteAt(page.analysis.page, url),
    );
    const found = link && page.guide.siteAt(page.analysis.page, link.url);
    if (!found || found.site === site) return [];
    page.lines.take(block.source);
    return requestLists(found.site, { ...page, analysis: found.analysis }).filter(
      ({ role }) => role.place !== 'label',
    );
  });
}

const withoutRows = (list: PlacedList, names: readonly string[]): PlacedList => ({
  ...list,
  rows: { ...list.rows, rows: list.rows.rows.filter(({ name }) => !names.includes(name)) },
});

const introduces = ({ lead }: Item): boolean =>
  lead !== undefined &&
  /\b(?:parameters?|params|arguments?|body|payload|attributes|properties|fields)\b[^.]*:\s*$/i.test(
    lead.text,
  );
const isBelowReturns = ({ lead }: Item, { side }: Role): boolean =>
  side === undefined && lead !== undefined && /\b(?:returns?|response)\b[^.]*:\s*$/i.test(lead.text);

/** `The \`q\` may contain any of these qualifiers:` leads to words within the value of one parameter. */
const isAboutOneValue = ({ lead }: Item): boolean =>
  lead !== undefined &&
  /\uE001[^.\uE000]{0,60}\b(?:contain|include|have|use|combine)\b[^.]{0,120}\b(?:qualifiers?|operators?|modifiers?|keywords?|search terms)\b/i.test(
    phraseOf(lead).text,
  );

/** Where a member travels; by its method where nothing says it. */
export function placeOf(...[row, list, method, ...around]: Parameters<typeof statedPlace>): {
  readonly place: MemberPlace;
  readonly byMethod: boolean;
} {
  const stated = statedPlace(row, list, method, ...around);
  const usual = /^(?:GET|DELETE|HEAD|LIST|OPTIONS)$/.test(method) ? 'query' : 'body';
  return { place: stated ?? usual, byMethod: stated === undefined };
}

/** What is said of the row itself, then of its list, then the request line and its examples. */
function statedPlace(
  row: Row,
  { role, item }: PlacedList,
  method: string,
  lines: readonly RequestLine[],
  page: PageContext,
  examples: readonly ExampleRequest[],
): MemberPlace | undefined {
  if (row.place) return row.place;
  const word = plain(row.placeWords?.text ?? '').toLowerCase();
  const said = WORDS.find(([pattern]) => pattern.test(word))?.[1];
  if (said) return said;
  const told = placeIn(row);
  if (told) return told;
  if (role.place === 'label' || (role.place === undefined && isLabel(row, lines)))
    return isLabel(row, lines) ? 'label' : 'query';
  if (role.place)
    return role.place === 'query' && isLabel(row, lines) && !inQuery(row, lines) ? 'label' : role.place;
  if (inQuery(row, lines)) return 'query';
  if (
    method !== 'GET' &&
    examples.some(
      ({ value }) => value?.kind === 'object' && value.members.some(({ name }) => name === row.name),
    )
  )
    return 'body';
  return saysQuery(item) || page.guide.conventions().queryWithEveryMethod ? 'query' : undefined;
}

const WORDS: readonly (readonly [RegExp, MemberPlace])[] = [
  [/^(?:in )?(?:query|url query|query ?string|search)/, 'query'],
  [/^(?:in )?(?:path|uri|url|route)/, 'label'],
  [/^(?:in )?(?:http )?header/, 'header'],
  [/^(?:in )?cookie/, 'cookie'],
  [/^(?:in )?(?:body|form|json|request body|formdata|payload)/, 'body'],
];

const SET_IN =
  /\b(?:set|sent|passed|given|provided|specified|included|supplied)\b[^.]{0,20}\b(?:in|as|via|through) (?:the |an? )?(?:http |request |uri |url )?(query|header|cookie)s?\b/i;

/** `This should be set in a URI query parameter`. */
function placeIn({ description }: Row): MemberPlace | undefined {
  const said = description
    .map(({ text }) => SET_IN.exec(plain(text))?.[1]?.toLowerCase())
    .find((one) => one !== undefined);
  return said === undefined ? undefined : (said as 'query' | 'header' | 'cookie');
}

const saysQuery = ({ lead }: Item): boolean =>
  lead !== undefined && /\bquery(?: ?string)? param/i.test(lead.text);
export const sameName = (a: string, b: string): boolean =>
  a.replace(/\W|_/g, '').toLowerCase() === b.replace(/\W|_/g, '').toLowerCase();
export const isLabel = ({ name }: Row, lines: readonly RequestLine[]): boolean =>
  lines.some(({ labels }) => labels.some((label) => sameName(label, name)));
const inQuery = ({ name }: Row, lines: readonly RequestLine[]): boolean =>
  lines.some(({ query }) => query.some(({ key }) => key === name));
