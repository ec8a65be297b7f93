import { type Context, Issue, keep } from './context.js';
import { selfTypeIssue } from './issues.js';
import { isList, isObject, type Members } from './value-checks.js';

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
  const members = ownMembers(value, context);
  if (members === undefined) {
    selfTypeIssue(context, depth, 'structure', value);
    return undefined;
  }
  if (depth > context.maxDepth) {
    depthIssue(context, depth);
    return undefined;
  }
  if (context.rejectUnknown) rejectUnknown(members, context, depth, table);
  return members;
}

/** The entries of a map; undefined where the value cannot have any. */
export const entriesOf = (value: unknown, context: Context): Members | undefined =>
  ownMembers(value, context);

/**
 * The object itself where it inherits nothing that could be taken for a member of its own, and a copy otherwise;
 * undefined for what is no object.
 */
function ownMembers(value: unknown, context: Context): Members | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype === Object.prototype && !context.polluted) return value as Members;
  return Array.isArray(value) ? undefined : copyMembers(value, prototype);
}

const copyMembers = (value: object, prototype: unknown): Members =>
  prototype === null ? (value as Members) : (Object.assign(Object.create(null), value) as Members);

/** True where someone gave all objects a property, which a member would then seem to be. */
export function isPolluted(): boolean {
  for (const _ in Object.prototype) return true;
  return false;
}

/** A member whose name objects inherit something by. */
export const ownMember = (members: Members, name: string): unknown =>
  Object.hasOwn(members, name) ? members[name] : undefined;

/** The number of entries of a map that `entriesOf` gave. */
export const entryCount = (entries: Members): number => Object.keys(entries).length;

function depthIssue(context: Context, depth: number): void {
  if (context.full) return;
  const issue = new Issue(context, depth, 'depth');
  issue.max = context.maxDepth;
  keep(context, issue);
}

function rejectUnknown(members: Members, context: Context, depth: number, table: MemberTable): void {
  for (const name of Object.keys(members)) {
    if (Object.hasOwn(table, name)) continue;
    if (context.full) return;
    context.path[depth] = name;
    keep(context, new Issue(context, depth + 1, 'unknown'));
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
