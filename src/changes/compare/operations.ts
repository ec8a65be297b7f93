import type { ErrorUse, Operation, Pagination, Response } from '../../model/model.js';
import { outputOf, successOf } from '../../model/walk.js';
import type { Comparison } from './context.js';
import { compareOperationAuth } from './access.js';
import { fromTo, side, sideOf, type Finding } from './finding.js';
import { compareMembers } from './compare-members.js';
import { compareDeprecation, compareExamples, compareText } from './prose.js';
import { haveSameRoute, pairOperations } from './renames.js';

/** What changed between the operations of two services. */
export function* compareOperations(
  before: readonly Operation[],
  after: readonly Operation[],
  comparison: Comparison,
): Generator<Finding> {
  const { pairs, removed, added } = pairOperations(before, after);
  for (const one of removed) yield { rule: 'operation-removed', fact: one.name, before: side(one.name, one) };
  for (const one of added) yield { rule: 'operation-added', fact: one.name, after: side(one.name, one) };
  for (const { old, now, certainty } of pairs) {
    if (certainty !== undefined) yield rename(old, now, certainty);
    if (!comparison.areSame(old, now)) yield* compareOperation(old, now, comparison);
  }
}

function rename(old: Operation, now: Operation, certainty: number): Finding {
  const sides = { before: side(old.name, old), after: side(now.name, now) };
  const rule = haveSameRoute(old, now) ? 'operation-renamed' : 'operation-renamed-on-wire';
  return { rule, fact: now.name, ...sides, detail: fromTo(old.name, now.name), certainty };
}

function* compareOperation(old: Operation, now: Operation, comparison: Comparison): Generator<Finding> {
  const { name } = now;
  const { input } = comparison.roles;
  yield* compareHttp(old, now);
  yield* compareOperationAuth(old, now, comparison.ways);
  yield* compareRequestMedia(old, now);
  yield* compareMembers(old.input, now.input, { id: `${name}.input`, role: input }, comparison);
  yield* compareResponses(old, now, comparison);
  yield* compareErrorUses(name, old.errors, now.errors);
  yield* comparePagination(name, old.pagination, now.pagination);
  yield* compareDeprecation(name, old.deprecated, now.deprecated);
  yield* compareText(
    `${name}.description`,
    { text: old.description, from: old },
    { text: now.description, from: now },
  );
  yield* compareExamples(name, old.examples, now.examples);
}

function* compareHttp(before: Operation, after: Operation): Generator<Finding> {
  const { name } = after;
  const [old, now] = [before.http, after.http];
  const facts = [
    ['route-changed', 'method', old?.method, now?.method],
    ['route-changed', 'uri', old?.uri, now?.uri],
    ['status-changed', 'successStatus', successOf(before).status, successOf(after).status],
  ] as const;
  for (const [rule, key, was, is] of facts) {
    if (was?.value === is?.value) continue;
    const sides = { before: sideOf(was), after: sideOf(is) };
    yield { rule, fact: `${name}.${key}`, ...sides, detail: fromTo(was?.value, is?.value) };
  }
}

/** The usual responses are held against each other; others by their status. */
function* compareResponses(old: Operation, now: Operation, comparison: Comparison): Generator<Finding> {
  const role = comparison.roles.output;
  const id = `${now.name}.output`;
  yield* compareMembers(outputOf(old), outputOf(now), { id, role }, comparison);
  yield* compareAnswer(id, successOf(old), successOf(now));
  const [before, after] = [otherResponses(old), otherResponses(now)];
  for (const [status, response] of before) {
    const other = after.get(status);
    const fact = `${now.name}.responses.${status}`;
    if (!other) yield { rule: 'response-removed', fact, before: side(status, response.status) };
    else {
      yield* compareMembers(response.members, other.members, { id: fact, role }, comparison);
      yield* compareAnswer(fact, response, other);
    }
  }
  for (const [status, response] of after) {
    const fact = `${now.name}.responses.${status}`;
    if (!before.has(status)) yield { rule: 'response-added', fact, after: side(status, response.status) };
  }
}

/** The media type of a response, and what is said of it. */
function* compareAnswer(fact: string, old: Response, now: Response): Generator<Finding> {
  const [was, is] = [old.mediaType, now.mediaType];
  if (was?.value !== is?.value) {
    const rule = was && is ? 'response-media-changed' : 'media-type-stated';
    const detail = fromTo(was?.value, is?.value);
    yield { rule, fact: `${fact}.mediaType`, before: sideOf(was), after: sideOf(is), detail };
  }
  const text = (response: Response) => ({ text: response.description, from: response });
  yield* compareText(`${fact}.description`, text(old), text(now));
}

/** A service takes any of its media types, so that their order is no matter. */
function* compareRequestMedia(before: Operation, after: Operation): Generator<Finding> {
  const [old, now] = [before.mediaTypes, after.mediaTypes];
  const fact = `${after.name}.mediaTypes`;
  const sides = { before: old && sideOf(old), after: now && sideOf(now) };
  if (!old || !now) {
    if (old || now) yield { rule: 'media-type-stated', fact, ...sides };
    return;
  }
  const removed = old.value.filter((media) => !now.value.includes(media));
  const added = now.value.filter((media) => !old.value.includes(media));
  if (removed.length > 0) yield { rule: 'request-media-removed', fact, ...sides, detail: removed.join(', ') };
  if (added.length > 0) yield { rule: 'request-media-added', fact, ...sides, detail: added.join(', ') };
}

const otherResponses = ({ responses }: Operation): ReadonlyMap<number, Response> =>
  new Map(responses.slice(1).map((response) => [response.status.value, response]));

function* compareErrorUses(
  operation: string,
  old: readonly ErrorUse[],
  now: readonly ErrorUse[],
): Generator<Finding> {
  const [before, after] = [
    new Map(old.map((one) => [one.name, one])),
    new Map(now.map((one) => [one.name, one])),
  ];
  for (const [name, one] of before) {
    const fact = `${operation}.errors.${name}`;
    const other = after.get(name);
    if (!other) yield { rule: 'error-removed', fact, before: side(name, one) };
    else yield* compareText(`${fact}.description`, textOf(one), textOf(other));
  }
  for (const [name, one] of after) {
    if (!before.has(name))
      yield { rule: 'error-added', fact: `${operation}.errors.${name}`, after: side(name, one) };
  }
}

const textOf = (use: ErrorUse) => ({ text: use.description, from: use });

function* comparePagination(
  operation: string,
  old: Pagination | undefined,
  now: Pagination | undefined,
): Generator<Finding> {
  if (membersOf(old) === membersOf(now)) return;
  const rule = !old ? 'pagination-added' : now ? 'pagination-changed' : 'pagination-removed';
  const sides = {
    before: old && side(membersOf(old), old),
    after: now && side(membersOf(now), now),
  };
  yield { rule, fact: `${operation}.pagination`, ...sides };
}

/** The members that make pages, on one line. */
const membersOf = (pagination: Pagination | undefined): string =>
  pagination === undefined
    ? ''
    : [
        ...(pagination.style === undefined || pagination.style === 'token' ? [] : [pagination.style]),
        pagination.inputToken,
        pagination.outputToken,
        pagination.pageSize ?? '',
        pagination.items ?? '',
      ].join(' ');
