import type { Constraint, Type } from '../model/types.js';
import { foldType } from '../model/walk.js';

/** A type on one line, with its constraints: `list<string length 1..64> count 0..10`. */
export function describeType(type: Type): string {
  return foldType<string>(type, {
    scalar: (scalar) => withConstraints(scalar.kind, scalar.constraints),
    timestamp: (timestamp) => withConstraints('timestamp', timestamp.constraints),
    list: (list, element) => withConstraints(`list<${element}>`, list.constraints),
    map: (map, key, value) => withConstraints(`map<${key}, ${value}>`, map.constraints),
    reference: ({ target, constraints }) => withConstraints(target, constraints),
    oneOf: ({ constraints }, variants) => withConstraints(variants.join(' or '), constraints),
  });
}

const withConstraints = (name: string, constraints: readonly Constraint[]): string =>
  [name, ...constraints.map(describeConstraint)].join(' ');

function describeConstraint(constraint: Constraint): string {
  switch (constraint.kind) {
    case 'pattern':
      return `/${constraint.pattern}/`;
    case 'values':
      return `(${constraint.values.join(' | ')})`;
    default:
      return `${constraint.kind} ${constraint.min ?? ''}..${constraint.max ?? ''}`;
  }
}
