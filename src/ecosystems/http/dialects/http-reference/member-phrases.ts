import { fact, type MemberFragment } from '../../../../model/fragments.js';
import type { Fact } from '../../../../model/provenance.js';
import { phraseOf, plain, type Phrase } from './phrase.js';
import type { Row } from './rows.js';

/** The words that a row says of a member, with where they stand. */
const phrasesOf = ({ description, values }: Row) => [...description, ...(values ? [values] : [])];

/** `or null`, `can be null`, a column that says so. */
export function nullabilityOf(row: Row): Fact<true> | undefined {
  if (row.nullable && /^(?:y|yes|true|✓|✔|✅|nullable)$/i.test(plain(row.nullable.text).trim()))
    return fact(true as const, row.nullable.source);
  if (row.marks.nullable) return fact(true as const, row.nameSource);
  const found = [...phrasesOf(row), ...(row.type ? [row.type] : [])].find(({ text }) =>
    saysNull(plain(text)),
  );
  return found && fact(true as const, found.source);
}

const saysNull = (text: string): boolean =>
  /\b(?:can|may|might|could|will) (?:also )?be (?:set to )?(?:`?null`?)\b|\bor null\b|\bif it is null\b|\bnullable\b(?! object)|\bnull (?:if|when|for|unless|otherwise)\b|\bnull is (?:allowed|permitted)/i.test(
    text,
  ) && !/\b(?:cannot|can't|not|never|non)[ -](?:be )?(?:null|nullable)\b/i.test(text);

/** `Deprecated` at the head of a description, a mark, or `is deprecated`. */
export function deprecationOf(row: Row): Fact<string> | undefined {
  if (row.deprecated && /^(?:y|yes|true|deprecated)/i.test(plain(row.deprecated.text).trim()))
    return fact('', row.deprecated.source);
  for (const { text, source } of row.description) {
    const words = plain(text);
    if (
      /^[\s(*[]*deprecated\b(?! (?:if|when|values?))/i.test(words) ||
      /\b(?:this (?:field|parameter|property|attribute|option|value) )?(?:is|has been) (?:now )?deprecated\b(?! (?:value|if|when))/i.test(
        words.replace(/\bwithout\b[^.]*/gi, ''),
      ) ||
      /\(deprecated\)/i.test(words)
    )
      return fact(words.trim().slice(0, 300), source);
  }
  return row.marks.deprecated ? fact('', row.nameSource) : undefined;
}

/** `Read-only`, `Write-only`. */
export function readOnlyOf(row: Row): Pick<MemberFragment, 'readOnly' | 'writeOnly'> {
  for (const { text, source } of phrasesOf(row)) {
    if (/(?:^|[.(] ?|\b(?:is|are) )read[- ]?only\b/i.test(plain(text)))
      return { readOnly: fact(true, source) };
    if (/(?:^|[.(] ?|\b(?:is|are) )write[- ]?only\b/i.test(plain(text)))
      return { writeOnly: fact(true, source) };
  }
  return {};
}

/** Sentences in a list below the words, unless those say when they hold. */
export function itemsBelow({ blocks, description }: Row): readonly Phrase[] {
  if (/\b(?:if|when|for|unless|example)\b[^.]*:\s*$/i.test(plain(description.at(-1)?.text ?? ''))) return [];
  return blocks.flatMap((block) =>
    block.kind === 'list'
      ? block.items.flatMap(({ inline }) =>
          inline && inline.spans[0]?.kind !== 'code' ? [phraseOf(inline)] : [],
        )
      : [],
  );
}

/** `Whether to …`: true or false. */
export const saysWhether = ({ description: [first] }: Row): boolean =>
  first !== undefined &&
  /^(?:optional\W+|required\W+)?(?:indicates |specifies |determines )?whether\b/i.test(plain(first.text));

/** All that a row says in words. */
export const wordsOf = ({ values, description, type }: Row): readonly Phrase[] => [
  ...(values ? [values] : []),
  ...description,
  ...(type ? remarkOf(type) : []),
];

/** What stands in parentheses behind a type. */
function remarkOf(type: Phrase): readonly Phrase[] {
  const remark =
    /\(([^()]+)\)\s*$/.exec(type.text)?.[1] ??
    /\b((?:up to|at most|max(?:imum)?(?: of)?) \d+) /i.exec(type.text)?.[1];
  return remark === undefined ? [] : [{ ...type, text: remark }];
}
