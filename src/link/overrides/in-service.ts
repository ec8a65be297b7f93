import type { JsonValue, Service } from '../../model/model.js';
import type { Provenance } from '../../model/provenance.js';
import { restOf } from './containers.js';
import { changeError, changeOperation, changeService, renameShape } from './named.js';
import type { Override } from '../../model/overrides.js';
import { OverrideProblem } from './values.js';

/** Applies an override whose id leads to the service, an operation, a type or an error; nothing where to none. */
export function changeNamed(
  service: Service,
  { id, action, source }: Override,
  traits: readonly string[],
): Service | undefined {
  const at: Provenance = { source, known: 'override' };
  const value = action.kind === 'set' ? action.value : undefined;
  if (action.kind === 'add') return undefined;
  const ofService = restOf(id, 'service');
  if (ofService !== undefined) return changeService(service, ofService, value, at, traits);
  if (action.kind === 'rename') return rename(service, id, action.name);
  return (action.kind === 'remove' ? remove(service, id) : undefined) ?? changeFact(service, id, value, at);
}

function rename(service: Service, id: string, name: string): Service | undefined {
  if ([...service.operations, ...service.shapes].some((other) => other.name === name)) {
    throw new OverrideProblem(`a name that is not taken, not "${name}"`);
  }
  if (service.shapes.some((shape) => shape.name === id)) return renameShape(service, id, name);
  if (!service.operations.some((operation) => operation.name === id)) return undefined;
  const operations = service.operations.map((operation) =>
    operation.name === id ? { ...operation, name } : operation,
  );
  return { ...service, operations };
}

function remove(service: Service, id: string): Service | undefined {
  const operations = service.operations.filter(({ name }) => name !== id);
  if (operations.length < service.operations.length) return { ...service, operations };
  for (const operation of service.operations) {
    const error = restOf(id, `${operation.name}.errors`);
    if (error === undefined || !operation.errors.some(({ name }) => name === error)) continue;
    const errors = operation.errors.filter(({ name }) => name !== error);
    return {
      ...service,
      operations: service.operations.map((other) => (other === operation ? { ...other, errors } : other)),
    };
  }
  return undefined;
}

function changeFact(
  service: Service,
  id: string,
  value: JsonValue | undefined,
  at: Provenance,
): Service | undefined {
  for (const operation of service.operations) {
    const facet = restOf(id, operation.name);
    if (facet === undefined || facet.includes('.')) continue;
    const next = changeOperation(operation, facet, value, at);
    return {
      ...service,
      operations: service.operations.map((other) => (other === operation ? next : other)),
    };
  }
  for (const error of service.errors) {
    const facet = restOf(id, error.name);
    if (facet === undefined || facet.includes('.')) continue;
    const next = changeError(error, facet, value, at);
    return { ...service, errors: service.errors.map((other) => (other === error ? next : other)) };
  }
  return undefined;
}
