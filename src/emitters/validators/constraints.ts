import { numberLiteral, stringLiteral, valueLiteral } from '../../render/literals.js';
import type {
  Constraint,
  LengthConstraint,
  StringFormat,
  Type,
  ValuesConstraint,
} from '../../model/types.js';
import { issue, sinkOf, type Place } from './place.js';

/** One constraint of the value at a place: when it is violated, and the call that says so. */
export interface Statement {
  readonly condition: string;
  readonly report: string;
  /** Why the constraint does not fail; empty where it does. */
  readonly comment: string;
}

interface Bounds {
  readonly min?: number;
  readonly max?: number;
}

/** Up to so many values are compared one by one, more are looked up. */
const inlineValues = 4;

/** Lengths are tested before patterns. */
const order: readonly Constraint['kind'][] = ['count', 'length', 'range', 'values', 'pattern'];

/** The statements of the constraints that apply to a type, in order. */
export const constraintStatements = (type: Type, place: Place): readonly Statement[] => [
  ...[...type.constraints]
    .sort((one, other) => order.indexOf(one.kind) - order.indexOf(other.kind))
    .flatMap((constraint) => statementsOf(constraint, type, place)),
  ...formatStatements(type, place),
];

/** Services that answer with something else are not held to it. */
function formatStatements(type: Type, place: Place): readonly Statement[] {
  if (type.kind !== 'string' || !type.format) return [];
  const level = sinkOf(place, 'format');
  if (!level) return [];
  const { value } = type.format;
  const condition = `!context.output && !${place.module.runtime(formatTests[value])}(${place.value})`;
  const report = issue(place, level.sink, 'formatIssue', [stringLiteral(value)]);
  return [{ condition, report, comment: level.comment }];
}

/** The functions of the runtime that tell whether a text is written so. */
export const formatTests: Readonly<Record<StringFormat, string>> = {
  date: 'isDateText',
  'date-time': 'isDateTimeText',
  uuid: 'isUuid',
  email: 'isEmail',
  uri: 'isUri',
  byte: 'isBase64',
};

function statementsOf(constraint: Constraint, type: Type, place: Place): readonly Statement[] {
  const level = sinkOf(place, constraint.kind);
  if (!level) return [];
  const { sink, comment } = level;
  const parts = partsOf(constraint, type, place);
  return parts
    ? [{ condition: parts.condition, report: issue(place, sink, parts.name, parts.args), comment }]
    : [];
}

interface Parts {
  readonly condition: string;
  readonly name: string;
  readonly args: readonly string[];
}

/** Undefined where a constraint cannot apply to the type, or holds of every value. */
function partsOf(constraint: Constraint, type: Type, place: Place): Parts | undefined {
  switch (constraint.kind) {
    case 'length':
      return type.kind === 'string' || type.kind === 'blob' || type.kind === 'file'
        ? lengthParts(constraint, type.kind, place)
        : undefined;
    case 'count':
      return type.kind === 'list' || type.kind === 'map'
        ? countParts(constraint, type.kind, place)
        : undefined;
    case 'range':
      return isNumeric(type) ? rangeParts(constraint, place) : undefined;
    case 'values':
      return valuesParts(constraint, type, place);
    case 'pattern':
      return type.kind === 'string' ? patternParts(constraint.pattern, type, place) : undefined;
  }
}

const isNumeric = (type: Type): boolean => ['integer', 'long', 'float', 'double'].includes(type.kind);

const bounds = ({ min, max }: Bounds): readonly string[] => [
  min === undefined ? 'undefined' : numberLiteral(min),
  ...(max === undefined ? [] : [numberLiteral(max)]),
];

const outside = (measure: string, { min, max }: Bounds): string =>
  [
    ...(min === undefined ? [] : [`${measure} < ${numberLiteral(min)}`]),
    ...(max === undefined ? [] : [`${measure} > ${numberLiteral(max)}`]),
  ].join(' || ');

const isBounded = ({ min = 0, max }: Bounds): boolean => min > 0 || max !== undefined;

type Measured = 'string' | 'blob' | 'file';

function lengthParts(constraint: LengthConstraint, kind: Measured, place: Place): Parts | undefined {
  if (!isBounded(constraint)) return undefined;
  const condition =
    kind === 'string'
      ? outsideCodePoints(constraint, place)
      : outside(`${place.value}.${kind === 'blob' ? 'byteLength' : 'size'}`, positive(constraint));
  return { condition, name: 'lengthIssue', args: [place.value, ...bounds(constraint)] };
}

/** Nothing is shorter than 0. */
const positive = ({ min, max }: Bounds): Bounds => ({
  ...(min !== undefined && min > 0 && { min }),
  ...(max !== undefined && { max }),
});

/**
 * A code point takes one or two code units: points are counted only where the number of units leaves doubt, that is
 * from `min` to `2 * min`, and above `max`.
 */
function outsideCodePoints({ min = 0, max }: Bounds, { value, module }: Place): string {
  const units = `${value}.length`;
  const points = (): string => `${module.runtime('codePoints')}(${value})`;
  const tests: string[] = [];
  if (min === 1) tests.push(`${units} < 1`);
  if (min > 1)
    tests.push(`(${units} < ${numberLiteral(2 * min - 1)} && ${points()} < ${numberLiteral(min)})`);
  if (max !== undefined)
    tests.push(`(${units} > ${numberLiteral(max)} && ${points()} > ${numberLiteral(max)})`);
  return tests.join(' || ');
}

function countParts(constraint: Bounds, kind: 'list' | 'map', place: Place): Parts | undefined {
  if (!isBounded(constraint)) return undefined;
  const count =
    kind === 'list' ? `${place.value}.length` : `${place.module.runtime('entryCount')}(${place.value})`;
  return {
    condition: outside(count, positive(constraint)),
    name: 'countIssue',
    args: [count, ...bounds(constraint)],
  };
}

/** Negated, so that NaN is outside. */
function rangeParts(constraint: Bounds, place: Place): Parts | undefined {
  const { min, max } = constraint;
  if (min === undefined && max === undefined) return undefined;
  const tests = [
    ...(min === undefined ? [] : [`${place.value} >= ${numberLiteral(min)}`]),
    ...(max === undefined ? [] : [`${place.value} <= ${numberLiteral(max)}`]),
  ];
  return {
    condition: `!(${tests.join(' && ')})`,
    name: 'rangeIssue',
    args: [place.value, ...bounds(constraint)],
  };
}

function valuesParts(constraint: ValuesConstraint, type: Type, place: Place): Parts | undefined {
  const values = allowedValues(constraint, type);
  if (!values?.length) return undefined;
  const mask = flagsMask(constraint, values);
  if (mask !== undefined) return flagsParts(mask, values, place);
  const [condition, list] = valuesTest(values, place);
  return { condition: `!context.output && ${condition}`, name: 'valuesIssue', args: [list] };
}

/** All bits that are documented; undefined where the values are none. */
export function flagsMask(
  { flags }: ValuesConstraint,
  values: readonly (string | number)[],
): number | undefined {
  if (!flags || !values.every((value) => Number.isSafeInteger(value) && Number(value) >= 0)) return undefined;
  return Number(values.reduce((mask, value) => mask | BigInt(value), 0n));
}

function flagsParts(mask: number, values: readonly (string | number)[], place: Place): Parts {
  const test = `${place.module.runtime('isSumOf')}(${place.value}, ${numberLiteral(mask)})`;
  const list = place.module.values(values, place.member);
  return { condition: `!context.output && !${test}`, name: 'flagsIssue', args: [list] };
}

function valuesTest(values: readonly (string | number)[], place: Place): readonly [string, string] {
  const constant = place.module.values(values, place.member);
  if (values.length > inlineValues) return [`!${place.module.set(constant)}.has(${place.value})`, constant];
  return [values.map((value) => `${place.value} !== ${valueLiteral(value)}`).join(' && '), constant];
}

/** The values as the type has them; undefined where it cannot have values, or one of them is none of its. */
export function allowedValues(
  { values }: ValuesConstraint,
  type: Type,
): readonly (string | number)[] | undefined {
  const distinct = [...new Set(values)];
  if (type.kind === 'string') return distinct;
  if (!isNumeric(type)) return undefined;
  const numbers = distinct.map((value) => (String(value).trim() ? Number(value) : NaN));
  return numbers.every(Number.isFinite) ? numbers : undefined;
}

function patternParts(pattern: string, type: Type, place: Place): Parts | undefined {
  const constant = place.module.pattern(pattern, place.member);
  if (constant === undefined) return undefined;
  return {
    condition: `${patternGuard(type, place)}!${constant}.regexp.test(${place.value})`,
    name: 'patternIssue',
    args: [constant],
  };
}

/** Keeps expressions away from values far too long, where matching may take its time. */
function patternGuard(type: Type, place: Place): string {
  const length = type.constraints.find((constraint) => constraint.kind === 'length');
  if (length?.max === undefined || sinkOf(place, 'length')?.sink !== 'context') return '';
  return `${place.value}.length <= ${numberLiteral(2 * length.max)} && `;
}
