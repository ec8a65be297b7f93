import type { SourceRange } from '../diagnostics/position.js';
import type { ErrorShape, JsonValue, Member, Operation, Response, Service, Shape } from './model.js';
import type { Fact, Known, Provenance } from './provenance.js';
import type { Constraint, Type } from './types.js';

/**
 * One fact of the model under its id. Ids are stable: they are made of names alone, such as
 * `CreateUser.input.emailAddress.length.max`, `User.tags.element.pattern`, `ConflictException.status`.
 */
export interface FactEntry {
  readonly id: string;
  readonly value: JsonValue;
  readonly source: SourceRange;
  readonly known: Known;
}

/** Every fact of a service, in the order of the model. */
export function* factsOf(service: Service): Generator<FactEntry> {
  for (const name of SERVICE_FACTS) yield* optional(`service.${name}`, service[name]);
  for (const traits of Object.values(service.traits ?? {})) {
    for (const [name, fact] of Object.entries(traits)) yield* optional(`service.${name}`, fact);
  }
  for (const server of service.servers) yield entry(`service.servers.${server.url}`, server.url, server);
  for (const one of service.auth) yield entry(`service.auth.${one.name}`, one.scheme, one);
  for (const operation of service.operations) yield* operationFacts(operation);
  for (const shape of service.shapes) yield* shapeFacts(shape);
  for (const error of service.errors) yield* errorFacts(error);
}

/** The facts of a service itself that every ecosystem has. */
export const SERVICE_FACTS = ['title', 'apiVersion', 'protocol'] as const;

const entry = (id: string, value: JsonValue, { source, known }: Provenance): FactEntry => ({
  id,
  value,
  source,
  known,
});

function* optional(id: string, fact: Fact<JsonValue> | undefined): Generator<FactEntry> {
  if (fact) yield entry(id, fact.value, fact);
}

/** The facts of one operation. */
export function* operationFacts(operation: Operation): Generator<FactEntry> {
  const { name, http, input, responses, errors, deprecated } = operation;
  yield entry(name, name, operation);
  yield* optional(`${name}.method`, http?.method);
  yield* optional(`${name}.uri`, http?.uri);
  yield* optional(`${name}.mediaTypes`, operation.mediaTypes);
  yield* optional(`${name}.auth`, operation.auth);
  yield* optional(`${name}.deprecated`, deprecated);
  for (const traits of Object.values(operation.traits ?? {}))
    for (const [trait, fact] of Object.entries(traits)) yield* optional(`${name}.${trait}`, fact);
  for (const member of input) yield* memberFacts(`${name}.input`, member);
  for (const [at, response] of responses.entries()) yield* responseFacts(name, response, at === 0);
  for (const error of errors) yield entry(`${name}.errors.${error.name}`, error.name, error);
}

/** The usual response is the output; others go by their status. */
function* responseFacts(name: string, response: Response, usual: boolean): Generator<FactEntry> {
  const id = usual ? `${name}.output` : `${name}.responses.${response.status.value}`;
  yield* optional(usual ? `${name}.successStatus` : id, response.status);
  yield* optional(`${id}.mediaType`, response.mediaType);
  for (const member of response.members) yield* memberFacts(id, member);
}

/** The facts of one structure or union. */
export function* shapeFacts(shape: Shape): Generator<FactEntry> {
  yield entry(shape.name, shape.kind, shape);
  yield* optional(`${shape.name}.deprecated`, shape.deprecated);
  for (const member of shape.members) yield* memberFacts(shape.name, member);
}

function* errorFacts(error: ErrorShape): Generator<FactEntry> {
  yield entry(error.name, 'error', error);
  yield* optional(`${error.name}.status`, error.status);
  yield* optional(`${error.name}.code`, error.code);
  for (const member of error.members) yield* memberFacts(error.name, member);
}

function* memberFacts(container: string, member: Member): Generator<FactEntry> {
  const id = `${container}.${member.name}`;
  yield entry(id, member.name, member);
  yield* optional(`${id}.location`, member.location);
  yield entry(`${id}.wireName`, member.wireName, member.location);
  yield* optional(`${id}.required`, member.required);
  yield* typeFacts(id, member.type);
  yield* optional(`${id}.default`, member.default);
  yield* optional(`${id}.deprecated`, member.deprecated);
  yield* optional(`${id}.idempotencyToken`, member.idempotencyToken);
  yield* optional(`${id}.readOnly`, member.readOnly);
  yield* optional(`${id}.writeOnly`, member.writeOnly);
  yield* optional(`${id}.style`, member.style);
  for (const alias of member.aliases ?? []) yield entry(`${id}.aliases.${alias}`, alias, member);
}

function* typeFacts(id: string, type: Type): Generator<FactEntry> {
  yield entry(`${id}.type`, type.kind === 'reference' ? type.target : type.kind, type);
  if ('format' in type) yield* optional(`${id}.format`, type.format);
  yield* optional(`${id}.nullable`, type.nullable);
  for (const constraint of type.constraints) yield* constraintFacts(id, constraint);
  if (type.kind === 'list') yield* typeFacts(`${id}.element`, type.element);
  if (type.kind === 'map') {
    yield* typeFacts(`${id}.key`, type.key);
    yield* typeFacts(`${id}.value`, type.value);
  }
  if (type.kind === 'oneOf') {
    yield* optional(`${id}.discriminator`, type.discriminator);
    for (const [at, variant] of type.variants.entries()) yield* typeFacts(`${id}.${at + 1}`, variant);
  }
}

function* constraintFacts(id: string, constraint: Constraint): Generator<FactEntry> {
  if (constraint.kind === 'pattern') yield entry(`${id}.pattern`, constraint.pattern, constraint);
  else if (constraint.kind === 'values') yield entry(`${id}.values`, constraint.values, constraint);
  else {
    const { kind, min, max } = constraint;
    if (min !== undefined) yield entry(`${id}.${kind}.min`, min, constraint);
    if (max !== undefined) yield entry(`${id}.${kind}.max`, max, constraint);
  }
}
