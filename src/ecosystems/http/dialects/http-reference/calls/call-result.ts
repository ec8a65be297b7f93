import { startOf, type SourceRange } from '../../../../../diagnostics/position.js';
import type { Inline } from '../../../../../markdown/blocks.js';
import type { MemberFragment, ResponseFragment, ShapeFragment } from '../../../../../model/fragments.js';
import type { Type } from '../../../../../model/types.js';
import { typeOfExample } from '../example-types.js';
import { listOf, placeId, referenceTo, typeOf } from '../member-types.js';
import type { ListSite } from '../list-site.js';
import { rowsOfBlock } from '../member-lists.js';
import { nestRows } from '../nest-rows.js';
import { membersOf } from '../read-members.js';
import type { Row } from '../rows.js';
import type { Item } from '../sections.js';
import type { OperationSite } from '../operation-sites.js';
import type { PageContext } from '../page-context.js';
import { phraseOf, plain, type Phrase } from '../phrase.js';
import { roleOfItem } from '../places.js';
import { parseType } from '../type-phrase.js';
import type { WordedType } from '../worded-type.js';
import { believed, contradicts, isCertain, isOwnTypeWord, typeAtHead } from './positional-rows.js';
import { shownValue, type ShownMessage } from './shown-messages.js';

type Shown = ReturnType<typeof shownValue>;

/** What a call gives: the type that a line says, with the members that a list says it has, or what a message shows. */
export function resultOf(
  stated: readonly ResponseFragment[],
  said: SaidResult | undefined,
  messages: readonly ShownMessage[],
  site: ListSite,
): readonly ResponseFragment[] {
  const [usual] = stated;
  const shown = shownValue(messages, 'result');
  const source = said?.phrase.source ?? shown?.message.block.source ?? usual?.source;
  if (!source) return [];
  const listed = said && said.rows.length > 0 ? nestedMembers(said, shown, site) : (usual?.members ?? []);
  const members = membersFrom(said, listed, shown, { ...site, source });
  const isStated = said !== undefined || listed.length > 0;
  const description = usual?.description;
  return [
    {
      ...(description !== undefined && { description }),
      members,
      source,
      known: isStated ? 'stated' : shown ? 'example' : 'inferred',
    },
  ];
}

/** The members below a line, with the values that a message shows of them. */
function nestedMembers(said: SaidResult, shown: Shown, site: ListSite): readonly MemberFragment[] {
  const value =
    shown?.value.kind === 'list' ? shown.value.items.find(({ kind }) => kind === 'object') : shown?.value;
  const own = { ...site, owner: `${site.owner}Result` };
  const members = value?.kind === 'object' ? value.members : [];
  const rows = nestRows(said.rows).map((row) => {
    const example = members.find(({ name }) => name === row.name)?.value;
    return example ? believed(row, example, site) : row;
  });
  return membersOf(
    rows,
    value?.kind === 'object' && shown ? { ...own, shown: value.members, shownIn: shown.message.block } : own,
  );
}

/** Scalars are what the line says; lists of members come before examples. */
function membersFrom(
  said: SaidResult | undefined,
  listed: readonly MemberFragment[],
  shown: Shown,
  { page, owner, source }: ListSite & { readonly source: SourceRange },
): readonly MemberFragment[] {
  const type = said?.type && shown && contradicts(said.type, shown.value) ? undefined : said?.type;
  if (type && isScalar(type)) return [payload(typeOf(type, source, page))];
  const isObject = listed.length > 0 && listed.every(({ place }) => place !== 'payload');
  if (isObject && (type?.kind === 'list' || (type?.kind !== 'object' && shown?.value.kind === 'list')))
    return [payload(listOfItems(listed, owner, page))];
  if (isObject && type?.kind === 'oneOf') return [payload(eitherOf(listed, type, owner, page))];
  if (listed.length > 0) return listed;
  if (type && type.kind !== 'object' && type.kind !== 'any' && !isBareList(type))
    return [payload(typeOf(type, source, page))];
  if (!shown) return type ? [payload(typeOf(type, source, page))] : [];
  const { block, offset } = shown.message;
  const example = { page, owner: `${owner}Result`, place: 'type' as const, block, offset };
  return [payload(typeOfExample(shown.value, example, source))];
}

const isScalar = (type: WordedType): boolean =>
  type.kind === 'scalar' ||
  type.kind === 'enum' ||
  type.kind === 'literal' ||
  (type.kind === 'oneOf' && type.variants.every(isScalar));
const isBareList = (type: WordedType): boolean =>
  type.kind === 'list' && (type.element.kind === 'any' || type.element.kind === 'object');

const payload = (type: Type): MemberFragment => ({
  name: 'body',
  place: 'payload',
  type,
  source: type.source,
  known: type.known,
});

/** Members that a list describes, of which the result is a list. */
const listOfItems = (members: readonly MemberFragment[], owner: string, page: PageContext): Type => {
  const item = structureOf(members, `${owner}Item`, page);
  return listOf(item, item.source);
};

/** `Object|Boolean` above a list of members: the object that they are, or the other. */
function eitherOf(
  members: readonly MemberFragment[],
  { variants }: Extract<WordedType, { kind: 'oneOf' }>,
  owner: string,
  page: PageContext,
): Type {
  const object = structureOf(members, `${owner}Result`, page);
  const { source, known } = object;
  const others = variants.filter(({ kind }) => kind !== 'object').map((one) => typeOf(one, source, page));
  return { kind: 'oneOf', variants: [object, ...others], constraints: [], source, known };
}

/** A structure of its own for members that stand below a line. */
function structureOf(members: readonly MemberFragment[], name: string, page: PageContext): Type {
  const source = members[0]?.source ?? startOf(page.analysis.page.path);
  const id = placeId(source, name);
  const shape: ShapeFragment = {
    kind: 'shape',
    name,
    ids: [id],
    shape: 'structure',
    inline: true,
    members: members.map((member) => ({ ...member, place: 'type' as const })),
    page: page.analysis.page.path,
    lines: 0,
    source,
    known: 'stated',
  };
  page.extra.push(shape);
  return referenceTo(id, source);
}

/** What a line says comes back. */
export interface SaidResult {
  /** Undefined for a word of the guide's own. */
  readonly type: WordedType | undefined;
  readonly phrase: Phrase;
  readonly item: Item;
  /** Members that stand below the line. */
  readonly rows: readonly Row[];
}

/** `` `string` – the name``, alone or as the one item of a list, below a heading that says what comes back. */
export function saidResult(site: OperationSite, page: PageContext): SaidResult | undefined {
  for (const item of site.items) {
    const { block } = item;
    const only = block.kind === 'list' ? block.items[0] : undefined;
    const inline = lineOf(item);
    if (!inline) continue;
    if (roleOfItem(item, site.section, page.guide.style.reading).side !== 'response') continue;
    const phrase = phraseOf(inline);
    const head = typeAtHead(phrase);
    const worded = head && parseType(head, page.guide.style.types);
    const isKnown = worded !== undefined && isCertain(worded);
    if (!head || !(isKnown || isOwnTypeWord(head.text))) continue;
    page.lines.take(only?.source ?? block.source);
    const type = isKnown ? withNull(worded, phrase) : undefined;
    const nested = only?.blocks.slice(1) ?? [];
    return {
      type,
      phrase,
      item,
      rows: nested.flatMap((one) => rowsOfBlock(one, page.guide.style)?.rows ?? []),
    };
  }
  return undefined;
}

/** A paragraph, or the one item of a list. */
export const lineOf = ({ block }: Item): Inline | undefined =>
  block.kind === 'paragraph'
    ? block.inline
    : block.kind === 'list' && block.items.length === 1
      ? block.items[0]?.inline
      : undefined;

/** `…, or null where there is none`. */
const withNull = (type: WordedType, { text }: Phrase): WordedType =>
  /\bor\b[^.]{0,40}\bnull\b/i.test(plain(text)) ? { ...type, nullable: true } : type;
