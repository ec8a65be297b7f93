import type { Member, Operation, Service } from '../../model/model.js';

/** Something that has members: the input or a response of an operation, a shape, an error. */
export interface Container {
  readonly of: 'input' | 'response' | 'shape' | 'error';
  /** Of a response, its place among those of its operation; 0 otherwise. */
  readonly at: number;
  /** The name of the operation, shape or error. */
  readonly name: string;
  readonly members: readonly Member[];
}

/** Every container with the id that the ids of its members begin with. */
export const containersOf = (service: Service): readonly (readonly [id: string, container: Container])[] => [
  ...service.operations.flatMap(({ name, input, responses }) => [
    [`${name}.input`, { of: 'input', name, at: 0, members: input }] as const,
    ...responses.map(({ status, members }, at) => {
      const id = at === 0 ? `${name}.output` : `${name}.responses.${status.value}`;
      return [id, { of: 'response', name, at, members }] as const;
    }),
  ]),
  ...service.shapes.map(({ name, members }) => [name, { of: 'shape', name, at: 0, members }] as const),
  ...service.errors.map(({ name, members }) => [name, { of: 'error', name, at: 0, members }] as const),
];

/** The service with other members in one container. */
export function withMembers(
  service: Service,
  { of, name, at }: Container,
  members: readonly Member[],
): Service {
  const change = <T extends { readonly name: string }>(
    items: readonly T[],
    changed: (item: T) => Partial<T>,
  ): readonly T[] => items.map((item) => (item.name === name ? { ...item, ...changed(item) } : item));
  switch (of) {
    case 'input':
      return { ...service, operations: change(service.operations, () => ({ input: members })) };
    case 'response': {
      const replaced = ({ responses }: Operation) => ({
        responses: responses.map((response, index) => (index === at ? { ...response, members } : response)),
      });
      return { ...service, operations: change(service.operations, replaced) };
    }
    case 'shape':
      return { ...service, shapes: change(service.shapes, () => ({ members })) };
    case 'error':
      return { ...service, errors: change(service.errors, () => ({ members })) };
  }
}

/** What follows a container's id in a longer id, cut at dots; nothing where the id does not begin with it. */
export const restOf = (id: string, prefix: string): string | undefined =>
  id.startsWith(`${prefix}.`) ? id.slice(prefix.length + 1) : undefined;
