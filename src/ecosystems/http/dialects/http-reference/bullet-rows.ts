import type {
  Block,
  DefinitionListBlock,
  InlineSpan,
  ListBlock,
  ListItem,
} from '../../../../markdown/blocks.js';
import { CODE, CODE_END, part, phraseOf, type Phrase } from './phrase.js';
import { rowName } from './row-name.js';
import { rowList, type NameMarks, type Row, type RowList } from './rows.js';
import { parseType, type OwnWords } from './type-phrase.js';
import { isTypeForCertain } from './worded-type.js';

/**
 * The members that a list names, one an item: a name in code or bold, or with a separator behind it; then its type in
 * parentheses, behind a colon, or as the first sentence.
 */
export function rowsOfList(list: ListBlock, types?: OwnWords): RowList | undefined {
  const rows = list.items.flatMap((item) => alternatives(rowOfItem(item, types)));
  if (rows.length === 0 || rows.length * 3 < list.items.length * 2) return undefined;
  return rowList(rows, list.source);
}

/** `from/to` names two members. */
const alternatives = (row: Row | undefined): readonly Row[] =>
  row && /^\w+\/\w+$/.test(row.name)
    ? row.name.split('/').map((name) => ({ ...row, name }))
    : row
      ? [row]
      : [];

function rowOfItem(item: ListItem, types: OwnWords): Row | undefined {
  if (!item.inline) return undefined;
  const phrase = phraseOf(item.inline);
  const named = rowName(phrase);
  const rest = named && (phrase.text.startsWith(CODE) ? withoutBadge(named.rest) : named.rest);
  if (!named || !rest || /^\d+$/.test(named.name) || isLinkOnly(item) || !isNamed(item, phrase, rest))
    return undefined;
  const facts = factsBehind(rest, types);
  const nested = item.blocks.slice(1);
  return {
    name: named.name,
    source: item.source,
    nameSource: item.inline.source,
    depth: 0,
    ...rowFacts(facts, named.marks),
    ...nestedOf(nested, types),
  };
}

/** `Deprecated (1.11)` or `Beta` between a name and the card in code behind it. */
const withoutBadge = (rest: Phrase): Phrase =>
  part(rest, rest.text.replace(/^[^\uE000\n:–—]{1,40}(?=\uE000\([a-z<])/, ''));

/** A list of links is an index. */
const isLinkOnly = ({ inline }: ListItem): boolean =>
  inline?.spans[0]?.kind === 'link' && inline.spans[0].children.every(({ kind }) => kind !== 'code');

/** Sentences may begin with anything; names stand in code or bold, or a separator follows. */
function isNamed(item: ListItem, phrase: Phrase, rest: Phrase): boolean {
  const [first] = item.inline?.spans ?? [];
  if (isWordsInBold(first, rest)) return false;
  const marked =
    first?.kind === 'code' ||
    first?.kind === 'strong' ||
    first?.kind === 'link' ||
    phrase.text.startsWith('\uE004');
  if (rest.text === '') return marked && !/[.:!]$/.test(phrase.text);
  return marked
    ? /^(?:[(:–—,=|-]|\uE000\(|\u2013|[a-z]|[A-Z][a-z]+\b)/.test(rest.text)
    : /^(?::|[–—-] |\((?:[^)]*\b(?:string|int|bool|array|object|number|required|optional))|\uE000\()/.test(
        rest.text,
      );
}

/** `**Check often**: …` is advice, not a member called `Check`. */
const isWordsInBold = (first: InlineSpan | undefined, rest: Phrase): boolean =>
  first?.kind === 'strong' &&
  first.children.every(({ kind }) => kind === 'text') &&
  /^[\p{L}\d' -]{2,}(?::|$)/u.test(rest.text) &&
  /^\S+(?: [\p{L}\d'-]+)+:?\s*$/u.test(first.text) &&
  !/\b(?:required|optional|mandatory|deprecated)\b/i.test(first.text) &&
  parseType(part(rest, first.text.replace(/^\S+ /, '').replace(/:\s*$/, '')))?.kind !== 'scalar';

/** What stands behind a name. */
interface RowWords {
  readonly type?: Phrase;
  readonly required?: boolean;
  readonly default?: Phrase;
  readonly description: Phrase;
}

const rowFacts = (
  { type, required, default: usual, description }: RowWords,
  marks: NameMarks,
): Pick<Row, 'type' | 'default' | 'marks' | 'description'> => ({
  ...(type && { type }),
  ...(usual && { default: usual }),
  marks: { ...marks, ...(required !== undefined && { required }) },
  description: description.text === '' ? [] : [description],
});

const IN_CODE = new RegExp(`^${CODE}\\(?([^${CODE_END}]*?)\\)?${CODE_END}\\s*[–—:-]?\\s*`);
const IN_PARENTHESES = /^\(((?:[^()]|\([^()]*\))*)\)\s*[–—:-]?\s*/;

/** `(string: "x", optional) – …`, `(integer, required)`, `: string. …`, `– …`. */
export function factsBehind(rest: Phrase, types: OwnWords): RowWords {
  const bare = rest.text.replace(/^[,–—-]\s+/, '');
  const [whole, inside] = IN_CODE.exec(bare) ?? IN_PARENTHESES.exec(bare) ?? [];
  const card = inside === undefined ? undefined : cardOf(part(rest, inside), types);
  if (whole !== undefined && card) return { ...card, description: part(rest, bare.slice(whole.length)) };
  return sentenceFacts(part(rest, bare.replace(/^[:–—-]\s*/, '')), types);
}

/** What stands in parentheses: a type, whether it must be there, and a default, in any order. */
function cardOf(phrase: Phrase, types: OwnWords): Omit<RowWords, 'description'> | undefined {
  const [head = '', ...others] = splitCard(phrase.text);
  const words = [head, ...others].map((word) => word.trim());
  const required = requiredIn(words);
  const rest = words.filter(
    (word) => !/^(?:<?required>?|<?optional>?|deprecated|<?mandatory>?)$/i.test(word),
  );
  const [typeWords = '', ...after] = rest;
  const [typed, usual] = choiceOf(typeWords) ?? typeAndDefault(typeWords);
  const type = typed === '' ? undefined : part(phrase, typed);
  if (type && !parseType(type, types)) return undefined;
  if (!type && required === undefined) return undefined;
  const fallback =
    usual ??
    after
      .map((word) => /^(?:default(?:s to)?|=)\s*[:=]?\s*(.*)$/i.exec(word)?.[1])
      .find((word) => word !== undefined);
  return {
    ...(type && { type }),
    ...(required !== undefined && { required }),
    ...(fallback !== undefined && fallback !== '' && { default: part(phrase, fallback) }),
  };
}

/** Commas in brackets and quotes part nothing. */
function splitCard(text: string): readonly string[] {
  return text.match(/(?:[^,"'<([]|"[^"]*"|'[^']*'|<[^>]*>|\([^)]*\)|\[[^\]]*\]|["'<([])+/g) ?? [text];
}

function requiredIn(words: readonly string[]): boolean | undefined {
  const said = words.join(', ');
  if (/<required>|\brequired\b|\bmandatory\b/i.test(said) && !/not required/i.test(said)) return true;
  return /<optional>|\boptional\b/i.test(said) ? false : undefined;
}

/** `string: "x"` is a type and its default; `string: <required>` only a type. */
function typeAndDefault(text: string): readonly [string, string | undefined] {
  const at = text.indexOf(':');
  if (at < 0) return [text, undefined];
  const usual = text.slice(at + 1).trim();
  return [
    text.slice(0, at).trim(),
    usual === '' || /^<.*>$|required|optional/i.test(usual) ? undefined : usual,
  ];
}

/** `integer: 0 or string: ""`: either type, and no default where there are two. */
function choiceOf(text: string): readonly [string, undefined] | undefined {
  const parts = text.split(/ or (?=[a-z][\w<>[\] -]*:)/);
  return parts.length < 2 ? undefined : [parts.map((one) => typeAndDefault(one)[0]).join(' or '), undefined];
}

/** `String. The name.`, `string, required. The name.` */
function sentenceFacts(phrase: Phrase, types: OwnWords): RowWords {
  const end = /^([^.:\n(–—]{1,60}?)(?:\.(?= |$)|\n|$| [–—-] |: | \()/.exec(phrase.text);
  const head = end?.[1]?.trim() ?? '';
  if (head === '') return { description: phrase };
  const words = head.split(/,\s*/);
  const required = requiredIn(words);
  const typeWords = words.filter((word) => !/^(?:required|optional|mandatory)$/i.test(word)).join(', ');
  const type = part(phrase, typeWords);
  const worded = typeWords === '' ? undefined : parseType(type, types);
  const isType =
    worded !== undefined &&
    (isTypeForCertain(worded) ||
      (worded.kind === 'named' && worded.link !== undefined && /^\uE002[^\uE003]*\uE003$/.test(typeWords)));
  if (!isType && !(typeWords === '' && required !== undefined)) return { description: phrase };
  return {
    ...(isType && { type }),
    ...(required !== undefined && { required }),
    description: part(phrase, phrase.text.slice((end?.[0] ?? '').replace(/ \($/, ' ').length)),
  };
}

/** Lists in an item that name members are those of the object; others say more of it. */
function nestedOf(blocks: readonly Block[], types: OwnWords): Pick<Row, 'children' | 'blocks'> {
  const rest: Block[] = [];
  const children: Row[] = [];
  for (const block of blocks) {
    const inner = block.kind === 'list' ? rowsOfList(block, types) : undefined;
    if (inner?.typed) children.push(...inner.rows);
    else rest.push(block);
  }
  return { children, blocks: rest };
}

/** The members that a definition list names: terms are names, the first sentence of a detail is the type. */
export function rowsOfDefinitions(list: DefinitionListBlock, types?: OwnWords): RowList | undefined {
  const rows = list.entries.flatMap(({ terms, details, source }) =>
    terms.flatMap((term) => {
      const named = rowName(phraseOf(term));
      if (!named) return [];
      const blocks = details.flat();
      const [first, ...more] = blocks;
      const said = first?.kind === 'paragraph' ? phraseOf(first.inline) : undefined;
      const marks = said ? rowName(part(said, `x ${said.text}`))?.marks : undefined;
      const words = said
        ? factsBehind(part(said, said.text.replace(/\uE004[^\uE005]*\uE005\s*/g, '')), types)
        : { description: part(phraseOf(term), '') };
      const behind = named.rest.text === '' ? undefined : factsBehind(named.rest, types);
      const facts = {
        ...words,
        ...(behind?.type && { type: behind.type }),
        ...(behind?.required !== undefined && { required: behind.required }),
      };
      return [
        {
          name: named.name,
          source,
          nameSource: term.source,
          depth: 0,
          ...rowFacts(facts, { ...named.marks, ...marks }),
          ...nestedOf(said ? more : blocks, types),
        },
      ];
    }),
  );
  return rows.length === 0 || rows.length * 2 < list.entries.length ? undefined : rowList(rows, list.source);
}
