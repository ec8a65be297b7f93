import type { Block } from '../../../../markdown/blocks.js';
import { fact } from '../../../../model/fragments.js';
import type { JsonValue } from '../../../../model/model.js';
import type { Fact } from '../../../../model/provenance.js';
import type { Constraint, Type, ValuesConstraint } from '../../../../model/types.js';
import { valuesOfBlock } from './enums.js';
import { limitsIn, type Limits } from './limit-phrases.js';
import { itemsBelow, saysWhether } from './member-phrases.js';
import { definitionAt, type PageContext } from './page-context.js';
import { linksIn, plain, sentencesOf, type Phrase } from './phrase.js';
import type { Row } from './rows.js';
import { parseType } from './type-phrase.js';
import { scalarOf } from './type-words.js';
import { assignedIn, defaultIn, patternIn, unquoted, valuesByLine, valuesIn } from './value-phrases.js';

/** A type with what its row says of its values, and the default. */
export interface ConstrainedType {
  readonly type: Type | undefined;
  readonly usual?: Fact<JsonValue>;
}

export function withConstraints(bare: Type | undefined, row: Row, page: PageContext): ConstrainedType {
  const given = bare?.kind === 'unknown' && bare.known === 'inferred' ? fromNumbers(bare, row) : bare;
  return constrained(given, row, page);
}

/** Without a type, limits and defaults that are numbers make one, and so do true and false. */
function fromNumbers(bare: Type, row: Row): Type {
  const usual = [
    ...(row.default ? [plain(row.default.text)] : []),
    ...wordsOf(row).flatMap(({ text }) => defaultIn(text)?.value ?? []),
  ][0];
  const limited = wordsOf(row).some((phrase) =>
    sentencesOf(phrase).some(({ text }) =>
      limitsIn(text).some(({ unit }) => unit === undefined || unit === 'value' || unit === 'count'),
    ),
  );
  if (/^(?:true|false)$/.test(usual ?? '') || saysWhether(row)) return { ...bare, kind: 'boolean' } as Type;
  return limited || (usual !== undefined && /^-?\d+$/.test(usual))
    ? ({ ...bare, kind: 'integer' } as Type)
    : bare;
}

function constrained(bare: Type | undefined, row: Row, page: PageContext): ConstrainedType {
  const values =
    bare?.kind === 'reference' || bare?.kind === 'map' ? undefined : statedValues(row, bare, page);
  const valued = values ? withValues(bare, values) : bare;
  const limited = valued && withFormat(withLimits(valued, row), row);
  const usual = defaultOf(row, limited);
  return { type: limited, ...(usual && { usual }) };
}

/** All that a row says in words. */
const wordsOf = ({ values, description, type }: Row): readonly Phrase[] => [
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

function statedValues(row: Row, bare: Type | undefined, page: PageContext): ValuesConstraint | undefined {
  if (elementOf(bare)?.constraints.some(({ kind }) => kind === 'values')) return undefined;
  return (
    inWords(row, bare) ??
    inColumn(row) ??
    inBlocks(row.blocks, row) ??
    behindLink(row, bare, page) ??
    namedAfter(row, page)
  );
}

function inWords(row: Row, bare: Type | undefined): ValuesConstraint | undefined {
  if (elementOf(bare)?.kind === 'boolean') return undefined;
  for (const phrase of [...wordsOf(row), ...(row.type ? [row.type] : [])]) {
    const listed = valuesByLine(phrase.text);
    if (listed.length > 1 && fitting(listed, bare)) return constraint(listed, phrase, bare);
    for (const sentence of phrase === row.type ? [] : sentencesOf(phrase)) {
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

const elementOf = (type: Type | undefined): Type | undefined =>
  type?.kind === 'list' ? elementOf(type.element) : type;

/** Values belong to what a list holds; of what has no type they make one. */
function withValues(type: Type | undefined, values: ValuesConstraint): Type {
  if (type?.kind === 'list') return { ...type, element: withValues(type.element, values) };
  const numbers = values.values.every((value) => typeof value === 'number');
  if (!type || type.kind === 'unknown')
    return {
      ...(type ?? { source: values.source, known: 'inferred' }),
      kind: numbers ? 'integer' : 'string',
      constraints: [values],
    } as Type;
  if (type.kind === 'reference' || type.kind === 'oneOf' || type.kind === 'map') return type;
  return { ...type, constraints: [...type.constraints, values] } as Type;
}

function withLimits(type: Type, row: Row): Type {
  const valued = elementOf(type)?.constraints.some(({ kind }) => kind === 'values') === true;
  const found: Constraint[] = [];
  const emptyAllowed =
    type.kind === 'string' &&
    wordsOf(row).some(({ text }) => /\bempty (?:string|or|text)\b/i.test(plain(text)));
  for (const phrase of [...wordsOf(row), ...itemsBelow(row)]) {
    for (const sentence of sentencesOf(phrase)) {
      for (const limits of limitsIn(sentence.text)) {
        const limit = limitOf(emptyAllowed ? withoutMin(limits) : limits, type, phrase, valued);
        if (limit && !found.some(({ kind }) => kind === limit.kind)) found.push(limit);
      }
    }
    const pattern = type.kind === 'string' ? patternIn(phrase.text) : undefined;
    if (pattern !== undefined && !found.some(({ kind }) => kind === 'pattern'))
      found.push({ kind: 'pattern', pattern, source: phrase.source, known: 'stated' });
  }
  return found.length === 0 ? type : ({ ...type, constraints: [...type.constraints, ...found] } as Type);
}

const withoutMin = ({ min: _min, ...rest }: Limits): Limits => rest;

/** `ISO 8601 timestamp` in the description of a text. */
function withFormat(type: Type, row: Row): Type {
  if (type.kind !== 'string' || type.format || type.constraints.some(({ kind }) => kind === 'values'))
    return type;
  const said = wordsOf(row).find(({ text }) =>
    /\bISO(?:[- ]?8601)?(?:[- ]formatted)? (?:timestamp|date[- ]?time|date and time|date\/time)|\b(?:timestamp|date[- ]?time|date and time)\b[^.]{0,30}\b(?:ISO[- ]?8601|RFC ?3339)|\bRFC ?3339\b/i.test(
      plain(text),
    ),
  );
  return said ? { ...type, format: fact('date-time' as const, said.source) } : type;
}

/** What a limit is of follows from its unit and the type. */
function limitOf(
  { unit, ...bounds }: Limits,
  type: Type,
  { source }: Phrase,
  valued: boolean,
): Constraint | undefined {
  if (bounds.min === undefined && bounds.max === undefined) return undefined;
  const at = { ...bounds, source, known: 'stated' as const };
  if (type.kind === 'list')
    return unit === 'length' || unit === 'value' || (unit === undefined && bounds.min !== undefined)
      ? undefined
      : { kind: 'count', ...at };
  if (type.kind === 'map') return unit === 'count' ? { kind: 'count', ...at } : undefined;
  if (type.kind === 'string') return unit === 'length' && !valued ? { kind: 'length', ...at } : undefined;
  const isNumber = type.kind === 'integer' || type.kind === 'long' || type.kind === 'double';
  return isNumber && unit !== 'length' ? { kind: 'range', ...at } : undefined;
}

function defaultOf(row: Row, type: Type | undefined): Fact<JsonValue> | undefined {
  if (row.default && row.default.text !== '') {
    const said = /^\s*\uE000([^\uE001]*)\uE001/.exec(row.default.text)?.[1] ?? plain(row.default.text);
    const value = /^(?:-|–|—|n\/a|none|\[\]|nil|null|\{\}|undefined|empty)$/i.test(said.trim())
      ? undefined
      : typedValue(unquoted(said), type);
    return value === undefined ? undefined : fact(value, row.default.source);
  }
  for (const phrase of wordsOf(row)) {
    const found = defaultIn(phrase.text);
    const value = found && typedValue(found.value, type);
    if (value !== undefined) return fact(value, phrase.source);
  }
  return undefined;
}

/** A default as a value of its type; undefined where it cannot be one. */
function typedValue(text: string, type: Type | undefined): JsonValue | undefined {
  switch (type?.kind) {
    case 'integer':
    case 'long':
      return /^-?[\d,_]+$/.test(text) ? Number(text.replace(/[,_]/g, '')) : namedValue(text, type);
    case 'double':
    case 'float':
      return /^-?[\d,_]+(?:\.\d+)?$/.test(text) ? Number(text.replace(/[,_]/g, '')) : undefined;
    case 'boolean':
      return /^(?:true|false)$/i.test(text) ? text.toLowerCase() === 'true' : undefined;
    case 'string':
      return stringDefault(text, type);
    case 'unknown':
    case undefined:
      return text;
    default:
      return undefined;
  }
}

/** One of the values, where there is a list of them. */
function stringDefault(text: string, type: Type): string | undefined {
  const values = type.constraints.find((one): one is ValuesConstraint => one.kind === 'values')?.values;
  return !values || values.includes(text) ? text : undefined;
}

/** `GUILD_ONLY` for 2. */
function namedValue(text: string, type: Type): number | undefined {
  const values = type.constraints.find((one): one is ValuesConstraint => one.kind === 'values');
  const [value] = Object.entries(values?.details ?? {}).find(([, { name }]) => name === text) ?? [];
  return value === undefined ? undefined : Number(value);
}
