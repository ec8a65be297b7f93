import type { ErrorShape, Service, Shape } from '../../model/model.js';
import type { Comparison } from './context.js';
import { fromTo, side, sideOf, type Finding } from './finding.js';
import { compareMembers } from './compare-members.js';
import { compareDeprecation, compareText } from './prose.js';
import type { Paired } from './renames.js';

/** What changed between the structures and unions of two services. */
export function* compareShapes(
  { pairs, removed, added }: Paired<Shape>,
  comparison: Comparison,
): Generator<Finding> {
  for (const one of removed) yield { rule: 'shape-removed', fact: one.name, before: side(one.kind, one) };
  for (const one of added) yield { rule: 'shape-added', fact: one.name, after: side(one.kind, one) };
  for (const { old, now, certainty } of pairs) {
    if (certainty !== undefined) {
      const sides = { before: side(old.name, old), after: side(now.name, now) };
      yield {
        rule: 'shape-renamed',
        fact: now.name,
        ...sides,
        detail: fromTo(old.name, now.name),
        certainty,
      };
    }
    if (!comparison.areSame(old, now)) yield* compareShape(old, now, comparison);
  }
}

function* compareShape(old: Shape, now: Shape, comparison: Comparison): Generator<Finding> {
  const id = now.name;
  const role = comparison.roleOfShape(old, now);
  if (old.kind !== now.kind) {
    const sides = { before: side(old.kind, old), after: side(now.kind, now) };
    yield {
      rule: 'type-changed',
      fact: id,
      ...sides,
      detail: fromTo(old.kind, now.kind),
      unused: role.unused,
    };
  }
  const union = old.kind === 'union' && now.kind === 'union';
  yield* compareMembers(old.members, now.members, { id, role, union }, comparison);
  yield* compareDeprecation(id, old.deprecated, now.deprecated);
  yield* compareText(
    `${id}.description`,
    { text: old.description, from: old },
    { text: now.description, from: now },
  );
}

/** What changed between the errors of two services; which operations name them is compared with the operations. */
export function* compareErrors(before: Service, after: Service, comparison: Comparison): Generator<Finding> {
  const [olds, news] = [byName(before.errors), byName(after.errors)];
  const named = new Set([before, after].flatMap(({ operations }) => operations.flatMap(errorNames)));
  for (const [name, old] of olds) {
    const now = news.get(name);
    if (now && comparison.areSame(old, now)) continue;
    if (now) yield* compareError(old, now, comparison);
    else if (!named.has(name)) yield { rule: 'error-removed', fact: name, before: side('error', old) };
  }
  for (const [name, now] of news) {
    if (!olds.has(name) && !named.has(name))
      yield { rule: 'error-added', fact: name, after: side('error', now) };
  }
}

const byName = (errors: readonly ErrorShape[]): ReadonlyMap<string, ErrorShape> =>
  new Map(errors.map((error) => [error.name, error]));

const errorNames = ({ errors }: Service['operations'][number]): readonly string[] =>
  errors.map(({ name }) => name);

function* compareError(old: ErrorShape, now: ErrorShape, comparison: Comparison): Generator<Finding> {
  const id = now.name;
  const [was, is] = [sideOf(old.status), sideOf(now.status)];
  if (was?.value !== is?.value) {
    const detail = fromTo(was?.value, is?.value);
    yield { rule: 'error-status-changed', fact: `${id}.status`, before: was, after: is, detail };
  }
  const [code, other] = [sideOf(old.code), sideOf(now.code)];
  if (code?.value !== other?.value) {
    const detail = fromTo(code?.value, other?.value);
    yield { rule: 'error-code-changed', fact: `${id}.code`, before: code, after: other, detail };
  }
  yield* compareMembers(old.members, now.members, { id, role: comparison.roles.output }, comparison);
  yield* compareText(
    `${id}.description`,
    { text: old.description, from: old },
    { text: now.description, from: now },
  );
}
