import type { Report } from '../diagnostics/report.js';
import type { ErrorShape, Member, Operation, Shape } from '../ir/model.js';
import type { ReferenceType, Type } from '../ir/types.js';
import { byName } from './order.js';

/** What members may refer to. */
export interface Referrers {
  readonly operations: readonly Operation[];
  readonly shapes: readonly Shape[];
  readonly errors: readonly ErrorShape[];
}

/**
 * Makes sure that every reference has its shape: one without a page gets a structure without members, which is
 * reported. A page that nothing refers to is reported, too.
 */
export function resolveReferences(parts: Referrers, report: Report): Shape[] {
  const shapes = new Map(parts.shapes.map((shape) => [shape.name, shape]));
  const used = new Set<string>();
  for (const reference of allReferences(parts)) {
    used.add(reference.target);
    if (shapes.has(reference.target)) continue;
    report('reference-unresolved', { shape: reference.target }, reference.source);
    shapes.set(reference.target, {
      kind: 'structure',
      name: reference.target,
      members: [],
      source: reference.source,
      known: 'inferred',
    });
  }
  for (const shape of parts.shapes) {
    if (!used.has(shape.name)) report('shape-unreferenced', { shape: shape.name }, shape.source);
  }
  return [...shapes.values()].sort(byName);
}

function allReferences({ operations, shapes, errors }: Referrers): ReferenceType[] {
  const members: Member[] = [
    ...operations.flatMap(({ input, output }) => [...input, ...output]),
    ...[...shapes, ...errors].flatMap((container) => container.members),
  ];
  return members.flatMap(({ type }) => references(type));
}

function references(type: Type): ReferenceType[] {
  if (type.kind === 'reference') return [type];
  if (type.kind === 'list') return references(type.element);
  return type.kind === 'map' ? [...references(type.key), ...references(type.value)] : [];
}
