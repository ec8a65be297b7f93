import { fact } from '../../../../model/fragments.js';
import type { JsonValue } from '../../../../model/model.js';
import type { Fact } from '../../../../model/provenance.js';
import type { Constraint, Type, ValuesConstraint } from '../../../../model/types.js';
import { limitsIn, type Limits } from './limit-phrases.js';
import { itemsBelow, saysWhether, wordsOf } from './member-phrases.js';
import type { PageContext } from './page-context.js';
import { plain, sentencesOf, type Phrase } from './phrase.js';
import type { Row } from './rows.js';
import { defaultOf } from './stated-default.js';
import { elementOf, statedValues } from './stated-values.js';
import { defaultIn, patternIn } from './value-phrases.js';

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
