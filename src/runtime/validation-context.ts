import type { StandardSchemaV1 } from './standard-schema.js';
import type { Messages, PathKey, Violation } from './validation-messages.js';

/** A violation in words. */
export interface Issue extends Violation, StandardSchemaV1.Issue {
  readonly path: readonly PathKey[];
}

/** The issues found so far, up to a limit. */
export interface Sink {
  /** Keys from the root to the value being checked; keys beyond the current depth are stale. */
  readonly path: PathKey[];
  readonly messages: Messages;
  readonly maxIssues: number;
  issues: Issue[] | undefined;
  /** No further issue is kept: loops stop. */
  full: boolean;
  /** True while a key of a map is checked. */
  ofKey: boolean;
}

/** What one run of a validator carries through its checks. */
export interface Context extends Sink {
  /** Values come from a service, which may know allowed values that the pages do not. */
  readonly output: boolean;
  readonly rejectUnknown: boolean;
  readonly maxDepth: number;
  /** Where constraints of level `warn` report; made when the first does. */
  warnings: Sink | undefined;
}

/** Where constraints of level `warn` report: it shares the path and fails nothing. */
export function warn(context: Context): Sink {
  const { path, messages, maxIssues, ofKey } = context;
  context.warnings ??= { path, messages, maxIssues, issues: undefined, full: false, ofKey };
  context.warnings.ofKey = ofKey;
  return context.warnings;
}

/** Keeps the violation of the value at `path[0..depth)`, unless there are enough. */
export function addIssue(sink: Sink, depth: number, violation: Omit<Violation, 'path'>): void {
  if (sink.full) return;
  const issue = { ...violation, path: sink.path.slice(0, depth), message: '' };
  issue.message = sink.messages[issue.constraint](issue);
  if (sink.issues) sink.issues.push(issue);
  else sink.issues = [issue];
  sink.full = sink.issues.length >= sink.maxIssues;
}
