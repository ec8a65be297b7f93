import type { StandardSchemaV1 } from '../schema/standard-schema.js';
import {
  standardMessages,
  type Constraint,
  type Messages,
  type PathKey,
  type Violation,
} from './messages.js';

/**
 * A violation with its message, which is put into words when it is read: most are never read. A copy made by spreading
 * lacks it; `toJSON` gives a plain object that has it.
 */
export class Issue implements Violation, StandardSchemaV1.Issue {
  readonly constraint: Constraint;
  readonly path: readonly PathKey[];
  readonly ofKey: boolean;
  min: number | undefined = undefined;
  max: number | undefined = undefined;
  measure: number | undefined = undefined;
  values: readonly (string | number)[] | undefined = undefined;
  pattern: string | undefined = undefined;
  type: string | undefined = undefined;

  /** About the value at `path[0..depth)`. */
  constructor(sink: Sink, depth: number, constraint: Constraint) {
    this.constraint = constraint;
    this.path = copyPath(sink.path, depth);
    this.ofKey = sink.ofKey;
  }

  get message(): string {
    return standardMessages[this.constraint](this, pointerOf(this));
  }

  /** A plain object of what is known, with the message. */
  toJSON(): object {
    const known = Object.entries(this).filter(
      ([, value]: [string, unknown]) => value !== undefined && value !== false,
    );
    return { message: this.message, ...Object.fromEntries(known) };
  }

  [Symbol.for('nodejs.util.inspect.custom')](): object {
    return this.toJSON();
  }
}

/** Most values lie at the root or one below, where a literal is faster than a slice. */
function copyPath(path: readonly PathKey[], depth: number): readonly PathKey[] {
  const [first, second] = path;
  if (depth === 1 && first !== undefined) return [first];
  if (depth === 2 && first !== undefined && second !== undefined) return [first, second];
  return path.slice(0, depth);
}

/** The issues found so far, up to a limit. */
export interface Sink {
  /** Keys from the root to the value being checked; keys beyond the current depth are stale. */
  readonly path: PathKey[];
  messages: Messages;
  maxIssues: number;
  issues: Issue[] | undefined;
  /** No further issue is kept: loops stop. */
  full: boolean;
  /** True while a key of a map is checked. */
  ofKey: boolean;
}

/** What one run of a validator carries through its checks. */
export interface Context extends Sink {
  /** Values come from a service, which may know allowed values that the pages do not. */
  output: boolean;
  maxDepth: number;
  /** Members that are not known are issues. */
  rejectUnknown: boolean;
  /** Something gave all objects a property, which a member would then seem to be. */
  polluted: boolean;
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

/** Keeps an issue. The sink is not full. */
export function keep(sink: Sink, issue: Issue): void {
  if (sink.messages !== standardMessages) wordAtOnce(issue, sink.messages);
  if (sink.issues === undefined) sink.issues = [issue];
  else sink.issues.push(issue);
  if (sink.issues.length >= sink.maxIssues) sink.full = true;
}

/** Words other than the standard ones are put in at once: the class does not know them. */
function wordAtOnce(issue: Issue, messages: Messages): void {
  const message = messages[issue.constraint](issue, pointerOf(issue));
  Object.defineProperty(issue, 'message', { value: message, enumerable: true });
}

/**
 * The path of an issue as services write it: `/tags/0/key`, with nothing escaped; a key of a map at the path of the map.
 */
function pointerOf({ path, ofKey }: Issue): string {
  const end = ofKey ? path.length - 1 : path.length;
  let pointer = '';
  for (let at = 0; at < end; at++) pointer += `/${String(path[at])}`;
  return pointer;
}
