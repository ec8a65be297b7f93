import { propertyKey, numberLiteral, stringLiteral } from '../../render/literals.js';
import { foldType, shapesByName } from '../../model/walk.js';
import type { Member, Shape } from '../../model/model.js';
import type { Constraint, ScalarType } from '../../model/types.js';
import type { ServiceContext } from '../context.js';

/** The first constraint of a kind. */
function find<Kind extends Constraint['kind']>(
  constraints: readonly Constraint[],
  kind: Kind,
): Extract<Constraint, { kind: Kind }> | undefined {
  return constraints.find(
    (constraint): constraint is Extract<Constraint, { kind: Kind }> => constraint.kind === kind,
  );
}

function sampleScalar({ kind, constraints }: ScalarType): string {
  const allowed = find(constraints, 'values')?.values[0];
  if (kind === 'string') return stringLiteral(String(allowed ?? '...'));
  if (kind === 'boolean') return 'true';
  if (kind === 'blob') return 'new Uint8Array()';
  if (kind === 'document' || kind === 'unknown') return '{}';
  if (kind === 'file') return "new Blob(['...'])";
  return numberLiteral(find(constraints, 'range')?.min ?? 1);
}

/** An object literal with the required members, as it stands in an example for people. */
export function sampleObject(members: readonly Member[], context: ServiceContext): string {
  const shapes = shapesByName(context.service);
  const object = (list: readonly Member[], within: ReadonlySet<Shape>): string => {
    const required = list.filter((member) => member.required?.value === true);
    const lines = required.map(
      (member) => `${propertyKey(context.naming.key(member))}: ${value(member, within)}`,
    );
    return lines.length > 0 ? `{ ${lines.join(', ')} }` : '{}';
  };
  const structure = (name: string, within: ReadonlySet<Shape>): string => {
    const shape = shapes.get(name);
    if (!shape || within.has(shape)) return '{}';
    return object(shape.members, new Set([...within, shape]));
  };
  const value = (member: Member, within: ReadonlySet<Shape>): string =>
    foldType<string>(member.type, {
      scalar: sampleScalar,
      timestamp: () => 'new Date()',
      list: (_, element) => `[${element}]`,
      map: () => '{}',
      reference: ({ target }) => structure(target, within),
      oneOf: (_, [first = '{}']) => first,
    });
  return object(members, new Set());
}
