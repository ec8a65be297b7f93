import type { JsonValue } from '../../model/model.js';
import type { Provenance } from '../../model/provenance.js';
import type { Constraint, TimestampFormat, Type } from '../../model/types.js';
import { OverrideProblem } from './values.js';
import { asNumber, asOneOf, asString, asStrings } from './values.js';

/** The way to a fact of a type: `length.max`, `element.pattern`, `key.values`. `value` undefined removes it. */
export function changeType(
  type: Type,
  path: readonly string[],
  value: JsonValue | undefined,
  at: Provenance,
): Type {
  const [step, ...rest] = path;
  if (step === 'element' && type.kind === 'list') {
    return { ...type, element: changeType(type.element, rest, value, at) };
  }
  if ((step === 'key' || step === 'value') && type.kind === 'map') {
    return { ...type, [step]: changeType(type[step], rest, value, at) };
  }
  if (step === 'format' && type.kind === 'timestamp' && rest.length === 0)
    return changeFormat(type, value, at);
  return { ...type, constraints: changeConstraints(type.constraints, path, value, at) };
}

const FORMATS: readonly TimestampFormat[] = ['epochSeconds', 'dateTime', 'httpDate'];

function changeFormat(
  type: Extract<Type, { kind: 'timestamp' }>,
  value: JsonValue | undefined,
  at: Provenance,
): Type {
  const { format: _format, ...rest } = type;
  return value === undefined ? rest : { ...rest, format: { value: asOneOf(value, FORMATS), ...at } };
}

function changeConstraints(
  constraints: readonly Constraint[],
  [kind, side, ...rest]: readonly string[],
  value: JsonValue | undefined,
  at: Provenance,
): readonly Constraint[] {
  const others = constraints.filter((other) => other.kind !== kind);
  if (rest.length > 0) throw new OverrideProblem('the id of a fact of this member');
  if (kind === 'pattern' && side === undefined) {
    return value === undefined ? others : [...others, { kind, pattern: asString(value), ...at }];
  }
  if (kind === 'values' && side === undefined) {
    return value === undefined ? others : [...others, { kind, values: asStrings(value), ...at }];
  }
  if ((kind === 'length' || kind === 'range' || kind === 'count') && (side === 'min' || side === 'max')) {
    return [...others, ...changeBound(constraints, kind, side, value, at)];
  }
  throw new OverrideProblem('the id of a fact, such as `length.max`, `pattern` or `element.values`');
}

function changeBound(
  constraints: readonly Constraint[],
  kind: 'length' | 'range' | 'count',
  side: 'min' | 'max',
  value: JsonValue | undefined,
  at: Provenance,
): Constraint[] {
  const stated = constraints.find((other) => other.kind === kind);
  const bounds = stated && 'min' in stated ? { min: stated.min } : {};
  const upper = stated && 'max' in stated ? { max: stated.max } : {};
  const both: { min?: number | undefined; max?: number | undefined } = { ...bounds, ...upper };
  both[side] = value === undefined ? undefined : asNumber(value);
  const { min, max } = both;
  if (min === undefined && max === undefined) return [];
  return [{ kind, ...(min !== undefined && { min }), ...(max !== undefined && { max }), ...at }];
}
