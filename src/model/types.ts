import type { Fact, Provenance } from './provenance.js';

/** The types that hold no other type. `long` is a 64-bit integer, `integer` a 32-bit one. */
export type ScalarKind =
  | 'string'
  | 'boolean'
  | 'integer'
  | 'long'
  | 'float'
  | 'double'
  | 'timestamp'
  | 'blob'
  | 'document';

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

/** The values allowed, in the order of the page. */
export interface ValuesConstraint extends Provenance {
  readonly kind: 'values';
  readonly values: readonly string[];
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
}

export interface ScalarType extends Constrained {
  readonly kind: Exclude<ScalarKind, 'timestamp'>;
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

export type Type = ScalarType | TimestampType | ListType | MapType | ReferenceType;
