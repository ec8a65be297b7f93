import type { Fact, Provenance } from './provenance.js';

/**
 * The types that hold no other type. `long` is a 64-bit integer, `integer` a 32-bit one; `document` is any JSON value,
 * `file` a file of a form or a body; `unknown` is what no page says the type of.
 */
export type ScalarKind =
  | 'string'
  | 'boolean'
  | 'integer'
  | 'long'
  | 'float'
  | 'double'
  | 'timestamp'
  | 'blob'
  | 'document'
  | 'file'
  | 'unknown';

/** What a string is written like. */
export type StringFormat = 'date' | 'date-time' | 'uuid' | 'email' | 'uri' | 'byte';

/** How a timestamp is written: seconds since 1970 as a number, RFC 3339, or the IMF fixdate of RFC 9110. */
export type TimestampFormat = 'epochSeconds' | 'dateTime' | 'httpDate';

/** Length of a string in Unicode code points, or of a blob in bytes. */
export interface LengthConstraint extends Provenance {
  readonly kind: 'length';
  readonly min?: number;
  readonly max?: number;
}

/** Inclusive bounds of a number. */
export interface RangeConstraint extends Provenance {
  readonly kind: 'range';
  readonly min?: number;
  readonly max?: number;
}

/** A regular expression, as the page spells it; unanchored unless it says otherwise. */
export interface PatternConstraint extends Provenance {
  readonly kind: 'pattern';
  readonly pattern: string;
}

/** The values allowed, in the order of the page; of an integer, numbers. */
export interface ValuesConstraint extends Provenance {
  readonly kind: 'values';
  readonly values: readonly (string | number)[];
  /** The name of the enumeration, where it has one of its own. */
  readonly name?: string;
  /** What pages say of single values, by the value as text. */
  readonly details?: { readonly [value: string]: ValueDetails };
  /** True where the values are bits: any sum of them is allowed. */
  readonly flags?: true;
}

export interface ValueDetails {
  /** Such as `GUILD_TEXT` for 0. */
  readonly name?: string;
  /** Markdown. */
  readonly description?: string;
}

/** The number of elements of a list or entries of a map. */
export interface CountConstraint extends Provenance {
  readonly kind: 'count';
  readonly min?: number;
  readonly max?: number;
}

export type Constraint =
  | LengthConstraint
  | RangeConstraint
  | PatternConstraint
  | ValuesConstraint
  | CountConstraint;

interface Constrained extends Provenance {
  /** What this very value must satisfy; elements, keys and entries carry their own. */
  readonly constraints: readonly Constraint[];
  /** Present where pages say that it may be null. */
  readonly nullable?: Fact<true>;
}

export interface ScalarType extends Constrained {
  readonly kind: Exclude<ScalarKind, 'timestamp'>;
  /** Of a string. */
  readonly format?: Fact<StringFormat>;
}

export interface TimestampType extends Constrained {
  readonly kind: 'timestamp';
  /** Present where a page shows which one; otherwise the protocol's own rule holds. */
  readonly format?: Fact<TimestampFormat>;
}

export interface ListType extends Constrained {
  readonly kind: 'list';
  readonly element: Type;
}

export interface MapType extends Constrained {
  readonly kind: 'map';
  readonly key: Type;
  readonly value: Type;
}

/** A structure or union by its name in `Service.shapes`. */
export interface ReferenceType extends Constrained {
  readonly kind: 'reference';
  readonly target: string;
}

/** A value of one of several types. */
export interface OneOfType extends Constrained {
  readonly kind: 'oneOf';
  readonly variants: readonly Type[];
  /** The member whose value tells which of several structures it is. */
  readonly discriminator?: Fact<string>;
}

export type Type = ScalarType | TimestampType | ListType | MapType | ReferenceType | OneOfType;
