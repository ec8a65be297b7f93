import type { ListBlock, ListItem } from '../../../../../markdown/blocks.js';
import { fact, type MemberFragment } from '../../../../../model/fragments.js';
import type { ExampleValue } from '../json-example.js';
import type { ListSite } from '../list-site.js';
import { rowsOfBlock } from '../member-lists.js';
import { nestRows } from '../nest-rows.js';
import type { OperationSite } from '../operation-sites.js';
import type { PageContext } from '../page-context.js';
import { CODE, CODE_END, part, phraseOf, plain, type Phrase } from '../phrase.js';
import { roleOfItem } from '../places.js';
import { memberOf } from '../read-members.js';
import type { Row } from '../rows.js';
import type { Item } from '../sections.js';
import { parseType } from '../type-phrase.js';
import { isTypeForCertain, type WordedType } from '../worded-type.js';
import { typeOfExample } from '../example-types.js';
import { nameOfPosition } from './position-names.js';
import type { ShownMessage } from './shown-messages.js';

/** A list of parameters that have a type and no name: `1. `string` – the name of the station`. */
export interface PositionalList {
  readonly item: Item;
  readonly block: ListBlock;
}

/** The list of a site whose items begin with types. */
export function positionalList(site: OperationSite, page: PageContext): PositionalList | undefined {
  for (const item of site.items) {
    const { block } = item;
    if (block.kind !== 'list' || block.items.length === 0) continue;
    const { side } = roleOfItem(item, site.section, page.guide.style.reading);
    if (side === 'request' && block.items.every((one) => beginsWithType(one, block.ordered, page)))
      return { item, block };
  }
  return undefined;
}

/** A word for a type; in a list with numbers any word with a capital, as names of parameters have none. */
function beginsWithType({ inline }: ListItem, ordered: boolean, page: PageContext): boolean {
  const first = inline && typeAtHead(phraseOf(inline));
  if (!first) return false;
  if (isOwnTypeWord(first.text) && (ordered || first.text === first.text.toUpperCase())) return true;
  const worded = parseType(first, page.guide.style.types);
  return worded !== undefined && isCertain(worded);
}

/** Of several types, each is one for certain. */
export function isCertain(type: WordedType): boolean {
  if (type.kind === 'oneOf') return type.variants.every(isCertain);
  return type.kind === 'list' ? isCertain(type.element) : isTypeForCertain(type);
}

/** `Quantity`, `DATA|TAG`: a guide's own words for types begin with capitals. */
export const isOwnTypeWord = (text: string): boolean =>
  /^(?:array of )?[A-Z]\w*(?: ?(?:\||or) ?[A-Z]\w*){0,4}$/i.test(text) && /^(?:array of )?[A-Z]/.test(text);

const IN_CODE = `${CODE}[^${CODE_END}]{1,60}${CODE_END}`;
const HEAD = new RegExp(
  `^\\(?(${IN_CODE}(?:(?: or | ?[|/] ?)${IN_CODE}){0,4})\\)?|^([A-Za-z][\\w |]{1,30})(?=[:,–—]| - )`,
);

/** The words in code that a line begins with, or those before a comma, a dash or a colon. */
export function typeAtHead(phrase: Phrase): Phrase | undefined {
  const head = HEAD.exec(phrase.text);
  const text = head?.[1] ?? head?.[2];
  return text === undefined ? undefined : part(phrase, plain(text).replace(/^\(|\)$/g, ''));
}

/** What stands behind them, without a size and the dash. */
const behindHead = (phrase: Phrase): Phrase =>
  part(
    phrase,
    phrase.text
      .slice(HEAD.exec(phrase.text)?.[0].length ?? 0)
      .replace(/^(?:,[^–—:-]{0,40})?\s*[–—:,-]\s*/, ''),
  );

/** The members in their order, with names made of what is said of them; examples say the types of a guide's own words. */
export function positionalMembers(
  { block }: PositionalList,
  site: ListSite,
  shown: readonly ExampleValue[],
  message: ShownMessage | undefined,
): readonly MemberFragment[] {
  const taken = new Set<string>();
  return block.items.flatMap((item, at) => {
    const row = rowOf(item, at, taken, site);
    const value = shown[at];
    if (!row) return [];
    if (!value || !message) return [memberOf(row, site)];
    const { line } = value;
    const example = { name: row.name, value, line, column: 1 };
    return [memberOf(believed(row, value, site), { ...site, shown: [example], shownIn: message.block })];
  });
}

/** A word that is no type, or one that the example contradicts, says less than the example. */
export function believed(row: Row, value: ExampleValue, { page }: ListSite): Row {
  const worded = row.type && parseType(row.type, page.guide.style.types);
  if (!row.type || (worded && isCertain(worded) && !contradicts(worded, value))) return row;
  const { type: _, ...others } = row;
  return others;
}

/** An object that is shown as a text: the word means something else to the guide. */
export const contradicts = (worded: WordedType, { kind }: ExampleValue): boolean =>
  (worded.kind === 'object' || worded.kind === 'map') &&
  ['string', 'integer', 'number', 'boolean'].includes(kind);

function rowOf(item: ListItem, at: number, taken: Set<string>, { page }: ListSite): Row | undefined {
  if (!item.inline) return undefined;
  const phrase = phraseOf(item.inline);
  const type = typeAtHead(phrase);
  if (!type) return undefined;
  const description = behindHead(phrase);
  const nested = item.blocks.slice(1);
  const children = nested.flatMap((block) => rowsOfBlock(block, page.guide.style)?.rows ?? []);
  return {
    name: nameOfPosition(description, at, taken),
    source: item.source,
    nameSource: item.inline.source,
    depth: 0,
    type,
    description: [description],
    marks: /\boptional\b/i.test(description.text.slice(0, 80)) ? { required: false } : {},
    children: nestRows(children),
    blocks: [],
  };
}

/** Parameters that nothing describes, as an example shows them. */
export const shownMembers = (
  values: readonly ExampleValue[],
  { block, offset }: ShownMessage,
  owner: string,
  page: PageContext,
): readonly MemberFragment[] =>
  values.map((value, at) => {
    const { file, line, column } = block.source;
    const row = line + 1 + offset + Math.max(value.line - 1, 0);
    const source = { file, line: row, column, endLine: row, endColumn: column + 1 };
    const name = `param${String(at + 1)}`;
    const site = { page, owner: `${owner}Param${String(at + 1)}`, place: 'body' as const, block, offset };
    return { name, place: 'body', type: typeOfExample(value, site, source), source, known: 'example' };
  });

/** Positions that must be filled: all before the last one that is not optional. */
export const requiredInOrder = (members: readonly MemberFragment[]): readonly MemberFragment[] =>
  members.map((member) =>
    member.required ? member : { ...member, required: fact(true, member.source, 'inferred') },
  );
