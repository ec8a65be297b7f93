import type { SourceRange } from '../../../../diagnostics/position.js';
import type { Cell, TableBlock } from '../../../../markdown/blocks.js';
import { cellsInPlace, type PlacedCells } from './cell-places.js';
import { columnRole, type ColumnRole } from './columns.js';
import { CODE, phraseOf, plain, type Phrase } from './phrase.js';
import { rowName } from './row-name.js';
import { rowList, type Row, type RowList } from './rows.js';
import { wholeCells } from './split-cells.js';
import { parseType, type OwnWords } from './type-phrase.js';
import { isTypeForCertain } from './worded-type.js';

/** A table with what its columns hold. */
export interface ReadTable {
  readonly table: TableBlock;
  readonly roles: readonly ColumnRole[];
  readonly grid: readonly (readonly (Cell | undefined)[])[];
}

const known = new WeakMap<TableBlock, ReadTable>();

/** A table as a grid: a cell that spans several rows or columns stands in each. */
export function readTable(table: TableBlock, own?: { readonly [words: string]: string }): ReadTable {
  const before = known.get(table);
  if (before) return before;
  const grid = gridOf(table);
  const roles = table.header.flatMap((cell) => {
    const role = columnRole(plain(phraseOf(cell.inline).text), own);
    return Array.from({ length: Math.min(cell.colSpan, 20) }, () => role);
  });
  const read = { table, roles: typedValues(table, refined(roles), grid), grid };
  known.set(table, read);
  return read;
}

/** `Name | Value | Description`: a column of values that are all words for types holds the types. */
function typedValues(
  { header }: TableBlock,
  roles: readonly ColumnRole[],
  grid: ReadTable['grid'],
): readonly ColumnRole[] {
  const at = header.findIndex(({ inline }) => /^\W*values?\W*$/i.test(plain(phraseOf(inline).text)));
  if (at < 1 || roles.includes('type') || roles[0] !== 'name') return roles;
  const phrases = grid.flatMap((cells) => (cells[at] ? [phraseOf(cells[at].inline)] : []));
  const isWord = (phrase: Phrase): boolean =>
    !phrase.text.startsWith(CODE) && (isWordedType(phrase) || /^\uE002[^\uE003]*\uE003$/.test(phrase.text));
  return phrases.length > 0 && phrases.every(isWord) ? roles.with(at, 'type') : roles;
}

/** Of two columns of one role the second holds something else, but for names next to `Value`. */
function refined(roles: readonly ColumnRole[]): readonly ColumnRole[] {
  return roles.map((role, at) => (roles.indexOf(role) < at && role !== 'description' ? 'other' : role));
}

const MOST_CELLS = 200_000;

function gridOf(table: TableBlock): readonly (readonly (Cell | undefined)[])[] {
  const spans: { cell: Cell; left: number }[] = [];
  let cells = 0;
  const columns = table.origin === 'gfm' ? table.header.length : 0;
  return table.rows.map(({ cells: given }) => {
    const row: (Cell | undefined)[] = [];
    const queue = [...wholeCells(given, columns)];
    for (let column = 0; column < 100 && (queue.length > 0 || (spans[column]?.left ?? 0) > 0); column += 1) {
      const above = spans[column];
      if (above && above.left > 0) {
        above.left -= 1;
        row.push(above.cell);
        continue;
      }
      const cell = queue.shift();
      const width = cells < MOST_CELLS ? Math.min(Math.max(cell?.colSpan ?? 1, 1), 20) : 1;
      for (let extra = 0; cell && extra < width; extra += 1) {
        spans[column + extra] = { cell, left: Math.max(cell.rowSpan, 1) - 1 };
        row.push(cell);
      }
      column += width - 1;
      cells += width;
    }
    return row;
  });
}

/** The members that a table lists; undefined where it lists something else. */
export function rowsOfTable(
  table: TableBlock,
  own?: { readonly [words: string]: string },
  types?: OwnWords,
): RowList | undefined {
  const { roles, grid } = readTable(table, own);
  const nameAt = nameColumn(roles, grid);
  if (nameAt < 0 || grid.length === 0) return undefined;
  const rows = grid.flatMap((cells, at) =>
    isSpanned(grid, at, nameAt)
      ? []
      : (rowOf(cellsInPlace(cells, roles, types), roles, nameAt, rangeOfRow(table, grid, at, nameAt)) ?? []),
  );
  if (
    rows.length * 2 < grid.filter((_, at) => !isSpanned(grid, at, nameAt)).length ||
    rows.some(({ name }) => name.startsWith('--'))
  )
    return undefined;
  if (!isMemberTable(roles, rows, types)) return undefined;
  return rowList(rows, table.source, roles.includes('required') || roles.includes('optional'));
}

/** True where the name is the one of the row above, which spans both: the row says more of that member. */
const isSpanned = (grid: ReadTable['grid'], at: number, nameAt: number): boolean =>
  at > 0 && grid[at]?.[nameAt] !== undefined && grid[at][nameAt] === grid[at - 1]?.[nameAt];

function rangeOfRow(table: TableBlock, grid: ReadTable['grid'], at: number, nameAt: number): SourceRange {
  let last = at;
  while (isSpanned(grid, last + 1, nameAt)) last += 1;
  const { source } = table.rows[at] ?? table;
  const end = table.rows[last]?.source ?? source;
  return { ...source, endLine: end.endLine, endColumn: end.endColumn };
}

/** The column that says so, or else the first one, where another holds types. */
/** Where the names stand: below a head that says so, or else in the first column that may hold names. */
export function nameColumn(roles: readonly ColumnRole[], grid: ReadTable['grid']): number {
  const said = roles.indexOf('name');
  if (said >= 0) return said;
  if (!roles.includes('type') || roles[0] === 'type') return -1;
  return grid.every(([first]) => first !== undefined && rowName(phraseOf(first.inline)) !== undefined)
    ? 0
    : -1;
}

/** Names alone make no list of members: types do, or words about what is required, or a head that only members have. */
function isMemberTable(roles: readonly ColumnRole[], rows: readonly Row[], types: OwnWords): boolean {
  if (rows.length === 0) return false;
  if (roles.includes('type')) {
    const typed = rows.filter(({ type }) => type !== undefined && type.text !== '');
    const understood = typed.filter(({ type }) => type && isType(type, types));
    return typed.length === 0 ? roles.includes('description') : understood.length * 2 >= typed.length;
  }
  return (
    roles.includes('required') ||
    roles.includes('optional') ||
    roles.includes('place') ||
    (roles.includes('description') && roles.includes('name'))
  );
}

/** `id integer`: a word behind the name that is a type for certain. */
const isWordedType = (phrase: Phrase): boolean => {
  const type = parseType(phrase);
  return type !== undefined && isTypeForCertain(type);
};

const isType = (phrase: Phrase, types: OwnWords): boolean => {
  const type = parseType(phrase, types);
  return (
    type !== undefined &&
    (isTypeForCertain(type) ||
      (type.kind === 'named' && (type.link !== undefined || /^[A-Z]/.test(type.name))))
  );
};

function rowOf(
  { cells, moved }: PlacedCells,
  roles: readonly ColumnRole[],
  nameAt: number,
  source: Row['source'],
): Row | undefined {
  const cell = cells[nameAt];
  const named = cell && rowName(phraseOf(cell.inline));
  if (!cell || !named) return undefined;
  const said = (role: ColumnRole): Phrase | undefined => {
    const at = roles.indexOf(role);
    const found = at >= 0 && at !== nameAt ? cells[at] : undefined;
    return found && phraseOf(found.inline);
  };
  const optional = said('optional');
  const required = said('required') ?? optional;
  const type = said('type') ?? (named.rest.text === '' || !isWordedType(named.rest) ? undefined : named.rest);
  return {
    name: named.name,
    source,
    nameSource: cell.source,
    depth: named.depth,
    marks: named.marks,
    ...(moved && { moved: true as const }),
    ...(type && { type }),
    ...(required && { required }),
    ...(optional && { saysOptional: true as const }),
    ...optionalPhrases({
      default: said('default'),
      values: said('values'),
      nullable: said('nullable'),
      deprecated: said('deprecated'),
      placeWords: said('place'),
      example: said('example'),
    }),
    description: roles.flatMap((role, at) =>
      role === 'description' || (role === 'other' && at !== nameAt)
        ? cells[at]
          ? [phraseOf(cells[at].inline)]
          : []
        : [],
    ),
    children: [],
    blocks: cells.flatMap(
      (one) => one?.blocks.filter(({ kind }) => kind === 'list' || kind === 'table') ?? [],
    ),
  };
}

const optionalPhrases = (given: { readonly [key: string]: Phrase | undefined }): Partial<Row> =>
  Object.fromEntries(
    Object.entries(given).filter(([, phrase]) => phrase !== undefined && phrase.text !== ''),
  );
