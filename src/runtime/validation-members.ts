import { addIssue, type Context } from './validation-context.js';
import { selfTypeIssue } from './validation-issues.js';
import { isList, isObject, type Members } from './validation-values.js';

/** What lies under a member: nothing that has members, a structure, or a list or map of such. */
export type Nested = true | (() => MemberTable) | readonly [Nested];

/** The members that a structure has, each with what lies under it. */
export type MemberTable = { readonly [name: string]: Nested };

/** The members of a structure at `path[0..depth)`; reports and gives nothing where the value cannot have any. */
export function membersOf(
  value: unknown,
  context: Context,
  depth: number,
  table: MemberTable,
): Members | undefined {
  if (!isObject(value)) {
    selfTypeIssue(context, depth, 'structure', value);
    return undefined;
  }
  if (depth > context.maxDepth) {
    addIssue(context, depth, { constraint: 'depth', max: context.maxDepth });
    return undefined;
  }
  const members = ownMembers(value);
  if (context.rejectUnknown) rejectUnknown(members, context, depth, table);
  return members;
}

/** A member whose name objects inherit something by. */
export const ownMember = (members: Members, name: string): unknown =>
  Object.hasOwn(members, name) ? members[name] : undefined;

/** The object itself where it inherits nothing that could be taken for a member of its own. */
function ownMembers(value: Members): Members {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype === null || (prototype === Object.prototype && !isPolluted())) return value;
  return Object.assign(Object.create(null), value);
}

/** True where someone gave all objects a property, which a member would then seem to be. */
function isPolluted(): boolean {
  for (const _ in Object.prototype) return true;
  return false;
}

function rejectUnknown(members: Members, context: Context, depth: number, table: MemberTable): void {
  for (const name of Object.keys(members)) {
    if (context.full) return;
    if (Object.hasOwn(table, name)) continue;
    context.path[depth] = name;
    addIssue(context, depth + 1, { constraint: 'unknown' });
  }
}

/** A copy without the members that the tables do not know. */
export function withoutUnknown(value: unknown, nested: Nested): unknown {
  if (nested === true) return value;
  if (typeof nested === 'function') return isObject(value) ? knownMembers(value, nested()) : value;
  if (isList(value)) return value.map((element) => withoutUnknown(element, nested[0]));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, withoutUnknown(item, nested[0])]),
  );
}

function knownMembers(value: Members, table: MemberTable): Members {
  const known = Object.entries(table).filter(([name]) => Object.hasOwn(value, name));
  return Object.fromEntries(known.map(([name, nested]) => [name, withoutUnknown(value[name], nested)]));
}
