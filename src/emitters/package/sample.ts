import { propertyKey, numberLiteral, stringLiteral } from '../../render/literals.js';
import { foldType, shapesByName } from '../../model/walk.js';
import type { Member, Shape } from '../../model/model.js';
import type { Constraint, ScalarType, Type } from '../../model/types.js';
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
export const sampleObject = (members: readonly Member[], context: ServiceContext): string =>
  samplesOf(context).object(members, new Set());

/** An expression that gives a value of a type. */
export const sampleValue = (type: Type, context: ServiceContext): string =>
  samplesOf(context).value(type, new Set());

interface Samples {
  object(members: readonly Member[], within: ReadonlySet<Shape>): string;
  value(type: Type, within: ReadonlySet<Shape>): string;
}

function samplesOf({ service, naming }: ServiceContext): Samples {
  const shapes = shapesByName(service);
  const object: Samples['object'] = (members, within) => {
    const required = members.filter((member) => member.required?.value === true);
    const lines = required.map(
      (member) => `${propertyKey(naming.key(member))}: ${value(member.type, within)}`,
    );
    return lines.length > 0 ? `{ ${lines.join(', ')} }` : '{}';
  };
  const structure = (name: string, within: ReadonlySet<Shape>): string => {
    const shape = shapes.get(name);
    if (!shape || within.has(shape)) return '{}';
    return object(shape.members, new Set([...within, shape]));
  };
  const value: Samples['value'] = (type, within) =>
    foldType<string>(type, {
      scalar: sampleScalar,
      timestamp: () => 'new Date()',
      list: (_, element) => `[${element}]`,
      map: () => '{}',
      reference: ({ target }) => structure(target, within),
      oneOf: (_, [first = '{}']) => first,
    });
  return { object, value };
}
