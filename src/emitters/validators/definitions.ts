import type { Member, Operation, Shape } from '../../model/model.js';
import { constraintsOf, outputOf, reachableShapes, shapesByName } from '../../model/walk.js';
import type { ServiceContext } from '../context.js';
import type { Naming } from '../naming.js';
import type { ValidationPolicy } from './options.js';

/** Whether values come from a caller or from the service. */
export type Direction = 'input' | 'output';

/** What one validator is about: the input or output of an operation, a structure or a union. */
export interface Definition {
  readonly kind: 'structure' | 'union';
  /** The beginning of the ids of its facts: `CreateUser.input` or `User`. */
  readonly fact: string;
  readonly members: readonly Member[];
  /** The name of the TypeScript type. */
  readonly type: string;
  /** The name of the validator. */
  readonly schema: string;
  readonly direction: Direction;
  /** What the validator validates, in a comment. */
  readonly subject: string;
}

/**
 * Every definition of a service: inputs and outputs, then shapes. A shape that callers send is held to its allowed
 * values, whether or not it is received as well.
 */
export function definitionsOf({ service, naming, directions }: ServiceContext): readonly Definition[] {
  const operations = service.operations.flatMap((operation) => operationDefinitions(operation, naming));
  const shapes = service.shapes.flatMap((shape) =>
    shapeDefinition(shape, naming, directions.sent.has(shape.name) ? 'input' : 'output'),
  );
  return [...operations, ...shapes];
}

function operationDefinitions(operation: Operation, naming: Naming): readonly Definition[] {
  const { name, input } = operation;
  const names = naming.operation(name);
  const method = `\`${names.method}\``;
  return [
    {
      kind: 'structure',
      fact: `${name}.input`,
      members: input,
      type: names.input,
      schema: names.inputSchema,
      direction: 'input',
      subject: `the input of ${method}`,
    },
    {
      kind: 'structure',
      fact: `${name}.output`,
      members: outputOf(operation),
      type: names.output,
      schema: names.outputSchema,
      direction: 'output',
      subject: `the output of ${method}`,
    },
  ];
}

function shapeDefinition(shape: Shape, naming: Naming, direction: Direction): readonly Definition[] {
  const names = naming.shape(shape.name);
  if (!names) return [];
  // A union without members is as good as a structure: see the types.
  const kind = shape.members.length === 0 ? 'structure' : shape.kind;
  const { name: fact, members } = shape;
  return [{ kind, fact, members, ...names, direction, subject: `\`${names.type}\`` }];
}

/**
 * The shapes that need a second definition where one definition cannot serve both directions: they are sent and
 * received, and what is received may hold values that the pages do not know, or lack what is required.
 */
export function twofoldShapes(context: ServiceContext, policy: ValidationPolicy): ReadonlySet<string> {
  const { sent, received } = context.directions;
  const shapes = shapesByName(context.service);
  const depends = (member: Member): boolean =>
    constraintsOf(member.type).some(({ kind }) => kind === 'values') ||
    (policy.requiredOutputs === 'never' && member.required?.value === true);
  const own = new Set(
    context.service.shapes
      .filter((shape) => shape.kind === 'union' || shape.members.some(depends))
      .map(({ name }) => name),
  );
  const isTwofold = (name: string): boolean =>
    [name, ...reachableShapes(shapes.get(name)?.members ?? [], shapes)].some((reached) => own.has(reached));
  return new Set([...sent].filter((name) => received.has(name) && shapes.has(name) && isTwofold(name)));
}
