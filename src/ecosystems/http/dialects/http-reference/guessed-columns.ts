import type { ColumnMeaning } from '../../../../base/house-style.js';
import { phraseOf, plain, type Phrase } from './phrase.js';
import { rowName } from './row-name.js';
import type { ReadTable } from './table-rows.js';
import { parseType } from './type-phrase.js';
import { isTypeForCertain } from './worded-type.js';

const MOST_ROWS = 50;

/** What the columns whose heads say nothing seem to hold, by what stands in them. */
export function guessedColumns({ table, roles, grid }: ReadTable): readonly (ColumnMeaning | undefined)[] {
  const columns = table.header.map((_, at) =>
    grid.slice(0, MOST_ROWS).flatMap((cells) => (cells[at] ? [phraseOf(cells[at].inline)] : [])),
  );
  return columns.map((cells, at) => (roles[at] === 'other' ? guessOf(cells) : undefined));
}

const YES_OR_NO =
  /^(?:yes|no|y|n|true|false|x|✓|✔|✅|❌|✗|-|–|—|required|optional|ja|nein|oui|non|s[ií]|да|нет)?$/i;

function guessOf(cells: readonly Phrase[]): ColumnMeaning | undefined {
  const texts = cells.map(({ text }) => plain(text).trim());
  const said = texts.filter((text) => text !== '');
  if (said.length === 0) return undefined;
  const all = (test: (text: string, at: number) => boolean): boolean => texts.every(test);
  if (all((text) => YES_OR_NO.test(text))) return 'required';
  const typed = cells.filter((cell) => {
    const type = parseType(cell);
    return type !== undefined && isTypeForCertain(type);
  });
  if (typed.length * 2 > said.length) return 'type';
  const distinct = new Set(said).size;
  if (distinct === said.length && cells.every((cell) => rowName(cell)?.rest.text === '')) return 'name';
  if (said.length > 2 && distinct * 2 <= said.length && all((text) => /^\p{L}{1,20}$/u.test(text)))
    return 'type';
  return said.filter((text) => / \S+ /.test(text)).length * 2 > said.length ? 'description' : undefined;
}
