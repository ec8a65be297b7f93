import { SERVICE_FACTS } from '../../model/facts.js';
import type { ErrorShape, JsonValue, Member, Operation, Service } from '../../model/model.js';
import type { Provenance } from '../../model/provenance.js';
import type { Type } from '../../model/types.js';
import { OverrideProblem } from './problem.js';
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
  const http = operation.http ?? {
    method: { value: 'POST', ...at },
    uri: { value: '/', ...at },
    successStatus: { value: 200, ...at },
  };
  if (value === undefined) throw new OverrideProblem(`\`set\` for the ${facet} of an operation`);
  if (facet === 'method' || facet === 'uri') {
    return { ...operation, http: { ...http, [facet]: { value: asString(value), ...at } } };
  }
  if (facet === 'successStatus') {
    return { ...operation, http: { ...http, successStatus: { value: asNumber(value), ...at } } };
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

/** The id in the catalogue is what the others are looked up by: `service` of the configuration says it. */
const SETTABLE = SERVICE_FACTS.filter((name) => name !== 'catalogueId');

/** A service with one of its own facts changed. */
export function changeService(
  service: Service,
  facet: string,
  value: JsonValue | undefined,
  at: Provenance,
): Service {
  const name = SETTABLE.find((candidate) => candidate === facet);
  if (name === undefined || value === undefined) {
    throw new OverrideProblem(`\`set\` for one of ${SETTABLE.map((fact) => `service.${fact}`).join(', ')}`);
  }
  return { ...service, [name]: { value: asString(value), ...at } };
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
      output: members(operation.output),
    })),
    shapes: service.shapes.map((shape) => ({
      ...shape,
      name: shape.name === from ? to : shape.name,
      members: members(shape.members),
    })),
    errors: service.errors.map((error) => ({ ...error, members: members(error.members) })),
  };
}

function retarget(type: Type, from: string, to: string): Type {
  if (type.kind === 'list') return { ...type, element: retarget(type.element, from, to) };
  if (type.kind === 'map') return { ...type, value: retarget(type.value, from, to) };
  return type.kind === 'reference' && type.target === from ? { ...type, target: to } : type;
}
