import type { Change } from '../change.js';
import { views } from '../verdict.js';

/** The same change in several places, such as a member that comes back from six operations. */
export interface ChangeGroup {
  /** One line for all of them. */
  readonly message: string;
  /** At least one; all of the same rule and with the same effects. */
  readonly changes: readonly [Change, ...Change[]];
}

/** Puts together what is the same but for the operation or shape that it is in, in the order of the first of each. */
export function groupChanges(changes: readonly Change[]): readonly ChangeGroup[] {
  const groups = new Map<string, [Change, ...Change[]]>();
  for (const change of changes) {
    const key = [change.rule, ...views.map((view) => change[view]), messageWithin(change)].join('\0');
    const group = groups.get(key);
    if (group) group.push(change);
    else groups.set(key, [change]);
  }
  return [...groups.values()].map((group) => ({ message: messageOf(group), changes: group }));
}

const messageOf = (group: readonly [Change, ...Change[]]): string =>
  group.length === 1 ? group[0].message : `${messageWithin(group[0])}, in ${group.length} places`;

/** The message without the operation or shape that the member is in. */
const messageWithin = (change: Change): string =>
  change.message.replace(change.fact, () => memberOf(change) ?? change.fact);

/** `Runtime.values` of `CreateFunction.input.Runtime.values`; undefined of what is no member's, such as a status. */
function memberOf({ fact, rule }: Change): string | undefined {
  const [, second = '', ...rest] = fact.split('.');
  const isOfOperation = second === 'input' || second === 'output' || second === 'errors';
  if (isOfOperation) return rest.join('.');
  return rest.length > 0 || aboutMembers.test(rule) ? [second, ...rest].join('.') : undefined;
}

/** Rules of members themselves; others of an id with two parts are about an operation, a shape or an error. */
const aboutMembers = /^(?:(?:optional-|required-)?input|output|member|union-member)-/u;
