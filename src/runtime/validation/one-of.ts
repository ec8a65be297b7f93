import { type Context, Issue, keep } from './context.js';
import { requiredIssue } from './issues.js';
import type { PathKey } from './messages.js';

/**
 * A value of one of several types: each check looks whether it is of one. Where it is of none, the issues are those of the
 * type that it was meant to be; where that is not clear, one issue says which types there are.
 * @param discriminator the member that tells which type is meant.
 */
export function oneOf(
  context: Context,
  depth: number,
  key: PathKey,
  value: unknown,
  types: readonly string[],
  checks: readonly (() => void)[],
  discriminator?: string,
): void {
  if (context.full) return;
  const { issues } = context;
  const failures: (readonly Issue[])[] = [];
  for (const check of checks) {
    const failed = tryCheck(context, check);
    context.issues = issues;
    context.full = false;
    if (!failed) return;
    failures.push(failed);
  }
  if (value === undefined || value === null) return requiredIssue(context, depth, key);
  const meant = meantBy(failures, depth + 1, discriminator);
  for (const issue of meant ?? [typesIssue(context, depth, key, types)]) {
    if (!context.full) keep(context, issue);
  }
}

/** The issues of one check; undefined where there are none. Warnings of what does not fit are taken back. */
function tryCheck(context: Context, check: () => void): readonly Issue[] | undefined {
  const warned = context.warnings?.issues?.length ?? 0;
  context.issues = undefined;
  check();
  const { issues } = context;
  if (issues && context.warnings?.issues) context.warnings.issues.length = warned;
  return issues;
}

/** The failures of the one type that was meant. */
function meantBy(
  failures: readonly (readonly Issue[])[],
  depth: number,
  discriminator: string | undefined,
): readonly Issue[] | undefined {
  const isOther = ({ path, constraint }: Issue): boolean => path.length === depth && constraint === 'type';
  const near = failures.filter((issues) => !issues.some(isOther));
  const told = near.filter((issues) => !issues.some(({ path }) => path[depth] === discriminator));
  const candidates = discriminator === undefined ? near : told;
  return candidates.length === 1 ? candidates[0] : undefined;
}

function typesIssue(context: Context, depth: number, key: PathKey, types: readonly string[]): Issue {
  if (depth >= 0) context.path[depth] = key;
  const issue = new Issue(context, depth + 1, 'oneOf');
  issue.type = types.join(', ');
  return issue;
}
