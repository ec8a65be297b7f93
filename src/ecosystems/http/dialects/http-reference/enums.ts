import type { Block, Cell } from '../../../../markdown/blocks.js';
import type { ValueDetails, ValuesConstraint } from '../../../../model/types.js';
import { guessedColumns } from './guessed-columns.js';
import { codesIn, phraseOf, plain, withoutLinks } from './phrase.js';
import { readTable } from './table-rows.js';
import { unquoted } from './value-phrases.js';

/** The values that a table or a list names. */
export interface ListedValues {
  readonly type: 'string' | 'integer';
  readonly values: ValuesConstraint;
}

interface Value {
  readonly value: string;
  readonly details: ValueDetails;
}

/** The values of a table or list whose every row is one; undefined for others. */
export function valuesOfBlock(block: Block): ListedValues | undefined {
  if (block.kind === 'table') return fromTable(block);
  if (block.kind !== 'list') return undefined;
  const values = block.items.flatMap(({ inline }) => (inline ? valueOfItem(phraseOf(inline).text) : []));
  const items = block.items.filter(({ inline }) => inline && valueOfItem(phraseOf(inline).text).length > 0);
  return items.length === block.items.length ? listed(values, false, block.source) : undefined;
}

const ITEM = /^\uE000([^\uE001]{1,80})\uE001(?:\s*(?:[–—:=(-]|,)\s*([\s\S]*))?$/;

function valueOfItem(text: string): readonly Value[] {
  const [whole, value = '', description] = ITEM.exec(withoutLinks(text)) ?? [];
  if (whole === undefined || /\s/.test(value.trim())) return [];
  return [
    {
      value: unquoted(value),
      details: description ? { description: plain(description).replace(/\)$/, '').trim() } : {},
    },
  ];
}

type Table = Extract<Block, { kind: 'table' }>;

function fromTable(table: Table): ListedValues | undefined {
  const read = readTable(table);
  const { roles, grid } = read;
  if (grid.length === 0 || roles.includes('method') || roles.includes('required')) return undefined;
  const columns = roles.map((_, at) => grid.map((cells) => cellText(cells[at])));
  const numbers = columns.findIndex((cells) => cells.every(isNumber));
  if (numbers >= 0) return withNames(table, numbers, columns);
  const fitting = columns.flatMap((cells, at) => (cells.every((cell) => isWord(cell)) ? [at] : []));
  const words = fitting.find((at) => grid.every((cells) => isCode(cells[at]))) ?? fitting[0] ?? -1;
  const isOfMembers = guessedColumns(read).some((guess, at) => guess === 'type' && at !== words);
  return words < 0 || words > 1 || isOfMembers ? undefined : withoutNumbers(table, words, columns);
}

const INTEGER = /^-?\d+$|^\(?1 ?<< ?\d+\)?$|^0x[\da-f]+$/i;
/** `8`, `1 << 3`, or one number in two ways: `0x8`, `(1 << 3)`. */
const isNumber = (cell: string): boolean => cell.split(', ').every((part) => INTEGER.test(part));
const WORD = /^[\w@$][\w.:/@+-]*$/;

const isWord = (cell: string): boolean =>
  cell !== '' && cell.split(/\s*,\s*/).every((value) => WORD.test(unquoted(value)));

const isCode = (cell: Cell | undefined): boolean =>
  cell !== undefined && phraseOf(cell.inline).text.startsWith('\uE000');

/** Code without its remark, or plain text without marks of footnotes. */
function cellText(cell: Cell | undefined): string {
  if (!cell) return '';
  const { text } = phraseOf(cell.inline);
  const codes = codesIn(text);
  const around = plain(text.replace(/\uE000[^\uE001]*\uE001/g, '')).replace(/[\s,*\\]|\([^)]*\)|or|and/g, '');
  return (
    codes.length > 0 && around === ''
      ? codes.join(', ')
      : plain(withoutLinks(text)).replace(/\s*\([^)]*\)$/, '')
  )
    .replace(/(?:\s*\[\d+\])+$/, '')
    .replace(/[\\*†]+$/g, '')
    .trim();
}

function withNames(
  table: Table,
  at: number,
  columns: readonly (readonly string[])[],
): ListedValues | undefined {
  const { roles } = readTable(table);
  const nameAt = columns.findIndex(
    (cells, other) =>
      other !== at &&
      roles[other] !== 'description' &&
      cells.every((cell) => /^[\p{L}_][\p{L}\d_ ./'’-]*$/u.test(cell)),
  );
  const values = (columns[at] ?? []).map((text, row) => ({
    value: String(numberOf(text)),
    details: detailsAt(table, row, nameAt < 0 ? undefined : columns[nameAt]?.[row]),
  }));
  const flags = (columns[at] ?? []).some((text) => text.includes('<<'));
  return listed(values, true, table.source, flags);
}

const numberOf = (text: string): number => {
  const shift = /<< ?(\d+)/.exec(text)?.[1];
  return shift === undefined ? Number(text.split(', ')[0]) : 2 ** Number(shift);
};

function withoutNumbers(
  table: Table,
  at: number,
  columns: readonly (readonly string[])[],
): ListedValues | undefined {
  const values = (columns[at] ?? []).flatMap((text, row) =>
    text
      .split(/\s*,\s*/)
      .map((value) => ({ value: unquoted(value), details: detailsAt(table, row, undefined) })),
  );
  return listed(values, false, table.source);
}

function detailsAt(table: Table, row: number, name: string | undefined): ValueDetails {
  const { roles, grid } = readTable(table);
  const at = roles.indexOf('description');
  const cell = at < 0 ? undefined : grid[row]?.[at];
  const description = cell?.inline.markdown;
  return {
    ...(name !== undefined && { name }),
    ...(description !== undefined && description !== '' && { description }),
  };
}

const MOST_VALUES = 2000;

function listed(
  values: readonly Value[],
  numbers: boolean,
  source: ValuesConstraint['source'],
  flags = false,
): ListedValues | undefined {
  const first = new Map(values.slice(0, MOST_VALUES).map((one) => [one.value, one.details]));
  if (first.size === 0) return undefined;
  const details = Object.fromEntries([...first].filter(([, about]) => Object.keys(about).length > 0));
  return {
    type: numbers ? 'integer' : 'string',
    values: {
      kind: 'values',
      values: [...first.keys()].map((value) => (numbers ? Number(value) : value)),
      ...(Object.keys(details).length > 0 && { details }),
      ...(flags && { flags: true as const }),
      source,
      known: 'stated',
    },
  };
}
