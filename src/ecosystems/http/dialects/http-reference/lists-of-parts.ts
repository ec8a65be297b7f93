import { codesIn, phraseOf, sentencesOf } from './phrase.js';
import type { PlacedList } from './request-lists.js';
import type { Row } from './rows.js';

/** A row with the list that it stands in. */
export interface ListedRow<List extends StandingList = PlacedList> {
  readonly row: Row;
  readonly list: List;
}

type StandingList = Pick<PlacedList, 'rows' | 'item'>;

const PARTS =
  /\b(?:keys|fields|properties|attributes|parameters|members|values|elements|contains?|includes?|consists? of|has)\b[^.]*:\s*$/i;

/**
 * Rows of a list that is about a member belong to that member: `The tree parameter takes the following keys:`, or a list
 * below a heading with its name. Where it names two, both have them.
 */
export function withParts<List extends StandingList>(
  rows: readonly ListedRow<List>[],
): readonly ListedRow<List>[] {
  const names = new Map(rows.map(({ row }) => [row.name, row]));
  return rows.flatMap(({ row, list }) => {
    const owners = ownersOf(list).filter((name) => !list.rows.rows.some((one) => one.name === name));
    if (owners.length === 0) return [{ row, list }];
    return owners.map((name) => ({
      row: { ...row, name: `${name}${isMany(names.get(name)) ? '[]' : ''}.${row.name}` },
      list,
    }));
  });
}

/** The members that the words above a list name in code. */
export function ownersOf({ item }: Pick<StandingList, 'item'>): readonly string[] {
  const sentence = item.lead ? sentencesOf(phraseOf(item.lead)).at(-1)?.text : undefined;
  const said =
    sentence !== undefined &&
    PARTS.test(sentence) &&
    /\b(?:object|parameter|param|field|hash|array|property|section)s?\b/i.test(sentence)
      ? codesIn(sentence)
      : [];
  const heading = item.section.heading ? codesIn(phraseOf(item.section.heading.inline).text) : [];
  const titled = /^[\s`\w.]+ (?:object|parameter|array|fields?|properties|hash)$/i.test(
    item.section.title.trim(),
  )
    ? heading
    : [];
  return [...said, ...titled].filter((name) => /^[\w.]+$/.test(name));
}

const isMany = (row: Row | undefined): boolean =>
  row?.marks.repeated === true || /\b(?:array|list|collection)\b|\[\]/i.test(row?.type?.text ?? '');
