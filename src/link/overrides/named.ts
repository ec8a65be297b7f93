import { SERVICE_FACTS } from '../../model/facts.js';
import type { ErrorShape, JsonValue, Member, Operation, Service } from '../../model/model.js';
import type { Provenance } from '../../model/provenance.js';
import type { Type } from '../../model/types.js';
import { mapType, withSuccess } from '../../model/walk.js';
import { OverrideProblem } from './values.js';
import { asNumber, asString } from './values.js';

/** An operation with one of its own facts changed. */
export function changeOperation(
  operation: Operation,
  facet: string,
  value: JsonValue | undefined,
  at: Provenance,
): Operation {
  if (facet === 'deprecated') {
    const { deprecated: _deprecated, ...rest } = operation;
    return value === undefined ? rest : { ...rest, deprecated: { value: asString(value), ...at } };
  }
  const http = operation.http ?? { method: { value: 'POST', ...at }, uri: { value: '/', ...at } };
  if (value === undefined) throw new OverrideProblem(`\`set\` for the ${facet} of an operation`);
  if (facet === 'method' || facet === 'uri') {
    return { ...operation, http: { ...http, [facet]: { value: asString(value), ...at } } };
  }
  if (facet === 'successStatus') {
    const status = { value: asNumber(value), ...at };
    return withSuccess(operation, (response) => ({ ...response, status }));
  }
  throw new OverrideProblem(
    '`method`, `uri`, `successStatus` or `deprecated` behind the name of an operation',
  );
}

/** An error with its status changed. */
export function changeError(
  error: ErrorShape,
  facet: string,
  value: JsonValue | undefined,
  at: Provenance,
): ErrorShape {
  if (facet !== 'status') throw new OverrideProblem('`status` behind the name of an error');
  const { status: _status, ...rest } = error;
  return value === undefined ? rest : { ...rest, status: { value: asNumber(value), ...at } };
}

/** A service with one of its own facts changed. */
export function changeService(
  service: Service,
  facet: string,
  value: JsonValue | undefined,
  at: Provenance,
  traits: readonly string[],
): Service {
  const settable = [...SERVICE_FACTS, ...traits];
  if (!settable.includes(facet) || value === undefined) {
    throw new OverrideProblem(`\`set\` for one of ${settable.map((fact) => `service.${fact}`).join(', ')}`);
  }
  const given = { value: asString(value), ...at };
  if (!traits.includes(facet)) return { ...service, [facet]: given };
  const { ecosystem } = service;
  const own = { ...service.traits?.[ecosystem], [facet]: given };
  return { ...service, traits: { ...service.traits, [ecosystem]: own } };
}

/** A shape under another name, wherever it is referred to. */
export function renameShape(service: Service, from: string, to: string): Service {
  const members = (list: readonly Member[]) =>
    list.map((member) => ({ ...member, type: retarget(member.type, from, to) }));
  return {
    ...service,
    operations: service.operations.map((operation) => ({
      ...operation,
      input: members(operation.input),
      responses: operation.responses.map((one) => ({ ...one, members: members(one.members) })),
    })),
    shapes: service.shapes.map((shape) => ({
      ...shape,
      name: shape.name === from ? to : shape.name,
      members: members(shape.members),
    })),
    errors: service.errors.map((error) => ({ ...error, members: members(error.members) })),
  };
}

const retarget = (type: Type, from: string, to: string): Type =>
  mapType(type, (inner) =>
    inner.kind === 'reference' && inner.target === from ? { ...inner, target: to } : inner,
  );
