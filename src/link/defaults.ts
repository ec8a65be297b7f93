import type { JsonValue } from '../model/model.js';
import type { Fact } from '../model/provenance.js';
import type { Type } from '../model/types.js';

/** A default as a value of its member's type: pages print all of them as text, such as `True` of a boolean. */
export const typedDefault = (stated: Fact<JsonValue>, type: Type): Fact<JsonValue> =>
  typeof stated.value === 'string' ? { ...stated, value: valueOf(stated.value, type) } : stated;

function valueOf(text: string, { kind }: Type): JsonValue {
  if (kind === 'boolean' && /^(?:true|false)$/iu.test(text)) return text.toLowerCase() === 'true';
  const isNumber = kind === 'integer' || kind === 'long' || kind === 'float' || kind === 'double';
  return isNumber && Number.isFinite(Number(text)) ? Number(text) : text;
}
