import type { Block } from '../../../../markdown/blocks.js';
import type { Type, ValuesConstraint } from '../../../../model/types.js';
import { valuesOfBlock } from './enums.js';
import { wordsOf } from './member-phrases.js';
import { definitionAt, type PageContext } from './page-context.js';
import { linksIn, plain, sentencesOf, type Phrase } from './phrase.js';
import type { Row } from './rows.js';
import { parseType } from './type-phrase.js';
import { scalarOf } from './type-words.js';
import {
  assignedIn,
  bothOptions,
  hasSeveralLists,
  unquoted,
  valuesByLine,
  valuesIn,
} from './value-phrases.js';

/** The values that a row says are allowed: in words, in a column, in a list below or behind a link. */
export function statedValues(
  row: Row,
  bare: Type | undefined,
  page: PageContext,
): ValuesConstraint | undefined {
  if (elementOf(bare)?.constraints.some(({ kind }) => kind === 'values')) return undefined;
  return (
    inWords(row, bare) ??
    inColumn(row) ??
    inBlocks(row.blocks, row) ??
    behindLink(row, bare, page) ??
    namedAfter(row, page) ??
    listedBelow(row, bare, page)
  );
}

function inWords(row: Row, bare: Type | undefined): ValuesConstraint | undefined {
  if (elementOf(bare)?.kind === 'boolean') return undefined;
  for (const phrase of [...wordsOf(row), ...(row.type ? [row.type] : [])]) {
    const several = hasSeveralLists(phrase.text);
    const both = bothOptions(phrase.text);
    if (both.length > 0 && fitting(both, bare)) return constraint(both, phrase, bare);
    const listed = valuesByLine(phrase.text);
    if (listed.length > 1 && fitting(listed, bare)) return constraint(listed, phrase, bare);
    for (const sentence of phrase === row.type || several ? [] : sentencesOf(phrase)) {
      const values = valuesIn(sentence.text);
      if (values.length > 0 && fitting(values, bare)) return constraint(values, phrase, bare);
    }
  }
  return undefined;
}

/** A column of values holds nothing else. */
function inColumn({ values }: Row): ValuesConstraint | undefined {
  if (!values || !values.text.includes('\uE000')) return undefined;
  const around = values.text.replace(/\uE000[^\uE001]*\uE001/g, '').replace(/\b(?:or|and)\b|[\s,|/;]/g, '');
  const codes = [...values.text.matchAll(/\uE000([^\uE001]*)\uE001/g)].map(([, code = '']) =>
    unquoted(plain(code)),
  );
  return around === '' && codes.length > 1
    ? (assigned(codes, values) ?? constraint(codes, values, undefined))
    : undefined;
}

/** `KIND_USER = 0`, `KIND_GROUP = 1`: integers with names. */
function assigned(codes: readonly string[], { source }: Phrase): ValuesConstraint | undefined {
  const pairs = codes.flatMap((code) => assignedIn(code) ?? []);
  if (pairs.length < codes.length) return undefined;
  const details = Object.fromEntries(pairs.map(({ name, value }) => [String(value), { name }]));
  return { kind: 'values', values: pairs.map(({ value }) => value), details, source, known: 'stated' };
}

/** A list or table below the words, which say that values follow. */
function inBlocks(blocks: readonly Block[], { description }: Row): ValuesConstraint | undefined {
  const said = plain(description.at(-1)?.text ?? '');
  if (
    !/\b(?:one of|values?|types?|options?|following|can be|either|supported|allowed|possible|versions?|formats?|enum)\b[^.]*:?\s*$/i.test(
      said.slice(-160),
    )
  )
    return undefined;
  for (const block of blocks) {
    const listed = valuesOfBlock(block);
    if (listed) return listed.values;
  }
  return undefined;
}

/** A number or a text whose description leads to a list of values. */
function behindLink(row: Row, bare: Type | undefined, page: PageContext): ValuesConstraint | undefined {
  const element = elementOf(bare);
  if (element && element.kind !== 'string' && element.kind !== 'integer' && element.kind !== 'unknown')
    return undefined;
  for (const phrase of wordsOf(row)) {
    for (const { url, text } of linksIn(phrase)) {
      if (scalarOf(text)?.format) continue;
      const found = definitionAt(page, url)?.definition;
      if (
        found?.kind === 'enum' &&
        (!element || element.kind === 'unknown' || element.kind === found.listed.type)
      )
        return { ...found.listed.values, name: found.name };
    }
  }
  return undefined;
}

/** A type that says only that there are values: the guide lists them below a heading that names the member. */
function namedAfter({ type, name }: Row, { guide }: PageContext): ValuesConstraint | undefined {
  if (!type || parseType(type)?.kind !== 'enum') return undefined;
  const found = guide.valuesNamed(name)?.definition;
  return found?.kind === 'enum' ? { ...found.listed.values, name: found.name } : undefined;
}

/** `See below for the full list of roles`: the page has a list of values whose heading names the member. */
function listedBelow(
  { name, description }: Row,
  bare: Type | undefined,
  { analysis }: PageContext,
): ValuesConstraint | undefined {
  if (!description.some(({ text }) => /\b(?:see|listed|described) below\b|\bbelow for\b/i.test(plain(text))))
    return undefined;
  const kind = elementOf(bare)?.kind;
  const found = analysis.definitions.find(
    (one) => one.kind === 'enum' && sameName(/^\S+/.exec(one.section.title)?.[0] ?? '', name),
  );
  return found?.kind === 'enum' && (kind === 'unknown' || kind === found.listed.type)
    ? { ...found.listed.values, name: found.name }
    : undefined;
}

const sameName = (one: string, other: string): boolean =>
  one.toLowerCase().replace(/s$/, '') === other.toLowerCase().replace(/s$/, '');

/** Numbers for integers, and no words that are types. */
function fitting(values: readonly string[], bare: Type | undefined): boolean {
  const element = elementOf(bare);
  if (values.some((value) => value === '' || value.length > 100)) return false;
  if (element?.kind === 'integer' || element?.kind === 'long' || element?.kind === 'double')
    return values.every((value) => /^-?\d+(?:\.\d+)?$/.test(value));
  return (
    element?.kind === 'string' ||
    values.length > 2 ||
    values.every((value) => !/^(?:null|true|false)$/.test(value))
  );
}

const constraint = (
  values: readonly string[],
  { source }: Phrase,
  bare: Type | undefined,
): ValuesConstraint => {
  const kind = elementOf(bare)?.kind;
  const numbers =
    (kind === 'integer' || kind === 'long' || kind === 'double') &&
    values.every((value) => Number.isFinite(Number(value)));
  const distinct = [...new Set(values.filter((value) => value !== 'null'))];
  return { kind: 'values', values: numbers ? distinct.map(Number) : distinct, source, known: 'stated' };
};

/** What a list holds at its innermost, or the type itself. */
export const elementOf = (type: Type | undefined): Type | undefined =>
  type?.kind === 'list' ? elementOf(type.element) : type;
