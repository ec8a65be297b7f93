import { Issue, keep, type Sink } from './context.js';
import type { Constraint, PathKey } from './messages.js';
import { measure } from './value-checks.js';

/*
 * What emitted validators call where a check fails. `depth` is the number of keys that lead to the object that holds
 * the value; `key` is the value's own.
 */

/** The value is missing, null or of another type. */
export function typeIssue(sink: Sink, depth: number, key: PathKey, type: string, value: unknown): void {
  putKey(sink, depth, key);
  selfTypeIssue(sink, depth + 1, type, value);
}

/** The value that is validated itself lies one above its members, and has no key. */
function putKey(sink: Sink, depth: number, key: PathKey): void {
  if (depth >= 0) sink.path[depth] = key;
}

/** The same for a value whose own key is in the path already. */
export function selfTypeIssue(sink: Sink, depth: number, type: string, value: unknown): void {
  if (sink.full) return;
  const isMissing = value === undefined || value === null;
  const issue = new Issue(sink, depth, isMissing ? 'required' : 'type');
  if (!isMissing) issue.type = type;
  keep(sink, issue);
}

export function requiredIssue(sink: Sink, depth: number, key: PathKey): void {
  typeIssue(sink, depth, key, '', undefined);
}

/** Of a string, a blob or a file. */
export function lengthIssue(
  sink: Sink,
  depth: number,
  key: PathKey,
  value: string | Uint8Array | Blob,
  min: number | undefined,
  max?: number,
): void {
  if (!sink.full) boundsIssue(sink, depth, key, 'length', measure(value), min, max);
}

/** Of a list or a map. */
export function countIssue(
  sink: Sink,
  depth: number,
  key: PathKey,
  count: number,
  min: number | undefined,
  max?: number,
): void {
  if (!sink.full) boundsIssue(sink, depth, key, 'count', count, min, max);
}

export function rangeIssue(
  sink: Sink,
  depth: number,
  key: PathKey,
  value: number,
  min: number | undefined,
  max?: number,
): void {
  if (!sink.full) boundsIssue(sink, depth, key, 'range', value, min, max);
}

function boundsIssue(
  sink: Sink,
  depth: number,
  key: PathKey,
  constraint: Constraint,
  measured: number,
  min: number | undefined,
  max: number | undefined,
): void {
  putKey(sink, depth, key);
  const issue = new Issue(sink, depth + 1, constraint);
  issue.min = min;
  issue.max = max;
  issue.measure = measured;
  keep(sink, issue);
}

/** A regular expression and how the page spells it. */
export interface Pattern {
  /** Finds something where the documented expression does. */
  readonly regexp: RegExp;
  readonly documented: string;
}

export function patternIssue(sink: Sink, depth: number, key: PathKey, pattern: Pattern): void {
  if (sink.full) return;
  putKey(sink, depth, key);
  const issue = new Issue(sink, depth + 1, 'pattern');
  issue.pattern = pattern.documented;
  keep(sink, issue);
}

export function valuesIssue(
  sink: Sink,
  depth: number,
  key: PathKey,
  values: readonly (string | number)[],
): void {
  if (sink.full) return;
  putKey(sink, depth, key);
  const issue = new Issue(sink, depth + 1, 'values');
  issue.values = values;
  keep(sink, issue);
}

/** A number that has other bits than these. */
export function flagsIssue(sink: Sink, depth: number, key: PathKey, values: readonly number[]): void {
  if (sink.full) return;
  putKey(sink, depth, key);
  const issue = new Issue(sink, depth + 1, 'flags');
  issue.values = values;
  keep(sink, issue);
}

/** A text that is not written as its format asks. */
export function formatIssue(sink: Sink, depth: number, key: PathKey, format: string): void {
  if (sink.full) return;
  putKey(sink, depth, key);
  const issue = new Issue(sink, depth + 1, 'format');
  issue.type = format;
  keep(sink, issue);
}

/** A union has exactly one member; one that came from a service may have a member that the pages do not know. */
export function unionIssue(sink: Sink, depth: number, members: number): void {
  if (sink.full) return;
  const issue = new Issue(sink, depth, 'union');
  issue.measure = members;
  keep(sink, issue);
}
