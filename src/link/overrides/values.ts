import type { JsonValue } from '../../model/model.js';

/** Something that an override asks for and that cannot be; the message completes "expected ...". */
export class OverrideProblem extends Error {}

export function asString(value: JsonValue): string {
  if (typeof value === 'string') return value;
  throw new OverrideProblem(`a string, not ${JSON.stringify(value)}`);
}

export function asNumber(value: JsonValue): number {
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  throw new OverrideProblem(`a number, not ${JSON.stringify(value)}`);
}

export function asBoolean(value: JsonValue): boolean {
  if (typeof value === 'boolean') return value;
  throw new OverrideProblem(`true or false, not ${JSON.stringify(value)}`);
}

export function asStrings(value: JsonValue): string[] {
  if (Array.isArray(value) && value.every((item): item is string => typeof item === 'string')) return value;
  throw new OverrideProblem(`a list of strings, not ${JSON.stringify(value)}`);
}

/** One of a few words. */
export function asOneOf<Word extends string>(value: JsonValue, words: readonly Word[]): Word {
  const word = words.find((candidate) => candidate === value);
  if (word !== undefined) return word;
  throw new OverrideProblem(`one of ${words.join(', ')}, not ${JSON.stringify(value)}`);
}
