import type { Member } from '../../model/model.js';
import type { RuleId } from '../rules.js';
import type { Comparison, Direction, Role } from './context.js';
import { compareMarks } from './member-marks.js';
import { compareDeprecation, compareText } from './prose.js';
import { fromTo, side, sideOf, type Finding } from './finding.js';
import { pairMembers } from './renames.js';
import { compareTypes } from './types.js';

/** What holds members: the input or output of an operation, a structure, a union, an error. */
export interface Container {
  /** The beginning of the ids of its members, such as `CreateUser.input`. */
  readonly id: string;
  readonly role: Role;
  readonly union?: boolean;
}

/** What changed between two lists of members, in whatever order they stand. */
export function* compareMembers(
  before: readonly Member[],
  after: readonly Member[],
  container: Container,
  comparison: Comparison,
): Generator<Finding> {
  const { pairs, removed, added } = pairMembers(before, after, comparison);
  for (const member of removed) yield* removal(member, container);
  for (const member of added) yield* addition(member, container);
  for (const { old, now, certainty } of pairs) {
    if (certainty !== undefined) yield rename(old, now, certainty, container);
    if (!comparison.areSame(old, now)) yield* compareMember(old, now, container, comparison);
  }
}

const idOf = ({ id }: Container, { name }: Member): string => `${id}.${name}`;

function* removal(member: Member, container: Container): Generator<Finding> {
  const { role, union = false } = container;
  const finding = { fact: idOf(container, member), before: side(member.name, member), unused: role.unused };
  if (union) yield { rule: 'union-member-removed', ...finding };
  else for (const direction of role.directions) yield { rule: ruleOfRemoval(member, direction), ...finding };
}

function ruleOfRemoval({ required }: Member, direction: Direction): RuleId {
  if (direction === 'input') return 'input-removed';
  return required?.value === true ? 'output-removed' : 'output-removed-optional';
}

function* addition(member: Member, container: Container): Generator<Finding> {
  const { role } = container;
  const finding = { fact: idOf(container, member), after: side(member.name, member), unused: role.unused };
  const required = member.required?.value === true && !container.union;
  for (const direction of role.directions) {
    if (direction === 'input')
      yield { rule: `${required ? 'required' : 'optional'}-input-added`, ...finding };
    else yield { rule: required ? 'output-added-required' : 'output-added', ...finding };
  }
}

function rename(old: Member, now: Member, certainty: number, container: Container): Finding {
  const rule = ruleOfRename(old, now);
  const sides = { before: side(old.name, old), after: side(now.name, now) };
  const detail = fromTo(old.name, now.name);
  return { rule, fact: idOf(container, now), ...sides, detail, certainty, unused: container.role.unused };
}

function ruleOfRename(old: Member, now: Member): RuleId {
  if (old.wireName === now.wireName) return 'member-renamed';
  return now.aliases?.includes(old.wireName) ? 'member-renamed-with-alias' : 'member-renamed-on-wire';
}

function* compareMember(
  old: Member,
  now: Member,
  container: Container,
  comparison: Comparison,
): Generator<Finding> {
  const id = idOf(container, now);
  const { role } = container;
  for (const finding of [
    ...compareTravel(id, old, now),
    ...compareRequired(id, old, now, role),
    ...compareDefault(id, old, now, role),
    ...compareMarks(id, old, now, role),
  ]) {
    yield role.unused ? { ...finding, unused: true } : finding;
  }
  yield* compareTypes(id, old.type, now.type, role, comparison);
  yield* compareDeprecation(id, old.deprecated, now.deprecated);
  yield* compareText(
    `${id}.description`,
    { text: old.description, from: old },
    { text: now.description, from: now },
  );
}

function* compareTravel(id: string, old: Member, now: Member): Generator<Finding> {
  const [from, to] = [old.location.value, now.location.value];
  if (from !== to) {
    const rule = from === 'label' || to === 'label' ? 'route-changed' : 'location-changed';
    const sides = { before: side(from, old.location), after: side(to, now.location) };
    yield { rule, fact: `${id}.location`, ...sides, detail: fromTo(from, to) };
  }
  if (old.wireName === now.wireName || old.name !== now.name || to === 'label' || to === 'payload') return;
  const sides = { before: side(old.wireName, old.location), after: side(now.wireName, now.location) };
  yield {
    rule: 'wire-name-changed',
    fact: `${id}.wireName`,
    ...sides,
    detail: fromTo(old.wireName, now.wireName),
  };
}

/** A member of which no page says whether it is required is not. */
function* compareRequired(id: string, old: Member, now: Member, { directions }: Role): Generator<Finding> {
  const [was, is] = [old.required?.value === true, now.required?.value === true];
  if (was === is) return;
  const before = old.required ? sideOf(old.required) : side(false, old);
  const after = now.required ? sideOf(now.required) : side(false, now);
  for (const direction of directions) {
    yield { rule: `${direction}-now-${is ? 'required' : 'optional'}`, fact: `${id}.required`, before, after };
  }
}

function* compareDefault(id: string, old: Member, now: Member, { directions }: Role): Generator<Finding> {
  const isSent = directions.includes('input');
  const [before, after] = [sideOf(old.default), sideOf(now.default)];
  if (JSON.stringify(before?.value) !== JSON.stringify(after?.value)) {
    const detail = fromTo(before?.value, after?.value);
    const rule = !isSent ? 'wording' : before && after ? 'default-changed' : 'default-stated';
    yield { rule, fact: `${id}.default`, before, after, detail };
  }
  if (!isSent) return;
  const [was, is] = [old.idempotencyToken?.value === true, now.idempotencyToken?.value === true];
  if (was === is) return;
  const sides = { before: sideOf(old.idempotencyToken), after: sideOf(now.idempotencyToken) };
  yield { rule: `idempotency-token-${is ? 'added' : 'removed'}`, fact: `${id}.idempotencyToken`, ...sides };
}
