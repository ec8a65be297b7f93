/** A key of an object or an index of a list. */
export type PathKey = string | number;

/** What a value can fail to satisfy. */
export type Constraint =
  | 'type'
  | 'required'
  | 'length'
  | 'count'
  | 'range'
  | 'pattern'
  | 'values'
  | 'flags'
  | 'format'
  | 'oneOf'
  | 'union'
  | 'unknown'
  | 'depth';

/** What is wrong with one value, before it is put into words. */
export interface Violation {
  readonly constraint: Constraint;
  /** From the root of the value that was validated. */
  readonly path: readonly PathKey[];
  /** The limits of a length, a count, a range or the depth; inclusive. */
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  /** The values allowed. */
  readonly values?: readonly (string | number)[] | undefined;
  /** The regular expression, as documented. */
  readonly pattern?: string | undefined;
  /** The type, such as `string` or `list`; the format, such as `uuid`; the types of which one has to fit. */
  readonly type?: string | undefined;
  /** Code points, bytes, elements or entries; the number itself; the members set in a union. */
  readonly measure?: number | undefined;
  /** The violation is about the last key of the path, which is a key of a map. */
  readonly ofKey?: boolean;
}

/**
 * Puts violations into words; one entry for each constraint, so that each can be replaced by itself.
 * `pointer` is the path as services write it: `/tags/0/key`, and the path of the map for a key of a map.
 */
export type Messages = { readonly [C in Constraint]: (violation: Violation, pointer: string) => string };

const failed = (pointer: string, member: string): string =>
  `Value at '${pointer}' failed to satisfy constraint: Member ${member}`;

function within(what: string, { min, max }: Violation): string {
  if (min === undefined) return `${what} less than or equal to ${String(max)}`;
  if (max === undefined) return `${what} greater than or equal to ${String(min)}`;
  return `${what} between ${String(min)} and ${String(max)}, inclusive`;
}

const length = (violation: Violation, pointer: string): string =>
  `Value with length ${String(violation.measure)} at '${pointer}' failed to satisfy constraint: Member ` +
  within('must have length', violation);

/** As `join(', ')` gives it, but faster. */
function listed(values: readonly (string | number)[]): string {
  let text = '';
  for (const value of values) text += text === '' ? String(value) : `, ${String(value)}`;
  return text;
}

/** In the words of Smithy's servers; where those have none (an unknown member, a union), in the same manner. */
export const standardMessages: Messages = {
  required: (_, pointer) => failed(pointer, 'must not be null'),
  type: ({ type = 'unknown' }, pointer) => failed(pointer, `must be of type ${type}`),
  length,
  count: length,
  range: (violation, pointer) => failed(pointer, within('must be', violation)),
  pattern: ({ pattern = '' }, pointer) =>
    failed(pointer, `must satisfy regular expression pattern: ${pattern}`),
  values: ({ values = [] }, pointer) => failed(pointer, `must satisfy enum value set: [${listed(values)}]`),
  flags: ({ values = [] }, pointer) => failed(pointer, `must be a sum of values in [${listed(values)}]`),
  format: ({ type = '' }, pointer) => failed(pointer, `must have the format ${type}`),
  oneOf: ({ type = '' }, pointer) => failed(pointer, `must be one of the types [${type}]`),
  union: (_, pointer) => failed(pointer, 'must have exactly one member set'),
  unknown: (_, pointer) => failed(pointer, 'must not be present'),
  depth: ({ max }, pointer) => failed(pointer, `must not be nested deeper than ${String(max)} levels`),
};
