import { nowhere } from './request-parameters.js';
import type { CodeBlock } from '../../../../markdown/blocks.js';
import type { SourceRange } from '../../../../diagnostics/position.js';
import { fact, type MemberFragment, type ResponseFragment } from '../../../../model/fragments.js';
import type { Type } from '../../../../model/types.js';
import { hasNumberedKeys, membersOfExample, typeOfExample } from './example-types.js';
import { parseExample, type ExampleMember, type ExampleValue } from './json-example.js';
import { membersOf } from './read-members.js';
import { rowsOfBlock, saysResponse } from './member-lists.js';
import { nestRows } from './nest-rows.js';
import type { OperationSite } from './operation-sites.js';
import type { PageContext } from './page-context.js';
import { roleOfItem } from './places.js';
import { returnedType, type ReturnedType } from './returned-type.js';
import type { RowList } from './rows.js';
import type { Item } from './sections.js';
import { statedStatuses, type StatedStatus } from './statuses.js';

/** What a response holds, as a list, a sentence or an example says. */
interface Body {
  readonly members: readonly MemberFragment[];
  readonly mediaType?: ReturnedType['media'];
}

/** The responses of success of a site, and the statuses of failure. */
export interface SiteResponses {
  readonly responses: readonly ResponseFragment[];
  readonly failures: readonly StatedStatus[];
}

export function responsesOf(site: OperationSite, owner: string, page: PageContext): SiteResponses {
  const statuses = statedStatuses(site, page.guide.style);
  for (const { source } of statuses) page.lines.take(source);
  const good = statuses.filter(({ status }) => status >= 200 && status < 300);
  const moved = statuses.filter(({ status }) => status >= 300 && status < 400);
  const success = good.length > 0 ? good : moved;
  const failures = statuses.filter((one) => one.status >= 300 && !success.includes(one));
  const shared = bodyOf(site, owner, page, undefined);
  if (shared && success.length === 1 && success[0]?.status === 204 && returnedType(site, page))
    return {
      responses: [responseOf(undefined, shared, site), responseOf(success[0], undefined, site)],
      failures,
    };
  if (
    shared &&
    success.length === 1 &&
    success[0]?.status === 202 &&
    fromLists(site, owner, page, undefined, [])
  )
    return {
      responses: [
        responseOf(undefined, shared, site),
        responseOf(success[0], bodyOf(site, owner, page, 202), site),
      ],
      failures,
    };
  const responses = (success.length > 0 ? success : [undefined]).map((status, at) =>
    responseOf(
      status,
      at === 0 || !status ? shared : (bodyOf(site, owner, page, status.status) ?? shared),
      site,
    ),
  );
  return { responses, failures };
}

const sourceOfSite = (site: OperationSite): SourceRange =>
  site.requests[0]?.source ?? site.section.heading?.source ?? nowhere;

function responseOf(
  status: StatedStatus | undefined,
  body: Body | undefined,
  site: OperationSite,
): ResponseFragment {
  const source = status?.source ?? sourceOfSite(site);
  const empty = status?.status === 204 || status?.status === 205 || status?.status === 304;
  return {
    ...(status && { status: fact(status.status, status.source) }),
    ...(status?.description && { description: status.description }),
    ...(body?.mediaType && !empty && { mediaType: body.mediaType }),
    members: empty ? [] : (body?.members ?? []),
    source,
    known: status || body ? 'stated' : 'inferred',
  };
}

/** A list is believed first, then a sentence, then examples. */
function bodyOf(
  site: OperationSite,
  owner: string,
  page: PageContext,
  status: number | undefined,
): Body | undefined {
  const examples = examplesIn(site, page, status);
  return (
    fromLists(site, owner, page, status, examples) ??
    inEnvelope(fromSentence(site, page), examples, owner, page) ??
    fromExamples(examples, owner, page)
  );
}

function fromLists(
  site: OperationSite,
  owner: string,
  page: PageContext,
  status: number | undefined,
  examples: readonly FoundExample[],
): Body | undefined {
  const lists = site.items.flatMap((item) => {
    const rows = isAbout(item, site, page, status) ? rowsOfBlock(item.block, page.guide.style) : undefined;
    return rows && (rows.typed || item.block.kind !== 'list') && !isValues(rows) ? [{ rows, item }] : [];
  });
  const [first] = lists;
  if (!first) return undefined;
  const [example] = examples;
  const shown = example?.value.kind === 'object' ? example.value.members : objectIn(example?.value);
  const name = `${owner}Response`;
  const members = membersOf(nestRows(lists.flatMap(({ rows }) => rows.rows)), {
    page,
    owner: name,
    place: 'body',
    lists: lists.map(({ rows }) => rows),
    section: first.item.section,
    shown,
    received: true,
    ...(example && { shownIn: example.block }),
  });
  const headers = new Set(
    lists
      .filter(({ item }) => roleOfItem(item, site.section, page.guide.style.reading).place === 'header')
      .flatMap(({ rows }) => rows.rows.map((row) => row.name)),
  );
  const placed = members.map((member) => ({
    ...member,
    place: member.place === 'header' || headers.has(member.name) ? ('header' as const) : ('body' as const),
  }));
  if (placed.every(({ place }) => place === 'header'))
    return {
      members: [
        ...placed,
        ...((fromSentence(site, page) ?? fromExamples(examples, owner, page))?.members ?? []),
      ],
    };
  const whole = lists.some(({ rows }) => rows.typed) ? undefined : fromExamples(examples, owner, page);
  return {
    members: whole
      ? [
          ...whole.members,
          ...placed.filter(({ name }) => !whole.members.some((other) => other.name === name)),
        ]
      : placed,
  };
}

const isValues = ({ rows }: RowList): boolean => rows.every(({ name }) => /^\d+$/.test(name));

const objectIn = (value: ExampleValue | undefined): readonly ExampleMember[] => {
  const inner = value?.kind === 'list' ? value.items.find(({ kind }) => kind === 'object') : value;
  return inner?.kind === 'object' ? inner.members : [];
};

/** True for what is said of responses of success, or of the one with this status. */
function isAbout(item: Item, site: OperationSite, page: PageContext, status: number | undefined): boolean {
  const role = roleOfItem(item, site.section, page.guide.style.reading);
  if (saysResponse(item)) return role.side !== 'errors';
  if (role.side !== 'response') return isBelowReturns(item, role.side);
  return role.status === undefined || (status === undefined ? role.status < 300 : role.status === status);
}

/** `Returns … with the following fields:` above a list. */
function isBelowReturns({ lead }: Item, side: string | undefined): boolean {
  return (
    side === undefined &&
    lead !== undefined &&
    /\b(?:returns?|response|responds?)\b[^.]*:\s*$/i.test(lead.text)
  );
}

interface FoundExample {
  readonly value: ExampleValue;
  readonly block: CodeBlock;
  readonly offset: number;
}

function examplesIn(
  site: OperationSite,
  page: PageContext,
  status: number | undefined,
): readonly FoundExample[] {
  const found = site.items.flatMap((item) => {
    const shown = item.block.kind === 'code' ? responseText(item.block) : undefined;
    if (!shown || item.block.kind !== 'code') return [];
    const role = roleOfItem(item, site.section, page.guide.style.reading);
    const said = shown.status ?? role.status;
    if (said !== undefined && (status === undefined ? said >= 300 : said !== status)) return [];
    if (role.side === 'errors' || (role.side === 'request' && shown.status === undefined)) return [];
    if (role.side === undefined && shown.status === undefined && !isShown(item)) return [];
    const value = parseExample(shown.text);
    return value ? [{ value: unwrapped(value, page), block: item.block, offset: shown.offset }] : [];
  });
  for (const { block } of found) page.lines.take(block.source);
  return found;
}

/** JSON that nothing heads shows what comes back where no request is spoken of. */
const isShown = ({ block, lead }: Item): boolean =>
  block.kind === 'code' &&
  /^(?:json|jsonc|json5|js|javascript|)$/i.test(block.lang ?? '') &&
  !/\b(?:request|body|payload|send|error|fail)/i.test(lead?.text ?? '');

/** The JSON of a block, alone or behind the head of a message. */
function responseText({
  text,
}: CodeBlock): { readonly text: string; readonly offset: number; readonly status?: number } | undefined {
  const status = /^\s*HTTP\/\d(?:\.\d)? ([1-5]\d\d)\b/.exec(text)?.[1];
  if (status === undefined)
    return /^\s*(?:[[{]|"?[\w-]+"?\s*:\s*[[{])/.test(text) || /^\s*(?:\/\/[^\n]*\n\s*)+[[{]/.test(text)
      ? { text, offset: 0 }
      : undefined;
  const start = text.search(/\n\s*[[{]/);
  if (start < 0) return { text: '', offset: 0, status: Number(status) };
  return {
    text: text.slice(start + 1),
    offset: text.slice(0, start + 1).split('\n').length - 1,
    status: Number(status),
  };
}

/** What stands in the envelope that the guide puts around every answer. */
function unwrapped(value: ExampleValue, page: PageContext): ExampleValue {
  const { envelope } = page.guide.conventions();
  if (envelope === undefined || value.kind !== 'object') return value;
  const [only, ...others] = value.members;
  return only?.name === envelope && others.length === 0 ? only.value : value;
}

/** Several examples of one kind are one. */
function fromExamples(examples: readonly FoundExample[], owner: string, page: PageContext): Body | undefined {
  const [first] = examples;
  if (!first) return undefined;
  const site = {
    page,
    owner: `${owner}Response`,
    place: 'body' as const,
    block: first.block,
    offset: first.offset,
  };
  const object = united(examples.map(({ value }) => value));
  if (object && !hasNumberedKeys(object)) return { members: membersOfExample(object, site) };
  const inner = { ...site, owner: `${owner}ResponseItem` };
  const lists = examples.flatMap(({ value }) => (value.kind === 'list' ? value.items : []));
  const value: ExampleValue = first.value.kind === 'list' ? { ...first.value, items: lists } : first.value;
  return { members: [payload(typeOfExample(value, inner, first.block.source), first.block.source)] };
}

/** The members of all objects among the examples; undefined where the first one is none. */
function united(values: readonly ExampleValue[]): ExampleValue | undefined {
  const [first] = values;
  if (first?.kind !== 'object') return undefined;
  return { ...first, members: values.flatMap((value) => (value.kind === 'object' ? value.members : [])) };
}

function fromSentence(site: OperationSite, page: PageContext): Body | undefined {
  const found = returnedType(site, page);
  if (!found) return undefined;
  return {
    members: [payload(found.type, found.type.source)],
    ...(found.media && { mediaType: found.media }),
  };
}

/** A list of which the example shows that it stands in an object: `{ "items": [ … ], "next": … }`. */
function inEnvelope(
  body: Body | undefined,
  examples: readonly FoundExample[],
  owner: string,
  page: PageContext,
): Body | undefined {
  const [only] = body?.members ?? [];
  const [example] = examples;
  if (only?.type?.kind !== 'list' || example?.value.kind !== 'object') return body;
  const lists = example.value.members.filter(
    ({ value }) => value.kind === 'list' && value.items.every(({ kind }) => kind === 'object'),
  );
  const shown = fromExamples(examples, owner, page);
  if (lists.length !== 1 || !shown) return body;
  return {
    members: shown.members.map((member) =>
      member.name === lists[0]?.name ? { ...member, ...(only.type && { type: only.type }) } : member,
    ),
  };
}

const payload = (type: Type, source: SourceRange): MemberFragment => ({
  name: 'body',
  place: 'payload',
  type,
  source,
  known: type.known,
});
