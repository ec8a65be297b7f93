import type { SourceRange } from '../../../../diagnostics/position.js';
import { fact, type MemberFragment, type MemberPlace, type ShapeFragment } from '../../../../model/fragments.js';
import type { Fact } from '../../../../model/provenance.js';
import { membersOfExample, typeOfExample } from './example-types.js';
import { exampleRequests, type ExampleRequest } from './example-requests.js';
import { mentionedHeaders, mentionedParameters } from './mentioned-members.js';
import { rowsOfBlock, saysResponse } from './member-lists.js';
import { listOf, placeId, plainType, referenceTo } from './member-types.js';
import { memberOf, membersOf, type ListSite } from './members.js';
import { nestRows } from './nest-rows.js';
import type { OperationSite } from './operation-sites.js';
import type { PageContext } from './page-context.js';
import { linksIn, phraseOf, plain } from './phrase.js';
import { roleOfItem } from './places.js';
import type { RequestLine } from './request-line.js';
import type { Role } from './role-words.js';
import type { Row, RowList } from './rows.js';
import type { Item } from './sections.js';
import { valuesForMember } from './values-nearby.js';

/** What a request holds. */
export interface SiteInput {
  readonly members: readonly MemberFragment[];
  readonly media?: Fact<readonly string[]>;
}

interface PlacedList {
  readonly rows: RowList;
  readonly item: Item;
  readonly role: Role;
}

export function inputOf(site: OperationSite, method: string, lines: readonly RequestLine[], owner: string, page: PageContext): SiteInput {
  const lists = [...requestLists(site, page), ...borrowedLists(site, page)];
  const examples = exampleRequests(site, page);
  const placed = lists.flatMap((list) => list.rows.rows.map((row) => ({ row, list, place: placeOf(row, list, method, lines, page, examples) })));
  const outside = placed.filter(({ place }) => place !== 'body');
  const body = placed.filter(({ place }) => place === 'body');
  const base = siteOf(site, owner, page, lists, examples);
  const members = [
    ...labelsOf(lines, placed.map(({ row }) => row), base),
    ...outside.filter(({ row, place }) => place !== 'label' && !isLabel(row, lines)).map(({ row, place }) => textOfHeader(withShownType(memberOf(outsideRow(row), { ...base, place }), examples))),
    ...queryOf(lines, placed.map(({ row }) => row), base),
    ...mentionedHeaders(site, page),
    ...mentionedParameters(site, page),
  ];
  const content = bodyMembers(body, base, examples, method, members, site);
  const media = mediaOf(lists.filter((list) => body.some((one) => one.list === list)), examples, content, site);
  return { members: firstOfEach([...members, ...content]).map((member) => valuesForMember(member, site, page)), ...(media && { media }) };
}

const firstOfEach = (members: readonly MemberFragment[]): readonly MemberFragment[] => {
  const seen = new Set<string>();
  return members.filter(({ name, place }) => {
    const key = `${place === 'label' ? 'label' : place === 'header' ? 'header' : ''} ${place === 'header' ? name.toLowerCase() : name}`;
    return !seen.has(key) && seen.add(key);
  });
};

function siteOf(site: OperationSite, owner: string, page: PageContext, lists: readonly PlacedList[], examples: readonly ExampleRequest[]): ListSite {
  const [example] = examples.filter(({ value }) => value?.kind === 'object');
  return {
    page,
    owner,
    place: 'body',
    lists: lists.map(({ rows }) => rows),
    section: site.section,
    ...(saysAllOptional(site) && { allOptional: true }),
    ...(lists.some(({ role }) => role.media?.includes('application/json')) && { json: true }),
    ...(example?.value?.kind === 'object' && { shown: example.value.members, shownIn: example.block }),
  };
}

/** `All parameters to this endpoint are optional`. */
const saysAllOptional = ({ items }: OperationSite): boolean =>
  items.some(({ block }) => block.kind === 'paragraph' || block.kind === 'list' ? /\ball (?:of the )?(?:[\w-]+ ){0,2}(?:parameters?|fields?|arguments?|properties|params)\b[^.]{0,60}\b(?:is|are) optional\b/i.test(textOf(block)) : false);

const textOf = (block: Extract<Item['block'], { kind: 'paragraph' | 'list' }>): string =>
  block.kind === 'paragraph' ? block.inline.text : block.items.map(({ inline }) => inline?.text ?? '').join('\n');

/** The lists of a site that speak of what is sent. */
function requestLists(site: OperationSite, page: PageContext): readonly PlacedList[] {
  const requests = new Set(site.requests.flatMap(({ item }) => item ?? []));
  return site.items.flatMap((item) => {
    if (requests.has(item) && item.block.kind !== 'component') return [];
    const rows = rowsOfBlock(item.block, page.guide.style);
    if (!rows || saysResponse(item)) return [];
    const role = roleOfItem(item, site.section, page.guide.style.reading);
    if (role.side === 'response' || role.side === 'errors' || role.side === 'none') return [];
    if (isBelowReturns(item, role)) return [];
    const said = role.side === 'request' || introduces(item);
    if (item.block.kind === 'list' && rows.typedShare < 0.5 && !rows.saysRequired && !isNamedList(item, role)) return [];
    return said || (rows.typed && !role.example) || rows.rows.some(({ place }) => place !== undefined) || (item.block.kind === 'table' && rows.saysRequired) ? [{ rows, item, role }] : [];
  });
}

/** Items that begin with a word are members only where the words above say so. */
const isNamedList = (item: Item, role: Role): boolean => role.place !== undefined || introduces(item) || [...item.captions, item.section.title].some((words) => /\b(?:param(?:eter)?s?|arguments?|fields?|attributes|properties|inputs?|body|headers?)\b/i.test(words));

const BORROWS = /\b(?:all (?:of )?(?:the )?parameters (?:accepted|supported|taken|of|for)|(?:the )?same (?:request )?(?:parameters|body|arguments) as|(?:functions|works|behaves) (?:exactly )?the same as|takes the same|accepts the same)\b/i;

/** `In addition to all parameters accepted by [New order](…)`: the lists of the operation that the link leads to. */
function borrowedLists(site: OperationSite, page: PageContext): readonly PlacedList[] {
  return site.items.flatMap(({ block }) => {
    if (block.kind !== 'paragraph' || !BORROWS.test(block.inline.text)) return [];
    const link = linksIn(phraseOf(block.inline)).find(({ url }) => page.guide.siteAt(page.analysis.page, url));
    const found = link && page.guide.siteAt(page.analysis.page, link.url);
    if (!found || found.site === site) return [];
    page.lines.take(block.source);
    return requestLists(found.site, { ...page, analysis: found.analysis }).filter(({ role }) => role.place !== 'label');
  });
}

const introduces = ({ lead }: Item): boolean => lead !== undefined && /\b(?:parameters?|params|arguments?|body|payload|attributes|properties|fields)\b[^.]*:\s*$/i.test(lead.text);
const isBelowReturns = ({ lead }: Item, { side }: Role): boolean => side === undefined && lead !== undefined && /\b(?:returns?|response)\b[^.]*:\s*$/i.test(lead.text);

/** What is said of the row itself, then of its list, then the request line, at last the method. */
function placeOf(row: Row, { role, item }: PlacedList, method: string, lines: readonly RequestLine[], page: PageContext, examples: readonly ExampleRequest[]): MemberPlace {
  if (row.place) return row.place;
  const word = plain(row.placeWords?.text ?? '').toLowerCase();
  const said = WORDS.find(([pattern]) => pattern.test(word))?.[1];
  if (said) return said;
  if (role.place === 'label' || (role.place === undefined && isLabel(row, lines))) return isLabel(row, lines) ? 'label' : 'query';
  if (role.place) return role.place === 'query' && isLabel(row, lines) && !inQuery(row, lines) ? 'label' : role.place;
  if (inQuery(row, lines)) return 'query';
  if (method !== 'GET' && examples.some(({ value }) => value?.kind === 'object' && value.members.some(({ name }) => name === row.name))) return 'body';
  return saysQuery(item) || page.guide.conventions().queryWithEveryMethod || /^(?:GET|DELETE|HEAD|LIST|OPTIONS)$/.test(method) ? 'query' : 'body';
}

const WORDS: readonly (readonly [RegExp, MemberPlace])[] = [
  [/^(?:in )?(?:query|url query|query ?string|search)/, 'query'],
  [/^(?:in )?(?:path|uri|url|route)/, 'label'],
  [/^(?:in )?(?:http )?header/, 'header'],
  [/^(?:in )?cookie/, 'cookie'],
  [/^(?:in )?(?:body|form|json|request body|formdata|payload)/, 'body'],
];

const saysQuery = ({ lead }: Item): boolean => lead !== undefined && /\bquery(?: ?string)? param/i.test(lead.text);
const sameName = (a: string, b: string): boolean => a.replace(/\W|_/g, '').toLowerCase() === b.replace(/\W|_/g, '').toLowerCase();
const isLabel = ({ name }: Row, lines: readonly RequestLine[]): boolean => lines.some(({ labels }) => labels.some((label) => sameName(label, name)));
const inQuery = ({ name }: Row, lines: readonly RequestLine[]): boolean => lines.some(({ query }) => query.some(({ key }) => key === name));

/** Query parameters and headers keep their printed names; brackets at the end make lists. */
const outsideRow = (row: Row): Row => (/\[\]$/.test(row.name) ? { ...row, name: row.name.slice(0, -2), marks: { ...row.marks, repeated: true } } : row);

/** Every label of the path, with what a list says of it. */
function labelsOf(lines: readonly RequestLine[], rows: readonly Row[], site: ListSite): readonly MemberFragment[] {
  const [line] = lines;
  return (line?.labels ?? []).map((label) => {
    const row = rows.find(({ name }) => sameName(name, label));
    const source = row?.nameSource ?? site.page.analysis.sites.flatMap(({ requests }) => requests).find((one) => one.line === line)?.source;
    if (!row) return { name: label, place: 'label' as const, required: fact(true, source ?? nowhere), source: source ?? nowhere, known: 'stated' as const };
    return { ...memberOf({ ...row, name: label }, { ...site, place: 'label' }), place: 'label' as const, required: fact(true, row.nameSource) };
  });
}

const nowhere: SourceRange = { file: '', line: 1, column: 1, endLine: 1, endColumn: 1 };

/** Keys behind a request line that no list names; `key={label}` has what a list says of the label. */
function queryOf(lines: readonly RequestLine[], rows: readonly Row[], site: ListSite): readonly MemberFragment[] {
  return lines.flatMap((line) => {
    const source = site.page.analysis.sites.flatMap(({ requests }) => requests).find((one) => one.line === line)?.source ?? nowhere;
    return line.query.flatMap(({ key, value }) => {
      if (rows.some(({ name }) => name === key || name.replace(/\[\]$/, '') === key)) return [];
      const label = /^[{<:]([^{}<>]+)[}>]?$/.exec(value)?.[1];
      const row = label === undefined ? undefined : rows.find(({ name }) => sameName(name, label));
      if (row) return [{ ...memberOf({ ...row, name: key }, { ...site, place: 'query' }) }];
      return [{ name: key, place: 'query' as const, type: typeOfValue(value, source), source, known: 'stated' as const }];
    });
  });
}

/** Headers are text where nothing says more. */
const textOfHeader = (member: MemberFragment): MemberFragment =>
  member.place === 'header' && member.type?.kind === 'unknown' ? { ...member, type: { ...member.type, kind: 'string' } } : member;

/** A parameter without a type has that of its value in an example. */
function withShownType(member: MemberFragment, examples: readonly ExampleRequest[]): MemberFragment {
  const { type, source } = member;
  const bare = type?.kind === 'list' ? type.element : type;
  if (bare?.kind !== 'unknown' || bare.known !== 'inferred' || bare.constraints.length > 0) return member;
  const shown = examples.flatMap(({ query = [] }) => query).find(({ key }) => key.replace(/\[\]$/, '') === member.name);
  if (!shown) return member;
  const found = typeOfValue(shown.value.replace(/^["']|["']$/g, ''), source);
  return { ...member, type: type?.kind === 'list' ? { ...type, element: found } : found };
}

function typeOfValue(value: string, source: SourceRange): NonNullable<MemberFragment['type']> {
  if (/^-?\d+$/.test(value)) return plainType('integer', source, 'example');
  if (/^(?:true|false)$/i.test(value)) return plainType('boolean', source, 'example');
  return plainType('string', source, value === '' ? 'inferred' : 'example');
}

function bodyMembers(body: readonly { readonly row: Row; readonly list: PlacedList }[], site: ListSite, examples: readonly ExampleRequest[], method: string, others: readonly MemberFragment[], { items }: OperationSite): readonly MemberFragment[] {
  const whole = items.find(({ block }) => block.kind === 'paragraph' && TAKES_LIST.test(plain(phraseOf(block.inline).text)));
  if (body.length > 0) {
    const rows = nestRows(body.map(({ row }) => row));
    return whole || isListExample(examples) || body.some(({ list }) => /^(?:an? )?(?:json )?(?:array|list) of\b/i.test(list.item.lead?.text ?? '')) ? [wholeList(rows, site)] : membersOf(rows, { ...site, place: 'body' });
  }
  const [example] = examples;
  if (!example?.value || /^(?:GET|HEAD)$/.test(method)) return [];
  const shown = { page: site.page, owner: site.owner, place: 'body' as const, block: example.block, offset: example.offset };
  if (example.value.kind === 'object') return membersOfExample(example.value, shown).filter(({ name }) => !others.some((other) => other.name === name && other.place !== 'header'));
  return [{ name: 'body', place: 'payload', type: typeOfExample(example.value, { ...shown, owner: `${site.owner}Item` }, example.block.source), source: example.block.source, known: 'example' }];
}

const TAKES_LIST = /\b(?:takes|accepts|expects|send|body is|body contains|request body is|requires|as)\b[^.]{0,40}\b(?:(?:json )?array|list) (?:of|containing)\b(?! (?:the )?(?:ids|fields))|\bjson array of (?:parameters|objects)\b/i;

const isListExample = (examples: readonly ExampleRequest[]): boolean => examples.length > 0 && examples.every(({ value }) => value?.kind === 'list' && value.items.some(({ kind }) => kind === 'object'));

/** A body that is a list of what the rows describe. */
function wholeList(rows: readonly Row[], site: ListSite): MemberFragment {
  const source = rows[0]?.source ?? nowhere;
  const name = `${site.owner}Item`;
  const id = placeId(source, name);
  const shape: ShapeFragment = { kind: 'shape', name, ids: [id], shape: 'structure', inline: true, members: membersOf(rows, { ...site, owner: name, place: 'type' }), page: site.page.analysis.page.path, lines: 0, source, known: 'stated' };
  site.page.extra.push(shape);
  return { name: 'body', place: 'payload', type: listOf(referenceTo(id, source), source), required: fact(true, source, 'inferred'), source, known: 'stated' };
}

/** What headings, sentences and examples say that the body is; files travel as parts of a form. */
function mediaOf(lists: readonly PlacedList[], examples: readonly ExampleRequest[], content: readonly MemberFragment[], site: OperationSite): Fact<readonly string[]> | undefined {
  const [first] = content;
  if (!first) return undefined;
  const at = lists[0]?.item.block.source ?? first.source;
  const named = lists.flatMap(({ role }) => role.media ?? []);
  const said = saidMedia(site);
  const hasFile = content.some(({ type }) => type?.kind === 'file' || (type?.kind === 'list' && type.element.kind === 'file'));
  const isForm = lists.some(({ item }) => [...item.captions, item.section.title].some((words) => /\bform\b/i.test(words)));
  const chosen = named.length > 0 ? named : said.length > 0 ? said : examples.flatMap(({ media }) => media ?? []);
  if (chosen.length > 0 && !(isForm && chosen.every((one) => one === 'application/json') && named.length === 0)) return fact(hasFile && isForm && named.length <= 1 ? ['multipart/form-data'] : [...new Set(chosen)], at);
  if (isForm) return fact([hasFile ? 'multipart/form-data' : 'application/x-www-form-urlencoded'], at);
  return hasFile ? fact(['multipart/form-data'], at, 'inferred') : undefined;
}

const MEDIA = /\b(application\/(?:json|x-www-form-urlencoded|octet-stream|xml|[\w.+-]+\+json)|multipart\/form-data)\b/g;

/** Media types in the operation's own sentences about what is sent. */
function saidMedia({ items, section }: OperationSite): readonly string[] {
  return items.flatMap(({ block, section: own }) => {
    if (block.kind !== 'paragraph' || (own !== section && !/request|body|form|input/i.test(own.title))) return [];
    const { text } = block.inline;
    return /\b(?:sent|send|content[- ]type|body|request|encoded|form)\b/i.test(text) && !/\bresponse\b|Refer to/i.test(text) ? (text.match(MEDIA) ?? []) : [];
  });
}
