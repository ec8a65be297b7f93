import { Issue, keep, type Sink } from './context.js';
import type { Constraint, PathKey } from './messages.js';
import { measure } from './value-checks.js';

/*
 * What emitted validators call where a check fails. `depth` is the number of keys that lead to the object that holds
 * the value; `key` is the value's own.
 */

/** The value is missing, null or of another type. */
export function typeIssue(sink: Sink, depth: number, key: PathKey, type: string, value: unknown): void {
  sink.path[depth] = key;
  selfTypeIssue(sink, depth + 1, type, value);
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

/** Of a string or a blob. */
export function lengthIssue(
  sink: Sink,
  depth: number,
  key: PathKey,
  value: string | Uint8Array,
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
  sink.path[depth] = key;
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
  sink.path[depth] = key;
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
  sink.path[depth] = key;
  const issue = new Issue(sink, depth + 1, 'values');
  issue.values = values;
  keep(sink, issue);
}

/** A union has exactly one member; one that came from a service may have a member that the pages do not know. */
export function unionIssue(sink: Sink, depth: number, members: number): void {
  if (sink.full) return;
  const issue = new Issue(sink, depth, 'union');
  issue.measure = members;
  keep(sink, issue);
}
