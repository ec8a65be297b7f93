import { startOf, type SourceRange } from '../../../../diagnostics/position.js';
import { fact, type MemberFragment } from '../../../../model/fragments.js';
import type { ExampleRequest } from './example-requests.js';
import type { ListSite } from './list-site.js';
import { listOf, plainType } from './member-types.js';
import { memberOf } from './read-members.js';
import type { RequestLine } from './request-line.js';
import { sameName } from './request-lists.js';
import type { Row } from './rows.js';

/** Query parameters and headers keep their printed names; brackets at the end make lists. */
export const outsideRow = (row: Row): Row =>
  /\[\]$/.test(row.name)
    ? { ...row, name: row.name.slice(0, -2), marks: { ...row.marks, repeated: true, brackets: true } }
    : row;

/** Every label of the path, with what a list says of it. */
export function labelsOf(
  lines: readonly RequestLine[],
  rows: readonly Row[],
  site: ListSite,
): readonly MemberFragment[] {
  const [line] = lines;
  return (line?.labels ?? []).map((label) => {
    const row = rows.find(({ name }) => sameName(name, label));
    const source =
      row?.nameSource ??
      site.page.analysis.sites.flatMap(({ requests }) => requests).find((one) => one.line === line)?.source;
    if (!row) return labelAlone(label, line, source ?? nowhere, site);
    return {
      ...memberOf({ ...row, name: label }, { ...site, place: 'label' }),
      place: 'label' as const,
      // Every part of a path is there, whatever a list says.
      required: fact(true, row.nameSource, 'syntax'),
    };
  });
}

/** A label of which only the path speaks, and perhaps a value in its place. */
function labelAlone(
  name: string,
  line: RequestLine | undefined,
  source: SourceRange,
  { page }: ListSite,
): MemberFragment {
  const sample = line?.samples?.get(name);
  if (sample !== undefined)
    page.report('label-from-sample', { label: name, sample, path: line?.path ?? '' }, source);
  return {
    name,
    place: 'label',
    ...(sample !== undefined && { type: typeOfValue(sample, source) }),
    required: fact(true, source, 'syntax'),
    source,
    known: sample === undefined ? 'stated' : 'example',
  };
}

export const nowhere: SourceRange = startOf('');

/** Keys behind a request line that no list names; `key={label}` has what a list says of the label. */
export function queryOf(
  lines: readonly RequestLine[],
  rows: readonly Row[],
  site: ListSite,
): readonly MemberFragment[] {
  return lines.flatMap((line) => {
    const source =
      site.page.analysis.sites.flatMap(({ requests }) => requests).find((one) => one.line === line)?.source ??
      nowhere;
    return line.query.flatMap(({ key, value }) => {
      const bare = key.replace(/\[\]$/, '');
      if (rows.some(({ name }) => name.replace(/\[\]$/, '') === bare)) return [];
      const label = labelIn(value);
      const row = label === undefined ? undefined : rows.find(({ name }) => sameName(name, label));
      if (row) return [memberOf(outsideRow({ ...row, name: key }), { ...site, place: 'query' })];
      const type = typeOfValue(value, source);
      return [
        {
          name: bare,
          place: 'query' as const,
          ...(bare === key
            ? { type }
            : { type: listOf(type, source), style: fact('brackets' as const, source) }),
          source,
          known: 'stated' as const,
        },
      ];
    });
  });
}

/** The label that stands for a value. */
const labelIn = (value: string): string | undefined => /^[{<:]([^{}<>]+)[}>]?$/.exec(value)?.[1];

/** True for a row that is about the label of `key={label}`: it says what the key holds, and is no parameter itself. */
export const isValueOfQuery = ({ name }: Row, lines: readonly RequestLine[]): boolean =>
  lines.some(
    ({ query }) =>
      !query.some(({ key }) => key === name) &&
      query.some(({ value }) => sameName(labelIn(value) ?? '', name)),
  );

/** Headers are text where nothing says more. */
export const textOfHeader = (member: MemberFragment): MemberFragment =>
  member.place === 'header' && member.type?.kind === 'unknown'
    ? { ...member, type: { ...member.type, kind: 'string' } }
    : member;

/** A parameter without a type has that of its value in an example. */
export function withShownType(member: MemberFragment, examples: readonly ExampleRequest[]): MemberFragment {
  const { type, source } = member;
  const bare = type?.kind === 'list' ? type.element : type;
  const isOpen = bare?.known === 'inferred' || (type?.kind === 'list' && bare?.kind === 'unknown');
  if (!isOpen || member.place === 'header' || bare.constraints.length > 0) return member;
  const shown = examples
    .flatMap(({ query = [] }) => query)
    .find(({ key }) => key.replace(/\[\]$/, '') === member.name);
  if (!shown) return member;
  const found = typeOfValue(shown.value.replace(/^["']|["']$/g, ''), source);
  return { ...member, type: type?.kind === 'list' ? { ...type, element: found } : found };
}

function typeOfValue(value: string, source: SourceRange): NonNullable<MemberFragment['type']> {
  if (/^-?\d+$/.test(value)) return plainType('integer', source, 'example');
  if (/^(?:true|false)$/i.test(value)) return plainType('boolean', source, 'example');
  return plainType('string', source, value === '' ? 'inferred' : 'example');
}
