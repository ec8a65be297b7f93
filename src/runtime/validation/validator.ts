import type { StandardSchemaV1 } from '../schema/standard-schema.js';
import type { Context, Issue } from './context.js';
import { isPolluted, type MemberTable, type Nested, withoutUnknown } from './member-checks.js';
import { standardMessages, type Messages } from './messages.js';

export { type Context, Issue, type Sink, warn } from './context.js';
export * from './formats.js';
export * from './issues.js';
export { entriesOf, entryCount, type MemberTable, membersOf, ownMember } from './member-checks.js';
export { standardMessages, type Constraint, type Messages, type Violation } from './messages.js';
export { oneOf } from './one-of.js';
export * from './value-checks.js';

export interface ValidationOptions {
  /** Members that the pages do not know: left as they are (the default), left out of the result, or an issue each. */
  readonly unknownMembers?: 'keep' | 'strip' | 'reject' | undefined;
  /** Stop when there are so many issues; 100 by default, 1 to stop at the first. */
  readonly maxIssues?: number | undefined;
  /** How deep structures, lists and maps may lie in each other; 128 by default. */
  readonly maxDepth?: number | undefined;
  /** The words of issues; `standardMessages` where an entry is absent. */
  readonly messages?: Partial<Messages> | undefined;
}

export type ValidationResult<T> = ValidationSuccess<T> | ValidationFailure;

export interface ValidationSuccess<T> {
  readonly value: T;
  readonly issues?: undefined;
  /** What constraints of level `warn` found. */
  readonly warnings?: readonly Issue[] | undefined;
}

export interface ValidationFailure {
  readonly issues: readonly Issue[];
  readonly warnings?: readonly Issue[] | undefined;
}

/** A Standard Schema that validates one type. */
export interface Validator<T> extends StandardSchemaV1<T> {
  readonly '~standard': StandardSchemaV1.Props<T> & {
    readonly validate: (value: unknown) => ValidationResult<T>;
  };
  /** The type's name. */
  readonly name: string;
  /** The value and its warnings, or every issue; never throws. */
  validate(value: unknown, options?: ValidationOptions): ValidationResult<T>;
  is(value: unknown): value is T;
  /** @throws ValidationError with every issue. */
  assert(value: unknown, options?: ValidationOptions): asserts value is T;
  /** The same validator with other options, for a library that takes a Standard Schema. */
  with(options: ValidationOptions): Validator<T>;
}

/** What `assert` throws. */
export class ValidationError extends Error {
  override readonly name = 'ValidationError';
  readonly issues: readonly Issue[];

  constructor(issues: readonly Issue[]) {
    const count = `${String(issues.length)} validation error${issues.length === 1 ? '' : 's'} detected`;
    super(`${count}: ${issues.map((issue) => issue.message).join('; ')}`);
    this.issues = issues;
  }
}

/** Reports what is wrong with the value at `path[0..depth)`. */
export type Check = (value: unknown, context: Context, depth: number) => void;

/** Whether values come from a caller or from the service. */
export type Direction = 'input' | 'output';

/** Makes the validator of a type from its check and the members that it knows, or those of what it holds. */
export function createValidator<T>(
  name: string,
  check: Check,
  table: MemberTable | Nested,
  direction: Direction = 'input',
  defaults: ValidationOptions = {},
): Validator<T> {
  const validate = (value: unknown, options = defaults): ValidationResult<T> =>
    run<T>(value, check, table, direction, options);
  return {
    '~standard': { version: 1, vendor: 'docwright', validate: (value) => validate(value) },
    name,
    validate: (value, options) => validate(value, options && { ...defaults, ...options }),
    is: (value): value is T => validate(value, { ...defaults, maxIssues: 1 }).issues === undefined,
    assert: (value, options) => {
      const { issues } = validate(value, options && { ...defaults, ...options });
      if (issues) throw new ValidationError(issues);
    },
    with: (options) => createValidator(name, check, table, direction, { ...defaults, ...options }),
  };
}

function run<T>(
  value: unknown,
  check: Check,
  table: MemberTable | Nested,
  direction: Direction,
  options: ValidationOptions,
): ValidationResult<T> {
  const context = takeContext(direction, options);
  check(value, context, 0);
  const { issues, warnings } = context;
  idle = context;
  if (issues) return warnings?.issues ? { issues, warnings: warnings.issues } : { issues };
  const known = (options.unknownMembers === 'strip' ? withoutUnknown(value, nestedOf(table)) : value) as T;
  return warnings?.issues ? { value: known, warnings: warnings.issues } : { value: known };
}

const isTable = (table: MemberTable | Nested): table is MemberTable =>
  typeof table === 'object' && !Array.isArray(table);

const nestedOf = (table: MemberTable | Nested): Nested => (isTable(table) ? () => table : table);

/** The context of the last run, for the next one; absent while one runs, for checks can call validators. */
let idle: Context | undefined;

function takeContext(direction: Direction, options: ValidationOptions): Context {
  const context = idle ?? createContext();
  idle = undefined;
  context.messages = options.messages ? { ...standardMessages, ...options.messages } : standardMessages;
  context.maxIssues = options.maxIssues ?? 100;
  context.issues = undefined;
  context.full = false;
  context.ofKey = false;
  context.output = direction === 'output';
  context.rejectUnknown = options.unknownMembers === 'reject';
  context.maxDepth = options.maxDepth ?? 128;
  context.warnings = undefined;
  context.polluted = isPolluted();
  return context;
}

const createContext = (): Context => ({
  path: [],
  messages: standardMessages,
  maxIssues: 0,
  issues: undefined,
  full: false,
  ofKey: false,
  output: false,
  rejectUnknown: false,
  maxDepth: 0,
  warnings: undefined,
  polluted: false,
});
