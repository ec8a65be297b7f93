import { addIssue, type Sink } from './validation-context.js';
import type { PathKey } from './validation-messages.js';
import { measure } from './validation-values.js';

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
  const missing = value === undefined || value === null;
  addIssue(sink, depth, missing ? { constraint: 'required' } : { constraint: 'type', type });
}

export function requiredIssue(sink: Sink, depth: number, key: PathKey): void {
  sink.path[depth] = key;
  addIssue(sink, depth + 1, { constraint: 'required' });
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
  sink.path[depth] = key;
  addIssue(sink, depth + 1, { constraint: 'length', min, max, measure: measure(value), ...ofKey(sink) });
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
  sink.path[depth] = key;
  addIssue(sink, depth + 1, { constraint: 'count', min, max, measure: count });
}

export function rangeIssue(
  sink: Sink,
  depth: number,
  key: PathKey,
  value: number,
  min: number | undefined,
  max?: number,
): void {
  sink.path[depth] = key;
  addIssue(sink, depth + 1, { constraint: 'range', min, max, measure: value });
}

/** `documented` is how the page spells the expression, where that is not how JavaScript does. */
export function patternIssue(
  sink: Sink,
  depth: number,
  key: PathKey,
  pattern: RegExp,
  documented = pattern.source.replaceAll('\\/', '/'),
): void {
  sink.path[depth] = key;
  addIssue(sink, depth + 1, { constraint: 'pattern', pattern: documented, ...ofKey(sink) });
}

export function valuesIssue(
  sink: Sink,
  depth: number,
  key: PathKey,
  values: Iterable<string | number>,
): void {
  sink.path[depth] = key;
  addIssue(sink, depth + 1, { constraint: 'values', values: [...values], ...ofKey(sink) });
}

/** A union has exactly one member; one that came from a service may have a member that the pages do not know. */
export function unionIssue(sink: Sink, depth: number, members: number): void {
  addIssue(sink, depth, { constraint: 'union', measure: members });
}

const ofKey = ({ ofKey }: Sink): { readonly ofKey?: true } => (ofKey ? { ofKey } : {});
