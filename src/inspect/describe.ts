import type { Constraint, OneOfType, Type, ValuesConstraint } from '../model/types.js';
import { foldType } from '../model/walk.js';

/** A type on one line, with its constraints: `list<string length 1..64 or null> count 0..10`. */
export function describeType(type: Type): string {
  return foldType<string>(type, {
    scalar: (scalar) =>
      described(scalar.format ? `${scalar.kind} ${scalar.format.value}` : scalar.kind, scalar),
    timestamp: (timestamp) => described('timestamp', timestamp),
    list: (list, element) => described(`list<${element}>`, list),
    map: (map, key, value) => described(`map<${key}, ${value}>`, map),
    reference: (reference) => described(reference.target, reference),
    oneOf: (oneOf, variants) => described(`${variants.join(' or ')}${discriminatorOf(oneOf)}`, oneOf),
  });
}

const described = (name: string, { constraints, nullable }: Pick<Type, 'constraints' | 'nullable'>): string =>
  [name, ...constraints.map(describeConstraint), ...(nullable ? ['or null'] : [])].join(' ');

const discriminatorOf = ({ discriminator }: OneOfType): string =>
  discriminator ? ` by ${discriminator.value}` : '';

function describeConstraint(constraint: Constraint): string {
  switch (constraint.kind) {
    case 'pattern':
      return `/${constraint.pattern}/`;
    case 'values':
      return describeValues(constraint);
    default:
      return `${constraint.kind} ${constraint.min ?? ''}..${constraint.max ?? ''}`;
  }
}

/** `StallKind (SEEDS = 0 | 2)`; sums of bits are joined by `+`. */
function describeValues({ name, values, details = {}, flags }: ValuesConstraint): string {
  const texts = values.map((value) => {
    const called = Object.hasOwn(details, String(value)) ? details[String(value)]?.name : undefined;
    return called === undefined ? String(value) : `${called} = ${value}`;
  });
  return `${name === undefined ? '' : `${name} `}(${texts.join(flags ? ' + ' : ' | ')})`;
}
