import type { Cell } from '../../../../markdown/blocks.js';
import type { SourceRange } from '../../../../diagnostics/position.js';
import { rowOfComponent } from './component-rows.js';
import { phraseOf, plain } from './phrase.js';
import type { OperationSite } from './operation-sites.js';
import { roleOf } from './role-words.js';
import { rowsOfBlock, type Style } from './member-lists.js';
import { wordsAround } from './places.js';
import { readTable } from './table-rows.js';
import type { Item } from './sections.js';

/** A status that a section names, and what it says of it. */
export interface StatedStatus {
  readonly status: number;
  readonly source: SourceRange;
  readonly description?: string;
}

const REASON =
  'ok|created|accepted|no content|moved permanently|found|see other|not modified|temporary redirect|bad request|unauthorized|payment required|forbidden|not found|method not allowed|not acceptable|request timeout|conflict|gone|length required|precondition failed|payload too large|content too large|unprocessable content|request entity too large|unsupported media type|unprocessable(?: entity)?|locked|too many requests|internal server error|not implemented|bad gateway|service unavailable|gateway timeout|multi-status|partial content|validation failed';
const WITH_REASON = new RegExp(`\\b([1-5]\\d\\d)[ :-]{1,3}(?:\\()?(?:${REASON})\\b`, 'gi');
const WITH_WORD =
  /\b(?:status(?: code)?|http(?: status)?(?: code)?|response code|error code|code|returns?|return|responds? with|fails? with|answers? with|response|respond|error|errors)(?: (?:of|is|with|be|will be|code|status|response|an?|the|error|http))*[ :=]{1,2}(?:an? |the |http |status )*["(]?([1-5]\d\d)\b(?!\d|[.,]\d| ?(?:characters|chars|items|requests|seconds|ms|minutes|bytes|kb|mb|%|results|entries|users|members|px|messages|orders|days|hours))/gi;
const AS_ERROR =
  /\b(?:an? |the )([45]\d\d)s?(?: (?:error|response|status|http)\b| (?:is|will be|gets) (?:returned|sent|raised|given)\b)/gi;

/** The statuses that a text names, in its order. */
export function statusesIn(text: string): readonly number[] {
  const words = plain(text).slice(0, 5000);
  if (!/[1-5]\d\d/.test(words)) return [];
  const found = [WITH_REASON, WITH_WORD, AS_ERROR].flatMap((pattern) =>
    [...words.matchAll(pattern)].map((match) => ({ at: match.index, status: Number(match[1]) })),
  );
  return [...new Set(found.sort((a, b) => a.at - b.at).map(({ status }) => status))];
}

/** What an operation's own section says of statuses: in headings, lists, tables, examples of messages and sentences. */
export function statedStatuses(site: OperationSite, style: Style): readonly StatedStatus[] {
  const found: StatedStatus[] = [];
  for (const item of site.items) found.push(...inWords(item, site), ...inBlock(item, style));
  const first = new Map<number, StatedStatus>();
  for (const one of found) {
    const before = first.get(one.status);
    if (!before || (before.description === undefined && one.description !== undefined))
      first.set(one.status, one);
  }
  return [...first.values()];
}

function inWords(item: Item, site: OperationSite): readonly StatedStatus[] {
  return [...wordsAround(item, site.section)].flatMap((words) => {
    const status = roleOf(words)?.status;
    return status === undefined
      ? []
      : [
          {
            status,
            source: item.section.heading?.source ?? item.block.source,
            description: words.replace(/^\W*\d+\W*/, '').trim(),
          },
        ];
  });
}

function inBlock({ block }: Item, style: Style): readonly StatedStatus[] {
  switch (block.kind) {
    case 'paragraph':
      return sentenceStatuses(plain(phraseOf(block.inline).text), block.source);
    case 'list':
      return block.items.flatMap(({ inline }) =>
        inline ? ofLine(plain(phraseOf(inline).text), inline.source) : [],
      );
    case 'code': {
      const status = /^HTTP\/\d(?:\.\d)? ([1-5]\d\d)\b/m.exec(block.text)?.[1];
      return status === undefined ? [] : [{ status: Number(status), source: block.source }];
    }
    case 'table':
      return inTable(block, style);
    case 'component': {
      const stated =
        block.origin === 'shortcode'
          ? /^\W*(?:status\W+)?([1-5]\d\d)\b/.exec(block.argument)?.[1]
          : undefined;
      if (stated !== undefined) return [{ status: Number(stated), source: block.source }];
      const { name = '' } = rowOfComponent(block) ?? {};
      return /^[1-5]\d\d$/.test(name) ? [{ status: Number(name), source: block.source }] : [];
    }
    default:
      return [];
  }
}

function ofLine(text: string, source: SourceRange): readonly StatedStatus[] {
  const [, status, description] =
    /^(?:HTTP |Status |Code )*:? ?([1-5]\d\d)\b(?:[ :–—(-]+([\s\S]*))?$/i.exec(text) ?? [];
  if (status === undefined) return sentenceStatuses(text, source);
  return [{ status: Number(status), source, ...(description && { description: description.trim() }) }];
}

const sentenceStatuses = (text: string, source: SourceRange): readonly StatedStatus[] =>
  statusesIn(text).map((status) => ({ status, source }));

/** A table of statuses; in others, what descriptions say of them. */
function inTable(block: Extract<Item['block'], { kind: 'table' }>, style: Style): readonly StatedStatus[] {
  const { roles, grid } = readTable(block, style.reading.columns);
  const at = statusColumn(
    roles,
    roles.map((_, column) =>
      grid.map((cells) => plain(cells[column] ? phraseOf(cells[column].inline).text : '')),
    ),
  );
  const describedAt = roles.indexOf('description');
  if (roles.includes('method') && roles.includes('path'))
    return grid.flatMap((cells) => besideRequest(cells));
  return grid.flatMap((cells, row) => {
    const said = at < 0 ? undefined : cells[at];
    const description = cells[describedAt]?.inline.text;
    if (said)
      return [...plain(phraseOf(said.inline).text).matchAll(/\b[1-5]\d\d\b/g)].map(([status]) => ({
        status: Number(status),
        source: block.rows[row]?.source ?? block.source,
        ...(description && { description }),
      }));
    return rowsOfBlock(block, style)
      ? cells.flatMap((cell) =>
          cell ? sentenceStatuses(plain(phraseOf(cell.inline).text), cell.source) : [],
        )
      : [];
  });
}

/** `204 (empty body)`, `200 application/json` in the row of a request line. */
const besideRequest = (cells: readonly (Cell | undefined)[]): readonly StatedStatus[] =>
  cells.flatMap((cell) => {
    const status = /^\uE000?([2-5]\d\d)\b(?=$|[\s\uE001:;,(])/.exec(
      cell ? phraseOf(cell.inline).text : '',
    )?.[1];
    return status === undefined || !cell ? [] : [{ status: Number(status), source: cell.source }];
  });

function statusColumn(roles: readonly string[], columns: readonly (readonly string[])[]): number {
  const [firstCells = []] = columns;
  const said = roles.indexOf('status');
  const isStatus = (text: string): boolean => /^(?:HTTP )?[1-5]\d\d\b(?!\d)/.test(text.trim());
  if (said > 0 || (said === 0 && firstCells.every(isStatus))) return said;
  if (firstCells.length > 0 && firstCells.every(isStatus) && !roles.includes('type')) return 0;
  return columns.findIndex(
    (cells) =>
      cells.filter((cell) => /^[1-5]\d\d$/.test(cell.trim())).length > 1 &&
      cells.every((cell) => /^(?:[1-5]\d\d|status)?$/i.test(cell.trim())),
  );
}
