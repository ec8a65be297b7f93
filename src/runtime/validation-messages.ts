/** A key of an object or an index of a list. */
export type PathKey = string | number;

/** What a value can fail to satisfy. */
export type Constraint =
  'type' | 'required' | 'length' | 'count' | 'range' | 'pattern' | 'values' | 'union' | 'unknown' | 'depth';

/** What is wrong with one value, before it is put into words. */
export interface Violation {
  readonly constraint: Constraint;
  /** From the root of the value that was validated. */
  readonly path: readonly PathKey[];
  /** The limits of a length, a count, a range or the depth; inclusive. */
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  /** The values allowed. */
  readonly values?: readonly (string | number)[];
  /** The regular expression, as documented. */
  readonly pattern?: string;
  /** The type, such as `string` or `list`. */
  readonly type?: string;
  /** Code points, bytes, elements or entries; the number itself; the members set in a union. */
  readonly measure?: number;
  /** The violation is about the last key of the path, which is a key of a map. */
  readonly ofKey?: true;
}

/** Puts a violation into words; one entry for each constraint, so that each can be replaced by itself. */
export type Messages = { readonly [C in Constraint]: (violation: Violation) => string };

/** The path as a JSON pointer (RFC 6901). Services report a key of a map at the path of the map. */
export function pointer({ path, ofKey }: Violation): string {
  let text = '';
  const end = ofKey ? path.length - 1 : path.length;
  for (let at = 0; at < end; at++) {
    const key = path[at];
    text += typeof key === 'string' ? `/${/[~/]/.test(key) ? escapeKey(key) : key}` : `/${String(key)}`;
  }
  return text;
}

const escapeKey = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1');

const failed = (violation: Violation, member: string, measured = ''): string =>
  `Value${measured} at '${pointer(violation)}' failed to satisfy constraint: Member ${member}`;

function within(what: string, { min, max }: Violation): string {
  if (min === undefined) return `must ${what} less than or equal to ${String(max)}`;
  if (max === undefined) return `must ${what} greater than or equal to ${String(min)}`;
  return `must ${what} between ${String(min)} and ${String(max)}, inclusive`;
}

const length = (violation: Violation): string =>
  failed(violation, within('have length', violation), ` with length ${String(violation.measure)}`);

/** In the words of AWS services; where those have none (an unknown member, a union), in the same manner. */
export const awsMessages: Messages = {
  required: (violation) => failed(violation, 'must not be null'),
  type: (violation) => failed(violation, `must be of type ${violation.type ?? 'unknown'}`),
  length,
  count: length,
  range: (violation) => failed(violation, within('be', violation)),
  pattern: (violation) =>
    failed(violation, `must satisfy regular expression pattern: ${violation.pattern ?? ''}`),
  values: (violation) =>
    failed(violation, `must satisfy enum value set: [${(violation.values ?? []).join(', ')}]`),
  union: (violation) =>
    failed(violation, 'must have exactly one member set', ` with ${String(violation.measure)} members set`),
  unknown: (violation) => failed(violation, 'must not be present'),
  depth: (violation) => failed(violation, `must not be nested deeper than ${String(violation.max)} levels`),
};
