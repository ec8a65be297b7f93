import type { HouseStyle } from '../../../../base/house-style.js';
import { groupBy } from '../../../../base/group-by.js';
import type { Block, ComponentBlock, TableBlock } from '../../../../markdown/blocks.js';
import { guessedColumns } from './guessed-columns.js';
import { rowsOfBlock } from './member-lists.js';
import type { OperationSite } from './operation-sites.js';
import type { PageContext } from './page-context.js';
import { phraseOf, plain } from './phrase.js';
import { roleOfItem } from './places.js';
import type { Item } from './sections.js';
import { readTable } from './table-rows.js';
import { scalarOf } from './type-words.js';

/** In what form something stands that nothing was made of, and what would teach it. */
export interface UnreadForm {
  readonly form: string;
  readonly reading?: HouseStyle;
}

/** The form of a block: the heads of its columns, or the words above it. */
export function unreadForm(item: Item, page: PageContext): UnreadForm {
  const { block } = item;
  const words = (item.captions[0] ?? item.section.title).slice(0, 60);
  const reading =
    (block.kind === 'table' ? columnsOf(block, page) : undefined) ?? placesOf(item, words, page);
  return { form: formOf(block, words), ...(reading && { reading }) };
}

function formOf(block: Block, words: string): string {
  if (block.kind === 'component') return `component <${block.name}>`;
  if (block.kind !== 'table') return `${block.kind === 'list' ? 'list' : 'definition list'} below "${words}"`;
  return block.header.length > 0
    ? `table with the heads ${block.header.map(({ inline }) => `"${inline.text.slice(0, 30)}"`).join(', ')}`
    : `table below "${words}"`;
}

/** What the columns of a table hold by what stands in them, where their heads do not say it. */
function columnsOf(table: TableBlock, page: PageContext): HouseStyle | undefined {
  const read = readTable(table, page.guide.style.reading.columns);
  const guessed = guessedColumns(read);
  const all = read.roles.map((role, at) => guessed[at] ?? role);
  const isList = all.includes('name') && (all.includes('type') || all.includes('required'));
  const said = table.header.flatMap(({ inline }, at) => {
    const guess = guessed[at];
    const first = guess !== undefined && all.indexOf(guess) === at;
    return first && isList ? [[plain(phraseOf(inline).text).toLowerCase().trim(), guess] as const] : [];
  });
  return said.length > 0 ? { columns: Object.fromEntries(said) } : undefined;
}

/** Members of an operation below words that say nothing of them. */
function placesOf(item: Item, words: string, page: PageContext): HouseStyle | undefined {
  const site = page.analysis.sites.find(({ items }) => items.includes(item));
  const rows = rowsOfBlock(item.block, page.guide.style);
  if (!site || !rows || words === '' || words === site.title || item.block.kind === 'component')
    return undefined;
  const role = roleOfItem(item, site.section, page.guide.style.reading);
  return role.side === undefined ? { places: { [words.toLowerCase()]: placeBy(site) } } : undefined;
}

const placeBy = ({ requests: [first] }: OperationSite): 'query' | 'body' =>
  /^(?:GET|DELETE|HEAD|LIST|OPTIONS)$/.test(first?.line.methods[0] ?? '') ? 'query' : 'body';

/** Components of a name that docwright does not know, which state requests or members by their attributes. */
export function unknownComponents(
  components: readonly ComponentBlock[],
): readonly (UnreadForm & { readonly component: ComponentBlock })[] {
  return [...groupBy(components, ({ name }) => name)].flatMap(([name, all]) => {
    const meaning = requestBy(all) ?? memberBy(all);
    if (!meaning) return [];
    const known = { form: `component <${name}>`, reading: { components: { [name]: meaning } } };
    return all.map((component) => ({ ...known, component }));
  });
}

type Meaning = NonNullable<HouseStyle['components']>[string];

const valuesOf = (all: readonly ComponentBlock[], key: string): readonly (string | true | undefined)[] =>
  all.map(({ attributes }) => attributes[key]?.value);

const keysOf = (all: readonly ComponentBlock[]): readonly string[] => [
  ...new Set(all.flatMap(({ attributes }) => Object.keys(attributes))),
];

const everyText = (values: readonly unknown[], test: (text: string) => boolean): boolean =>
  values.every((value) => typeof value === 'string' && test(value.trim()));

function requestBy(all: readonly ComponentBlock[]): Meaning | undefined {
  const find = (pattern: RegExp) =>
    keysOf(all).find((key) => everyText(valuesOf(all, key), (text) => pattern.test(text)));
  const method = find(/^(?:get|post|put|patch|delete|head|list|options)$/i);
  const path = find(/^(?:\/|https?:\/\/)/i);
  return method !== undefined && path !== undefined ? { means: 'request', method, path } : undefined;
}

function memberBy(all: readonly ComponentBlock[]): Meaning | undefined {
  const keys = keysOf(all);
  const texts = (test: (text: string) => boolean) => keys.find((key) => everyText(valuesOf(all, key), test));
  const type = texts((text) => scalarOf(text) !== undefined);
  const name = keys.find(
    (key) =>
      key !== type &&
      everyText(valuesOf(all, key), (text) => /^[\w.$[\]-]+$/.test(text)) &&
      new Set(valuesOf(all, key)).size === all.length,
  );
  if (all.length < 2 || type === undefined || name === undefined) return undefined;
  const required = keys.find((key) =>
    valuesOf(all, key).every((value) => value === true || value === undefined),
  );
  return { means: 'member', name, type, ...(required !== undefined && { required }) };
}
