import type { Report } from '../diagnostics/report.js';
import type { ErrorShape, Member, Operation, Shape } from '../model/model.js';
import type { ReferenceType, Type } from '../model/types.js';
import { membersOfOperation, typesWithin } from '../model/walk.js';
import { byName } from '../base/compare.js';

/** What members may refer to. */
export interface Referrers {
  readonly operations: readonly Operation[];
  readonly shapes: readonly Shape[];
  readonly errors: readonly ErrorShape[];
}

/**
 * Makes sure that every reference has its shape: one without a page gets what syntax blocks show of it, or else a
 * structure without members, and is reported. A page that nothing refers to is reported, too.
 */
export function resolveReferences(
  parts: Referrers,
  shown: ReadonlyMap<string, Shape>,
  report: Report,
): Shape[] {
  const shapes = new Map(parts.shapes.map((shape) => [shape.name, shape]));
  const used = new Set<string>();
  for (const reference of allReferences(parts)) {
    used.add(reference.target);
    if (shapes.has(reference.target)) continue;
    const found = shown.get(reference.target);
    report('reference-unresolved', { shape: reference.target, shown: found !== undefined }, reference.source);
    shapes.set(reference.target, found ?? emptyShape(reference));
  }
  for (const shape of parts.shapes) {
    if (!used.has(shape.name)) report('shape-unreferenced', { shape: shape.name }, shape.source);
  }
  return [...shapes.values()].sort(byName);
}

const emptyShape = ({ target, source }: ReferenceType): Shape => ({
  kind: 'structure',
  name: target,
  members: [],
  source,
  known: 'inferred',
});

function allReferences({ operations, shapes, errors }: Referrers): ReferenceType[] {
  const members: Member[] = [
    ...operations.flatMap(membersOfOperation),
    ...[...shapes, ...errors].flatMap((container) => container.members),
  ];
  return members.flatMap(({ type }) => references(type));
}

const references = (type: Type): ReferenceType[] =>
  typesWithin(type).filter((inner): inner is ReferenceType => inner.kind === 'reference');
