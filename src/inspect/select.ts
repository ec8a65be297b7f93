import type { ErrorShape, Member, Model, Operation, Service } from '../model/model.js';
import { membersOfOperation, reachableShapes, shapesByName } from '../model/walk.js';

/** What of a model is asked for, by name; everything where both are absent. */
export interface Selection {
  readonly operation?: string | undefined;
  readonly shape?: string | undefined;
}

/**
 * The part of a model that one operation or one shape needs: itself, the shapes it holds and the errors it names.
 * Undefined where no service has it.
 */
export function selectFrom(model: Model, { operation, shape }: Selection): Model | undefined {
  if (operation === undefined && shape === undefined) return model;
  const services = model.services
    .map((service) => partOf(service, { operation, shape }))
    .filter(({ operations, shapes }) => operations.length > 0 || shapes.length > 0);
  return services.length > 0 ? { ...model, services } : undefined;
}

function partOf(service: Service, { operation, shape }: Selection): Service {
  const operations = service.operations.filter(({ name }) => name === operation);
  const named = new Set(operations.flatMap((one) => one.errors.map(({ name }) => name)));
  const errors = service.errors.filter(({ name }) => named.has(name));
  const members = [...operations.flatMap(membersOf), ...errors.flatMap(membersOfError)];
  const all = shapesByName(service);
  const reached = reachableShapes(members, all);
  const roots = service.shapes.filter(({ name }) => name === shape);
  const below = reachableShapes(
    roots.flatMap((one) => one.members),
    all,
  );
  const shapes = service.shapes.filter(
    (one) => reached.has(one.name) || below.has(one.name) || roots.includes(one),
  );
  return { ...service, operations, errors, shapes };
}

const membersOf: (operation: Operation) => readonly Member[] = membersOfOperation;

const membersOfError = ({ members }: ErrorShape): readonly Member[] => members;

/** The names of a kind that a model has, sorted, for a message about one that it has not. */
export const namesIn = (model: Model, kind: 'operations' | 'shapes'): readonly string[] =>
  model.services.flatMap((service) => service[kind].map(({ name }) => name)).sort();
