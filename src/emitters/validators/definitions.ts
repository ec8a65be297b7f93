import type { Member, Operation, Shape } from '../../model/model.js';
import type { ReferenceType, Type } from '../../model/types.js';
import { reachableShapes, shapesByName, typesWithin } from '../../model/walk.js';
import type { BoundService } from '../../ecosystems/ecosystem.js';
import type { OperationBinding } from '../../ecosystems/protocol.js';
import { contextOf, type ServiceContext } from '../context.js';
import { type Direction, membersFor } from '../directions.js';
import type { OperationNames } from '../naming.js';
import { outputsOf, type OutputResponse } from '../output.js';
import type { ValidationPolicy } from './options.js';

export type { Direction } from '../directions.js';

/** What one validator is about: the input or output of an operation, a structure or a union. */
export type Definition = StructureDefinition | ValueDefinition;

interface DefinitionBase {
  /** The beginning of the ids of its facts: `CreateUser.input` or `User`. */
  readonly fact: string;
  /** The name of the TypeScript type. */
  readonly type: string;
  /** The name of the validator. */
  readonly schema: string;
  readonly direction: Direction;
  /** What the validator validates, in a comment. */
  readonly subject: string;
}

export interface StructureDefinition extends DefinitionBase {
  readonly kind: 'structure' | 'union';
  /** Those that travel in its direction. */
  readonly members: readonly Member[];
}

/** An output that is the body itself, or what any of several responses gives. */
export interface ValueDefinition extends DefinitionBase {
  readonly kind: 'value';
  /** References lead to shapes, and to other definitions by their facts. */
  readonly value: Type;
  /** It may be nothing at all. */
  readonly isOptional: boolean;
}

/** The types that a definition holds. */
export const typesIn = (definition: Definition): readonly Type[] =>
  definition.kind === 'value' ? [definition.value] : definition.members.map(({ type }) => type);

/** Finds the definition at a fact: that of the direction where there are two, else the only one. */
export function definitionFinder<D extends Definition>(
  definitions: readonly D[],
): (fact: string, direction: Direction) => D | undefined {
  const keyOf = (direction: Direction, fact: string): string => `${direction} ${fact}`;
  const byKey = new Map(definitions.map((one) => [keyOf(one.direction, one.fact), one]));
  const other = { input: 'output', output: 'input' } as const;
  return (fact, direction) => byKey.get(keyOf(direction, fact)) ?? byKey.get(keyOf(other[direction], fact));
}

/**
 * Every definition of a service: inputs and outputs, then shapes. A shape that callers send is held to its allowed
 * values, whether or not it is received as well. An output that is nothing has none.
 */
export function definitionsOf(bound: BoundService): readonly Definition[] {
  const context = contextOf(bound.service);
  const operations = bound.bindings.flatMap((binding) => operationDefinitions(binding, bound, context));
  return [...operations, ...bound.service.shapes.flatMap((shape) => shapeDefinitions(shape, context))];
}

function operationDefinitions(
  binding: OperationBinding,
  { protocol }: BoundService,
  { naming }: ServiceContext,
): readonly Definition[] {
  const { name, input } = binding.operation;
  const names = naming.operation(name);
  return [
    {
      kind: 'structure',
      fact: `${name}.input`,
      members: membersFor(input, 'input'),
      type: names.input,
      schema: names.inputSchema,
      direction: 'input',
      subject: `the input of \`${names.method}\``,
    },
    ...outputDefinitions(binding.operation, outputsOf(binding, protocol), names),
  ];
}

function outputDefinitions(
  operation: Operation,
  responses: readonly OutputResponse[],
  names: OperationNames,
): readonly Definition[] {
  const about = {
    type: names.output,
    schema: names.outputSchema,
    direction: 'output',
    subject: `the output of \`${names.method}\``,
  } as const;
  const [only, ...others] = responses;
  if (!only) return [];
  if (others.length === 0) return outputDefinition({ ...about, fact: only.fact }, only);
  const parts = responses.flatMap((response) => {
    const { type, schema } = names.responses.get(response.status) ?? about;
    const subject = `what status ${String(response.status)} gives of \`${names.method}\``;
    return outputDefinition({ ...about, fact: response.fact, type, schema, subject }, response);
  });
  if (parts.length === 0) return [];
  const isOptional = parts.length < responses.length;
  const value = eitherOf(parts, operation);
  return [...parts, { kind: 'value', ...about, fact: `${operation.name}.outputs`, value, isOptional }];
}

function outputDefinition(base: DefinitionBase, { form, message }: OutputResponse): readonly Definition[] {
  if (form.kind === 'nothing') return [];
  if (form.kind === 'payload') {
    return [{ kind: 'value', ...base, value: form.part.member.type, isOptional: false }];
  }
  const members = message.parts.map(({ member }) => member);
  return [{ kind: 'structure', ...base, members: membersFor(members, 'output') }];
}

/** A value of any of these definitions. */
const eitherOf = (parts: readonly Definition[], { source, known }: Operation): Type => {
  const variants = parts.map(
    ({ fact }): ReferenceType => ({ kind: 'reference', target: fact, constraints: [], source, known }),
  );
  return { kind: 'oneOf', variants, constraints: [], source, known };
};

function shapeDefinitions(shape: Shape, context: ServiceContext): readonly Definition[] {
  const { directions, apart, naming } = context;
  const names = naming.shape(shape.name);
  if (!names) return [];
  const received = { type: names.type, schema: names.schema };
  const sent = { type: names.inputType, schema: names.inputSchema };
  if (apart.has(shape.name))
    return [shapeDefinition(shape, received, 'output'), shapeDefinition(shape, sent, 'input')];
  return [shapeDefinition(shape, received, directions.sent.has(shape.name) ? 'input' : 'output')];
}

function shapeDefinition(
  shape: Shape,
  names: Pick<DefinitionBase, 'type' | 'schema'>,
  direction: Direction,
): Definition {
  const members = membersFor(shape.members, direction);
  // A union without members is as good as a structure: see the types.
  const kind = members.length === 0 ? 'structure' : shape.kind;
  return { kind, fact: shape.name, members, ...names, direction, subject: `\`${names.type}\`` };
}

/**
 * The shapes that need a second definition where one definition cannot serve both directions: they are sent and
 * received, and what is received may hold values that the pages do not know, or lack what is required.
 * @param depends whether a type is another one in the other direction, beside what it holds.
 */
export function twofoldShapes(
  context: ServiceContext,
  policy: ValidationPolicy,
  depends: (type: Type) => boolean = hasValues,
): ReadonlySet<string> {
  const { sent, received } = context.directions;
  const shapes = shapesByName(context.service);
  const isOther = ({ type, required }: Member): boolean =>
    typesWithin(type).some(depends) || (policy.requiredOutputs === 'never' && required?.value === true);
  const own = new Set(
    context.service.shapes
      .filter((shape) => shape.kind === 'union' || shape.members.some(isOther))
      .map(({ name }) => name),
  );
  const isTwofold = (name: string): boolean =>
    [name, ...reachableShapes(shapes.get(name)?.members ?? [], shapes)].some((reached) => own.has(reached));
  return new Set([...sent].filter((name) => received.has(name) && shapes.has(name) && isTwofold(name)));
}

/** What a service sends is not held to the values that pages know. */
export const hasValues = ({ constraints }: Type): boolean =>
  constraints.some(({ kind }) => kind === 'values');

/** Nor to the formats of strings. */
export const hasFormat = (type: Type): boolean => type.kind === 'string' && type.format !== undefined;
