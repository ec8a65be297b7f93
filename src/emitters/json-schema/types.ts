import type { Member } from '../../model/model.js';
import { isFoundEverywhere } from '../../patterns/simplify.js';
import { isTranslated, translatePattern } from '../../patterns/translate.js';
import type {
  Constraint,
  OneOfType,
  ScalarType,
  StringFormat,
  TimestampFormat,
  TimestampType,
  Type,
  ValuesConstraint,
} from '../../model/types.js';
import { foldType } from '../../model/walk.js';
import { allowedValues, flagsMask } from '../validators/constraints.js';
import type { Direction } from '../validators/definitions.js';
import { levelOf, type ValidationPolicy } from '../validators/options.js';

/** A JSON Schema object. */
export type JsonSchema = { readonly [keyword: string]: unknown };

/** What one document of schemas says differently from another. */
export interface SchemaStyle {
  readonly scalar: (kind: ScalarType['kind']) => JsonSchema;
  readonly format: (format: StringFormat) => JsonSchema;
  /** What is said of values beside which ones there are. */
  readonly aboutValues: (constraint: ValuesConstraint) => JsonSchema;
  readonly timestamp: Readonly<Record<TimestampFormat, JsonSchema>>;
  /** Of a value from the service, which may know more values than the pages. */
  readonly openValues: (values: readonly (string | number)[]) => JsonSchema;
  /** What an `integer` can be at all. */
  readonly integers: { readonly minimum: number; readonly maximum: number };
  /** Bounds of integers beyond what a number of JavaScript holds exactly are replaced by it, not left out. */
  readonly clampsBounds: boolean;
  /** How the source of a regular expression is spelled. */
  readonly pattern: (source: string) => string;
  /** A length of at least 0 is said, though it says nothing. */
  readonly saysZero?: true;
  /** What is said beside a reference is lost to some readers, so that the reference stands in `allOf`. */
  readonly wrapsReferences?: true;
  /** Of a shape that no page describes. */
  readonly unknownShape: JsonSchema;
}

/** What the schema of a type depends on. */
export interface SchemaContext {
  readonly style: SchemaStyle;
  readonly policy: ValidationPolicy;
  readonly direction: Direction;
  /** How timestamps are written where a page does not say. */
  readonly timestampFormat: TimestampFormat;
  /** Where the schema of a shape is; undefined where no page describes it. */
  readonly pointerTo: (shape: string) => string | undefined;
  /** The schema of a shape that is written where it is used; undefined where it stands elsewhere. */
  readonly inline?: (shape: string) => JsonSchema | undefined;
  /** How a type of several is said; `anyOf` where absent. */
  readonly oneOf?: (type: OneOfType, variants: readonly JsonSchema[]) => JsonSchema;
}

/** Makes the schema of a type at a fact, such as `CreateUser.input.tags`. */
type SchemaMaker = (fact: string) => JsonSchema;

/** The schema of a value of this type as JSON. */
export function schemaOf(type: Type, fact: string, context: SchemaContext): JsonSchema {
  const make = foldType<SchemaMaker>(type, {
    scalar: (scalar) => orNull(scalar, (at) => scalarSchema(scalar, at, context)),
    timestamp: (timestamp) => orNull(timestamp, () => timestampSchema(timestamp, context)),
    list: (list, element) =>
      orNull(list, (at) => ({
        type: 'array',
        items: element(`${at}.element`),
        ...keywords(list, at, context),
      })),
    map: (map, key, value) =>
      orNull(map, (at) => ({
        type: 'object',
        ...namesSchema(key(`${at}.key`)),
        additionalProperties: value(`${at}.value`),
        ...keywords(map, at, context),
      })),
    reference: (reference) => orNull(reference, () => referenceSchema(reference.target, context)),
    oneOf: (oneOf, variants) =>
      orNull(oneOf, (at) => {
        const schemas = variants.map((variant, index) => variant(`${at}.${index + 1}`));
        return context.oneOf?.(oneOf, schemas) ?? { anyOf: schemas };
      }),
  });
  return make(fact);
}

const orNull = ({ nullable }: Type, make: SchemaMaker): SchemaMaker =>
  nullable ? (at) => withNull(make(at)) : make;

/** The schema that takes null as well. */
function withNull(schema: JsonSchema): JsonSchema {
  const { type, enum: values, anyOf } = schema;
  // What may be anything may be null.
  if (Object.keys(schema).length === 0) return schema;
  if (typeof type === 'string')
    return { ...schema, type: [type, 'null'], ...(Array.isArray(values) && { enum: [...values, null] }) };
  const variants = Array.isArray(anyOf) && Object.keys(schema).length === 1 ? anyOf : [schema];
  return { anyOf: [...variants, { type: 'null' }] };
}

function scalarSchema(scalar: ScalarType, fact: string, context: SchemaContext): JsonSchema {
  const { style, policy } = context;
  const isHeld = scalar.format && levelOf(policy, fact, 'format').level === 'error';
  return {
    ...style.scalar(scalar.kind),
    ...(isHeld && style.format(scalar.format.value)),
    ...keywords(scalar, fact, context),
  };
}

function referenceSchema(target: string, { pointerTo, inline, style }: SchemaContext): JsonSchema {
  const written = inline?.(target);
  if (written) return written;
  const pointer = pointerTo(target);
  return pointer === undefined ? style.unknownShape : { $ref: pointer };
}

/** Whether a member of the owner at a fact, such as `CreateUser.input`, has to be there. */
export function isRequired(member: Member, fact: string, { policy, direction }: SchemaContext): boolean {
  if (member.required?.value !== true) return false;
  if (direction === 'output' && policy.requiredOutputs === 'never') return false;
  return levelOf(policy, `${fact}.${member.name}`, 'required').level === 'error';
}

/** Keys are strings anyway. */
function namesSchema(key: JsonSchema): JsonSchema {
  const keywords = Object.entries(key).filter(([keyword]) => keyword !== 'type');
  return keywords.length > 0 ? { propertyNames: Object.fromEntries(keywords) } : {};
}

export const int32 = { minimum: -(2 ** 31), maximum: 2 ** 31 - 1 };
export const safe = { minimum: Number.MIN_SAFE_INTEGER, maximum: Number.MAX_SAFE_INTEGER };

/** The type of a scalar; whole numbers with the bounds of their kind. */
export function boundedScalar(kind: ScalarType['kind']): JsonSchema {
  switch (kind) {
    case 'string':
    case 'boolean':
      return { type: kind };
    case 'integer':
      return { type: 'integer', ...int32 };
    case 'long':
      return { type: 'integer', ...safe };
    case 'float':
    case 'double':
      return { type: 'number' };
    case 'blob':
      return { type: 'string', contentEncoding: 'base64' };
    case 'file':
      return { type: 'string', format: 'binary' };
    case 'unknown':
    case 'document':
      return {};
  }
}

const timestampSchemas: Readonly<Record<TimestampFormat, JsonSchema>> = {
  epochSeconds: { type: 'number' },
  dateTime: { type: 'string', format: 'date-time' },
  httpDate: { type: 'string' },
};

/** For validators, which know nothing but JSON Schema: integers have bounds, and what may be anything is left out. */
export const validationStyle: SchemaStyle = {
  scalar: boundedScalar,
  timestamp: timestampSchemas,
  // Nothing holds strings to `format` unless told to; bytes have a keyword of their own.
  format: (format) => (format === 'byte' ? { contentEncoding: 'base64' } : { format }),
  aboutValues: () => ({}),
  openValues: () => ({}),
  integers: int32,
  clampsBounds: true,
  pattern: (source) => source,
  unknownShape: { not: { type: 'null' } },
};

/** The same where integers are whole numbers of any size. */
export const wideValidationStyle: SchemaStyle = {
  ...validationStyle,
  scalar: (kind) => boundedScalar(kind === 'integer' ? 'long' : kind),
  integers: safe,
};

const timestampSchema = ({ format }: TimestampType, { style, timestampFormat }: SchemaContext): JsonSchema =>
  style.timestamp[format?.value ?? timestampFormat];

/** The keywords of the constraints of a type; what has another level than `error` has none. */
function keywords(type: Type, fact: string, context: SchemaContext): JsonSchema {
  const kept = type.constraints.filter(({ kind }) => levelOf(context.policy, fact, kind).level === 'error');
  const all = kept.map((constraint) => keywordsOf(constraint, type, context));
  return Object.assign({}, ...all, ...alsoPatterns(all));
}

/** A second pattern stands in `allOf`, for an object has each keyword once. */
function alsoPatterns(all: readonly JsonSchema[]): readonly JsonSchema[] {
  const patterns = all.filter((each) => 'pattern' in each);
  return patterns.length < 2 ? [] : [{ allOf: patterns.slice(0, -1) }];
}

function keywordsOf(constraint: Constraint, type: Type, { direction, style }: SchemaContext): JsonSchema {
  switch (constraint.kind) {
    case 'length':
      return lengthKeywords(constraint, type, style);
    case 'count':
      return countKeywords(constraint, type);
    case 'range':
      return type.kind === 'long' || type.kind === 'integer' || isFloat(type)
        ? rangeKeywords(constraint, type, style)
        : {};
    case 'values': {
      const values = allowedValues(constraint, type);
      if (!values?.length) return {};
      const about = style.aboutValues(constraint);
      // No keyword knows of bits.
      if (flagsMask(constraint, values) !== undefined) return about;
      return { ...(direction === 'input' ? { enum: values } : style.openValues(values)), ...about };
    }
    case 'pattern':
      return type.kind === 'string' ? patternKeywords(constraint.pattern, style) : {};
  }
}

interface Bounds {
  readonly min?: number;
  readonly max?: number;
}

const isFloat = ({ kind }: Type): boolean => kind === 'float' || kind === 'double';

const bounded = (minimum: string, maximum: string, { min, max }: Bounds): JsonSchema => ({
  ...(min !== undefined && { [minimum]: min }),
  ...(max !== undefined && { [maximum]: max }),
});

/** Of a blob, the length of its base64 text, in which three bytes take four characters. */
function lengthKeywords({ min, max }: Bounds, { kind }: Type, { saysZero }: SchemaStyle): JsonSchema {
  const least = saysZero || min ? min : undefined;
  if (kind === 'string')
    return bounded('minLength', 'maxLength', {
      ...(least !== undefined && { min: least }),
      ...(max !== undefined && { max }),
    });
  const encoded = (bytes: number): number => 4 * Math.ceil(bytes / 3);
  if (kind !== 'blob') return {};
  return bounded('minLength', 'maxLength', {
    ...(min && { min: encoded(min) }),
    ...(max !== undefined && { max: encoded(max) }),
  });
}

function countKeywords(bounds: Bounds, { kind }: Type): JsonSchema {
  if (kind === 'list') return bounded('minItems', 'maxItems', bounds);
  return kind === 'map' ? bounded('minProperties', 'maxProperties', bounds) : {};
}

/** Within the limits of the type itself; a bound beyond them becomes the limit, or is left out. */
function rangeKeywords(
  bounds: Bounds,
  type: Type,
  { clampsBounds: clamps, integers }: SchemaStyle,
): JsonSchema {
  if (isFloat(type)) return bounded('minimum', 'maximum', bounds);
  const { min, max } = bounds;
  const { minimum, maximum } = type.kind === 'long' ? safe : integers;
  return {
    ...(min !== undefined && (clamps || min >= minimum) && { minimum: Math.max(min, minimum) }),
    ...(max !== undefined && (clamps || max <= maximum) && { maximum: Math.min(max, maximum) }),
  };
}

/** JSON Schema has no flags, so that those of the pattern become part of it. */
function patternKeywords(pattern: string, style: SchemaStyle): JsonSchema {
  const translation = translatePattern(pattern, 'inline');
  return isTranslated(translation) && !isFoundEverywhere(translation)
    ? { pattern: style.pattern(translation.source) }
    : {};
}
