import { identifier } from '../../render/identifiers.js';
import type { ErrorShape, Service, Shape } from '../../model/model.js';
import type { Naming } from '../naming.js';
import { createScope } from '../naming/scope.js';

/** The constants of `schemas.ts` that only it uses: the tables of shapes and errors by their names in the model. */
export interface TableNames {
  readonly shapes: ReadonlyMap<string, string>;
  readonly errors: ReadonlyMap<string, string>;
}

export function nameTables(
  service: Service,
  naming: Naming,
  shapes: readonly Shape[],
  errors: readonly ErrorShape[],
): TableNames {
  const scope = createScope();
  for (const { name } of service.operations) {
    const { method, input, output } = naming.operation(name);
    for (const taken of [method, input, output]) scope.claim(taken, '');
  }
  const constant = (name: string, suffix: string): [string, string] => [
    name,
    scope.claim(`${identifier(name, 'camel')}${suffix}`, 'Table'),
  ];
  return {
    shapes: new Map(shapes.map(({ name }) => constant(name, 'Shape'))),
    errors: new Map(errors.map(({ name }) => constant(name, ''))),
  };
}
