import { fact } from '../../../../model/fragments.js';
import type { JsonValue } from '../../../../model/model.js';
import type { Fact } from '../../../../model/provenance.js';
import type { Type, ValuesConstraint } from '../../../../model/types.js';
import { wordsOf } from './member-phrases.js';
import { plain } from './phrase.js';
import type { Row } from './rows.js';
import { defaultIn, unquoted } from './value-phrases.js';

/** What a member is where it is not sent, as a column or words say, in the form of its type. */
export function defaultOf(row: Row, type: Type | undefined): Fact<JsonValue> | undefined {
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
export function typedValue(text: string, type: Type | undefined): JsonValue | undefined {
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
