import type { JsonValue } from '../../model/model.js';
import { translatePattern, isTranslated } from '../../patterns/translate.js';
import type { Constraint, Type } from '../../model/types.js';

/**
 * What is wrong with a value that a page gives as an example or default, in a few words; nothing where it satisfies the
 * type's own constraints. Elements and entries are not looked into.
 */
export function violation(type: Type, value: JsonValue): string | undefined {
  for (const constraint of type.constraints) {
    const wrong = violates(constraint, value);
    if (wrong !== undefined) return wrong;
  }
  return undefined;
}

function violates(constraint: Constraint, value: JsonValue): string | undefined {
  switch (constraint.kind) {
    case 'length':
      return typeof value === 'string' ? outside([...value].length, constraint, 'its length') : undefined;
    case 'range':
      return typeof value === 'number' ? outside(value, constraint, 'the number') : undefined;
    case 'count':
      return isObject(value) ? outside(Object.keys(value).length, constraint, 'its count') : undefined;
    case 'values':
      return typeof value !== 'string' || constraint.values.includes(value)
        ? undefined
        : 'it is none of the valid values';
    case 'pattern':
      return typeof value !== 'string' || matches(constraint.pattern, value)
        ? undefined
        : 'the pattern does not match it';
  }
}

const isObject = (value: JsonValue): value is Extract<JsonValue, object> =>
  typeof value === 'object' && value !== null;

function outside(
  measure: number,
  { min, max }: { min?: number; max?: number },
  what: string,
): string | undefined {
  if (min !== undefined && measure < min) return `${what} is ${measure}, the minimum ${min}`;
  return max !== undefined && measure > max ? `${what} is ${measure}, the maximum ${max}` : undefined;
}

/** True where the pattern cannot be tested, too. */
function matches(pattern: string, value: string): boolean {
  const translation = translatePattern(pattern);
  return !isTranslated(translation) || new RegExp(translation.source, translation.flags).test(value);
}
