import { referencesOf } from '../../model/walk.js';
import type { Member, Shape } from '../../model/model.js';

/** The shapes that these members hold, each after the shapes that it holds itself, save where they hold each other. */
export function shapesInOrder(
  members: readonly Member[],
  shapes: ReadonlyMap<string, Shape>,
): readonly Shape[] {
  const ordered = new Set<Shape>();
  const visited = new Set<Shape>();
  const visit = (name: string): void => {
    const shape = shapes.get(name);
    if (!shape || visited.has(shape)) return;
    visited.add(shape);
    for (const member of shape.members) referencesOf(member.type).forEach(visit);
    ordered.add(shape);
  };
  for (const member of members) referencesOf(member.type).forEach(visit);
  return [...ordered];
}
