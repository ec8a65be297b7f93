import { startOf } from '../../../../diagnostics/position.js';
import type { ShapeFragment } from '../../../../model/fragments.js';
import type { FoundDefinition } from './guide-context.js';
import { shapeOf } from './objects.js';
import { pageContext, type PageContext } from './page-context.js';

/** A structure with the members of another one, none of which must be there; its id. */
export function partialOf(found: FoundDefinition, page: PageContext): string {
  const { definition, analysis } = found;
  const id = `partial ${definition.ids[0] ?? `${analysis.page.path}#${definition.name}`}`;
  if (page.extra.some((other) => other.kind === 'shape' && other.ids?.includes(id))) return id;
  const holder: ShapeFragment = {
    kind: 'shape',
    name: `Partial${definition.name}`,
    ids: [id],
    shape: 'structure',
    members: [],
    page: page.analysis.page.path,
    lines: 0,
    source: definition.section.heading?.source ?? startOf(analysis.page.path),
    known: 'stated',
  };
  const at = page.extra.push(holder) - 1;
  const inner = pageContext(analysis, page.guide, () => undefined, page.partialOf);
  const whole = shapeOf(definition, { ...inner, extra: page.extra });
  if (!whole) return id;
  const members = whole.members.map(({ required: _required, ...member }) => member);
  page.extra[at] = { ...holder, members, source: whole.source };
  return id;
}
