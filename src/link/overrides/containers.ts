import type { Member, Service } from '../../model/model.js';

/** Something that has members: the input or output of an operation, a shape, an error. */
export interface Container {
  readonly of: 'input' | 'output' | 'shape' | 'error';
  /** The name of the operation, shape or error. */
  readonly name: string;
  readonly members: readonly Member[];
}

/** Every container with the id that the ids of its members begin with. */
export const containersOf = (service: Service): readonly (readonly [id: string, container: Container])[] => [
  ...service.operations.flatMap(({ name, input, output }) => [
    [`${name}.input`, { of: 'input', name, members: input }] as const,
    [`${name}.output`, { of: 'output', name, members: output }] as const,
  ]),
  ...service.shapes.map(({ name, members }) => [name, { of: 'shape', name, members }] as const),
  ...service.errors.map(({ name, members }) => [name, { of: 'error', name, members }] as const),
];

/** The service with other members in one container. */
export function withMembers(service: Service, { of, name }: Container, members: readonly Member[]): Service {
  const change = <T extends { readonly name: string }>(
    items: readonly T[],
    changed: Partial<T>,
  ): readonly T[] => items.map((item) => (item.name === name ? { ...item, ...changed } : item));
  switch (of) {
    case 'input':
      return { ...service, operations: change(service.operations, { input: members }) };
    case 'output':
      return { ...service, operations: change(service.operations, { output: members }) };
    case 'shape':
      return { ...service, shapes: change(service.shapes, { members }) };
    case 'error':
      return { ...service, errors: change(service.errors, { members }) };
  }
}

/** What follows a container's id in a longer id, cut at dots; nothing where the id does not begin with it. */
export const restOf = (id: string, prefix: string): string | undefined =>
  id.startsWith(`${prefix}.`) ? id.slice(prefix.length + 1) : undefined;
