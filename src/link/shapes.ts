import type { Report } from '../diagnostics/report.js';
import type { ShapeFragment } from '../model/fragments.js';
import type { Shape } from '../model/model.js';
import { byName } from '../base/compare.js';
import { distinct, structureMember } from './link-members.js';

/** One shape a name; a second page about the same type is reported and left aside. */
export function linkShapes(fragments: readonly ShapeFragment[], report: Report): Shape[] {
  const shapes = new Map<string, Shape>();
  for (const fragment of fragments) {
    const earlier = shapes.get(fragment.name);
    if (earlier) {
      report('shape-repeated', { shape: fragment.name }, fragment.source, [
        { message: 'described first here', source: earlier.source },
      ]);
    } else shapes.set(fragment.name, linkShape(fragment, report));
  }
  return [...shapes.values()].sort(byName);
}

function linkShape(fragment: ShapeFragment, report: Report): Shape {
  const { name, shape, description, deprecated, inline, source, known } = fragment;
  return {
    kind: shape,
    name,
    ...(description !== undefined && { description }),
    members: distinct(fragment.members, report).map((member) => structureMember(member, report)),
    ...(deprecated && { deprecated }),
    ...(inline && { inline }),
    source,
    known,
  };
}
