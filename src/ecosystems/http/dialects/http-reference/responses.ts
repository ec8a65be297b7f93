import { nowhere, textOfHeader } from './request-parameters.js';
import type { SourceRange } from '../../../../diagnostics/position.js';
import { fact, type ResponseFragment } from '../../../../model/fragments.js';
import { membersOf } from './read-members.js';
import { ownerName, titleOf } from './operation-title.js';
import { withParts } from './lists-of-parts.js';
import { nestRows } from './nest-rows.js';
import type { OperationSite } from './operation-sites.js';
import type { PageContext } from './page-context.js';
import { examplesIn, shownMembers, type FoundExample } from './response-examples.js';
import { sameAsAbove, siteSeen } from './see-above.js';
import { responseLists, saysHeaders } from './response-lists.js';
import { returnedType } from './returned-type.js';
import { statedStatuses, type StatedStatus } from './statuses.js';
import { collection, fromExamples, fromName, fromSentence, inEnvelope, type Body } from './answer-bodies.js';

/** The responses of success of a site, and the statuses of failure. */
export interface SiteResponses {
  readonly responses: readonly ResponseFragment[];
  readonly failures: readonly StatedStatus[];
}

export function responsesOf(site: OperationSite, owner: string, page: PageContext): SiteResponses {
  const said = statedStatuses(site, page.guide.style);
  const above = said.length > 0 ? undefined : sameAsAbove(site, page)?.site;
  const statuses = above ? statedStatuses(above, page.guide.style) : said;
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

const bodies = new WeakMap<PageContext, Map<OperationSite, Body | undefined>>();

/** Another operation may refer to the same body, so that it is made once. */
function bodyOf(
  site: OperationSite,
  owner: string,
  page: PageContext,
  status: number | undefined,
): Body | undefined {
  if (status !== undefined) return findBody(site, owner, page, status);
  const made = bodies.get(page) ?? new Map<OperationSite, Body | undefined>();
  bodies.set(page, made);
  if (made.has(site)) return made.get(site);
  made.set(site, undefined);
  const body = findBody(site, owner, page, undefined);
  made.set(site, body);
  return body;
}

/** A list is believed first, then a sentence, then examples. */
function findBody(
  site: OperationSite,
  owner: string,
  page: PageContext,
  status: number | undefined,
): Body | undefined {
  const examples = examplesIn(site, page, status);
  return (
    fromLists(site, owner, page, status, examples) ??
    (examples.length === 0 ? fromOther(site, page) : undefined) ??
    fromName(site, examples, owner, page) ??
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
  const lists = responseLists(site, page, status);
  const [first] = lists;
  if (!first) return undefined;
  const [example] = examples;
  const shown = shownMembers(examples);
  const name = `${owner}Response`;
  const rows = withParts(lists.flatMap((list) => list.rows.rows.map((row) => ({ row, list }))));
  const members = membersOf(nestRows(rows.map(({ row }) => row)), {
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
      .filter(({ item }) => saysHeaders(item, site, page))
      .flatMap(({ rows }) => rows.rows.map((row) => row.name)),
  );
  const placed = members.map((member) =>
    textOfHeader({
      ...member,
      place: member.place === 'header' || headers.has(member.name) ? 'header' : 'body',
    }),
  );
  if (placed.every(({ place }) => place === 'header'))
    return {
      members: [
        ...placed,
        ...((fromSentence(site, page) ?? fromExamples(examples, owner, page))?.members ?? []),
      ],
    };
  const whole = lists.some(({ rows }) => rows.typed)
    ? collection(site, examples, owner, page)
    : fromExamples(examples, owner, page);
  return {
    members: whole
      ? [
          ...whole.members.map((member) => placed.find(({ name }) => name === member.name) ?? member),
          ...placed.filter(({ name }) => !whole.members.some((other) => other.name === name)),
        ]
      : placed,
  };
}

/** What the operation answers that is referred to. */
function fromOther(site: OperationSite, page: PageContext): Body | undefined {
  const other = siteSeen(site, page);
  return other && bodyOf(other, ownerName(titleOf(other, page), other), page, undefined);
}
