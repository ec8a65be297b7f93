import { distinctBy } from '../../../../base/group-by.js';
import { alternativesIn, demandedIn } from './alternatives.js';
import type { MemberFragment } from '../../../../model/fragments.js';
import type { Fact } from '../../../../model/provenance.js';
import { withShownStyle } from './collection-style.js';
import { exampleRequests, type ExampleRequest } from './example-requests.js';
import { echoOf } from './described-types.js';
import { withLinesMoved } from './json-example.js';
import { noteAmong } from './list-note.js';
import type { ListSite } from './list-site.js';
import { withParts } from './lists-of-parts.js';
import { withVariants } from './list-variants.js';
import { memberOf } from './read-members.js';
import { mentionedHeaders, mentionedParameters } from './mentioned-members.js';
import type { OperationSite } from './operation-sites.js';
import type { PageContext } from './page-context.js';
import { plain } from './phrase.js';
import { bodyMembers, mediaOf } from './request-body.js';
import type { RequestLine } from './request-line.js';
import { borrowedLists, isLabel, placeOf, requestLists, type PlacedList } from './request-lists.js';
import {
  isValueOfQuery,
  labelsOf,
  outsideRow,
  queryOf,
  textOfHeader,
  withShownType,
} from './request-parameters.js';
import type { Row } from './rows.js';
import { examplesIn } from './response-examples.js';
import { sameAsAbove } from './see-above.js';
import { withToldDefaults } from './told-defaults.js';
import { valuesForMember } from './values-nearby.js';

/** What a request holds. */
export interface SiteInput {
  readonly members: readonly MemberFragment[];
  readonly media?: Fact<readonly string[]>;
}

export function inputOf(
  site: OperationSite,
  method: string,
  lines: readonly RequestLine[],
  owner: string,
  page: PageContext,
): SiteInput {
  const lists = withVariants([...requestLists(site, page), ...borrowedLists(site, page)]);
  const reads = isReadBesideWrite(method, site);
  const shown = exampleRequests(site, page);
  const examples = reads ? shown.map(({ value: _value, ...rest }) => rest) : shown;
  const placed = lists.flatMap((list) =>
    list.rows.rows.map((row) => ({ row, list, ...placeOf(row, list, method, lines, page, examples) })),
  );
  const own = placed.filter(
    ({ row, list }) =>
      isLabel(row, lines) ||
      !(
        isValueOfQuery(row, lines) ||
        isLabelElsewhere(row, list, site, examples) ||
        (reads && isUnplaced(row, list))
      ),
  );
  const outside = own.filter(({ place }) => place !== 'body');
  const body = withParts(own.filter(({ place }) => place === 'body'));
  const base = siteOf(site, owner, page, lists, examples);
  const rows = placed.map(({ row }) => row);
  const members = [
    ...labelsOf(lines, rows, base),
    ...outside
      .filter(({ row, place }) => place !== 'label' && !isLabel(row, lines))
      .map(({ row, place }) =>
        withShownStyle(
          textOfHeader(withShownType(memberOf(outsideRow(row), { ...base, place }), examples)),
          examples,
        ),
      ),
    ...queryOf(lines, rows, base),
    ...mentionedHeaders(site, page),
    ...mentionedParameters(site, page).map((member) => withShownType(member, examples)),
  ];
  const content = bodyMembers(body, base, examples, method, members, site);
  const media = mediaOf(
    lists.filter((list) => body.some((one) => one.list === list)),
    examples,
    content,
    site,
  );
  const byMethod = new Set(placed.flatMap((one) => (one.byMethod ? [one.row.nameSource] : [])));
  return {
    members: withToldDefaults(distinctBy([...members, ...content], keyOf), site)
      .map((member) => valuesForMember(member, site, page))
      .map((member) => (byMethod.has(member.source) ? placedByMethod(member) : member)),
    ...(media && { media }),
  };
}

const placedByMethod = (member: MemberFragment): MemberFragment =>
  member.place === 'label' ? member : { ...member, placeKnown: 'inferred' };

/** A label of another request line of the same section is none of this one's members, unless it may also be in the body. */
const isLabelElsewhere = (
  row: Row,
  list: PlacedList,
  { requests }: OperationSite,
  examples: readonly ExampleRequest[],
): boolean =>
  isUnplaced(row, list) &&
  isLabel(
    row,
    requests.map(({ line }) => line),
  ) &&
  !row.description.some(({ text }) => /\bbody\b/i.test(plain(text))) &&
  !examples.some(
    ({ value }) => value?.kind === 'object' && value.members.some(({ name }) => name === row.name),
  );

/** Where one line reads and another one writes, lists without a place and bodies are about what is written. */
const isReadBesideWrite = (method: string, { requests }: OperationSite): boolean =>
  READS.test(method) &&
  requests.some(
    ({ line: { methods } }) => !methods.includes(method) && !methods.some((one) => READS.test(one)),
  );

const isUnplaced = (row: Row, { role }: PlacedList): boolean =>
  row.place === undefined && row.placeWords === undefined && role.place === undefined;

const READS = /^(?:GET|HEAD|LIST|DELETE|OPTIONS)$/;

const keyOf = ({ name, place }: MemberFragment): string =>
  `${place === 'label' ? 'label' : place === 'header' ? 'header' : ''} ${place === 'header' ? name.toLowerCase() : name}`;

function siteOf(
  site: OperationSite,
  owner: string,
  page: PageContext,
  lists: readonly PlacedList[],
  examples: readonly ExampleRequest[],
): ListSite {
  const note = noteAmong(site.items) ?? noteAmong(sameAsAbove(site, page)?.site.items ?? []);
  const objects = examples.flatMap((one) =>
    one.value?.kind === 'object' ? [{ ...one, value: withLinesMoved(one.value, one.offset) }] : [],
  );
  const [example] = objects;
  const shown = objects.flatMap(({ value, block }) =>
    value.kind === 'object' ? value.members.map((member) => ({ ...member, block })) : [],
  );
  const echo = echoOf(examplesIn(site, page, undefined).map(({ value }) => value));
  return {
    page,
    owner,
    place: 'body',
    lists: lists.map(({ rows }) => rows),
    section: site.section,
    ...(note && { note }),
    alternatives: alternativesIn(site),
    demanded: demandedIn(site),
    ...(lists.some(({ role }) => role.media?.includes('application/json')) && { json: true }),
    ...(echo.size > 0 && { echo }),
    ...(example && { shown: distinctBy(shown, ({ name }) => name), shownIn: example.block }),
  };
}
