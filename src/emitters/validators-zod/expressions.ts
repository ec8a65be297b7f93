import { isFoundEverywhere } from '../../patterns/simplify.js';
import { isTranslated, translatePattern } from '../../patterns/translate.js';
import type { Constraint, ScalarType, TimestampType, Type, ValuesConstraint } from '../../model/types.js';
import { foldType } from '../../model/walk.js';
import { numberLiteral, regexpLiteral, valueLiteral } from '../../render/literals.js';
import { allowedValues, flagsMask, formatTests } from '../validators/constraints.js';
import type { Direction } from '../validators/definitions.js';
import { levelOf, type ValidationPolicy } from '../validators/options.js';

/** What the expression of a type depends on. */
export interface ZodContext {
  readonly policy: ValidationPolicy;
  readonly direction: Direction;
  /** Integers are whole numbers of any size. */
  readonly isWide: boolean;
  /** Gives a name of the runtime back and remembers that it is used. */
  readonly runtime: (name: string) => string;
  /** Gives a function for schemas of shapes back, and remembers that it is used. */
  readonly wrapper: (name: Wrapper) => string;
  /** The name of a shape's schema; undefined where no page describes it. */
  readonly schemaOf: (shape: string) => string | undefined;
}

/** What holds a schema of a shape: functions whose types, unlike those of zod, are compared by name. */
export type Wrapper = 'optional' | 'nullable' | 'array';

type Printer = (fact: string) => string;

/** The zod expression of a type at a fact, such as `CreateUser.input.tags`. */
export function expressionOf(type: Type, fact: string, context: ZodContext): string {
  const print = foldType<Printer>(type, {
    scalar: (scalar) => orNull(scalar, context, (at) => scalarExpression(scalar, at, context)),
    timestamp: (timestamp) => orNull(timestamp, context, (at) => scalarExpression(timestamp, at, context)),
    list: (list, element) =>
      orNull(list, context, (at) => {
        const checked = checks(list, at, context);
        const array = checked === '' && isShape(list.element) ? context.wrapper('array') : 'z.array';
        return `${array}(${element(`${at}.element`)})${checked}`;
      }),
    map: (map, key, value) =>
      orNull(map, context, (at) => {
        const record = isEnumerated(map.key, `${at}.key`, context) ? 'partialRecord' : 'record';
        return `z.${record}(${key(`${at}.key`)}, ${value(`${at}.value`)})${checks(map, at, context)}`;
      }),
    reference: (reference) =>
      orNull(reference, context, () => context.schemaOf(reference.target) ?? something),
    oneOf: (oneOf, variants) =>
      orNull(
        oneOf,
        context,
        (at) => `z.union([${variants.map((variant, index) => variant(`${at}.${index + 1}`)).join(', ')}])`,
      ),
  });
  return print(fact);
}

/** A shape that no page describes. */
const something = 'z.unknown().refine((value) => value !== undefined && value !== null)';

const orNull = (type: Type, context: ZodContext, print: Printer): Printer =>
  type.nullable ? (at) => `${wrapperOf('nullable', type, context)}(${print(at)})` : print;

/** A member that may be absent. */
export const optional = (type: Type, expression: string, context: ZodContext): string =>
  `${wrapperOf('optional', type, context)}(${expression})`;

const wrapperOf = (name: Wrapper, type: Type, context: ZodContext): string =>
  isShape(type) || (type.kind === 'list' && isShape(type.element)) ? context.wrapper(name) : `z.${name}`;

const isShape = ({ kind }: Type): boolean => kind === 'reference';

const isActive = (constraint: Constraint, fact: string, { policy }: ZodContext): boolean =>
  levelOf(policy, fact, constraint.kind).level === 'error';

/** The values that a type is held to; undefined where it is not. */
function valuesOf(type: Type, fact: string, context: ZodContext): readonly (string | number)[] | undefined {
  if (context.direction === 'output') return undefined;
  for (const constraint of type.constraints) {
    const values =
      constraint.kind === 'values' && !constraint.flags ? allowedValues(constraint, type) : undefined;
    if (values?.length && isActive(constraint, fact, context)) return values;
  }
  return undefined;
}

const isEnumerated = (type: Type, fact: string, context: ZodContext): boolean =>
  valuesOf(type, fact, context) !== undefined;

function scalarExpression(type: ScalarType | TimestampType, fact: string, context: ZodContext): string {
  const values = valuesOf(type, fact, context);
  const base = values ? valuesExpression(values, type) : baseExpression(type.kind, context);
  return `${base}${checks(type, fact, context, values !== undefined)}${formatCheck(type, fact, context)}`;
}

/** The tests of the runtime, which ask less than those of zod. */
function formatCheck(type: ScalarType | TimestampType, fact: string, context: ZodContext): string {
  if (type.kind !== 'string' || !type.format || context.direction === 'output') return '';
  if (levelOf(context.policy, fact, 'format').level !== 'error') return '';
  const { value } = type.format;
  return `.refine(${context.runtime(formatTests[value])}, ${valueLiteral(`Member must have the format ${value}`)})`;
}

const valuesExpression = (values: readonly (string | number)[], { kind }: Type): string =>
  `z.${kind === 'string' ? 'enum' : 'literal'}(${valueLiteral(values)})`;

function baseExpression(kind: (ScalarType | TimestampType)['kind'], { runtime, isWide }: ZodContext): string {
  switch (kind) {
    case 'string':
    case 'boolean':
      return `z.${kind}()`;
    case 'integer':
      return isWide ? 'z.int()' : 'z.int32()';
    case 'long':
      return 'z.int()';
    case 'float':
    case 'double':
      // Services take NaN and the infinities; z.number() does not.
      return `z.custom<number>((value) => typeof value === 'number')`;
    case 'timestamp':
      return 'z.date()';
    case 'blob':
      return `z.custom<Uint8Array>(${runtime('isBytes')})`;
    case 'file':
      return `z.custom<Blob>(${runtime('isFile')})`;
    case 'document':
    case 'unknown':
      return `z.custom<JsonValue>((value) => ${runtime('isDocument')}(value, 128))`;
  }
}

/** The calls that follow the type: one or two for each constraint that applies. */
function checks(type: Type, fact: string, context: ZodContext, isValues = false): string {
  return type.constraints
    .filter((constraint) => isActive(constraint, fact, context))
    .map((constraint) => checkOf(constraint, type, context, isValues))
    .join('');
}

interface Bounds {
  readonly min?: number;
  readonly max?: number;
}

function checkOf(constraint: Constraint, type: Type, context: ZodContext, isValues: boolean): string {
  const { runtime } = context;
  switch (constraint.kind) {
    case 'length':
      if (type.kind === 'string')
        return refinement(constraint, `${runtime('codePoints')}(value)`, 'have length');
      if (type.kind === 'file') return refinement(constraint, 'value.size', 'have length');
      return type.kind === 'blob' ? refinement(constraint, 'value.byteLength', 'have length') : '';
    case 'count':
      if (type.kind === 'list') return bounds(constraint, 'min', 'max');
      return type.kind === 'map' ? refinement(constraint, 'Object.keys(value).length', 'have length') : '';
    case 'range':
      return rangeCheck(constraint, type, isValues);
    case 'pattern':
      return type.kind === 'string' ? patternCheck(constraint.pattern, isValues) : '';
    case 'values':
      return flagsCheck(constraint, type, context);
  }
}

/** Other values are the type itself. */
function flagsCheck(constraint: ValuesConstraint, type: Type, { direction, runtime }: ZodContext): string {
  const mask = flagsMask(constraint, allowedValues(constraint, type) ?? []);
  if (mask === undefined || direction === 'output') return '';
  const message = valueLiteral('Member must be a sum of the documented values');
  return `.refine((value) => ${runtime('isSumOf')}(value, ${numberLiteral(mask)}), ${message})`;
}

function rangeCheck(constraint: Bounds, { kind }: Type, isValues: boolean): string {
  const isWhole = kind === 'integer' || kind === 'long';
  if (isWhole && !isValues) return bounds(constraint, 'gte', 'lte');
  return isWhole || kind === 'float' || kind === 'double' ? refinement(constraint, 'value', 'be') : '';
}

const bounds = ({ min, max }: Bounds, least: string, most: string): string =>
  [
    ...(min === undefined ? [] : [`.${least}(${numberLiteral(min)})`]),
    ...(max === undefined ? [] : [`.${most}(${numberLiteral(max)})`]),
  ].join('');

/** Both bounds in one check, in the words of services. */
function refinement({ min, max }: Bounds, measure: string, verb: string): string {
  const tests = [
    ...(min === undefined ? [] : [`${measure} >= ${numberLiteral(min)}`]),
    ...(max === undefined ? [] : [`${measure} <= ${numberLiteral(max)}`]),
  ];
  if (tests.length === 0) return '';
  return `.refine((value) => ${tests.join(' && ')}, ${valueLiteral(wording({ min, max }, verb))})`;
}

function wording(
  { min, max }: { readonly min: number | undefined; readonly max: number | undefined },
  verb: string,
): string {
  if (min === undefined) return `Member must ${verb} less than or equal to ${String(max)}`;
  if (max === undefined) return `Member must ${verb} greater than or equal to ${String(min)}`;
  return `Member must ${verb} between ${String(min)} and ${String(max)}, inclusive`;
}

function patternCheck(pattern: string, isValues: boolean): string {
  const translation = translatePattern(pattern);
  if (!isTranslated(translation) || isFoundEverywhere(translation)) return '';
  const literal = regexpLiteral(translation.source, translation.flags);
  const message = valueLiteral(`Member must satisfy regular expression pattern: ${pattern}`);
  return isValues
    ? `.refine((value) => ${literal}.test(value), ${message})`
    : `.regex(${literal}, ${message})`;
}
