import type { Operation, Shape } from '../../ir/model.js';
import { docComment, lineComments } from '../../render/comments.js';
import { identifier } from '../../render/identifiers.js';
import { stringLiteral } from '../../render/literals.js';
import { printImports } from '../../render/imports.js';
import { renderTemplate } from '../../render/templates.js';
import type { BoundService } from '../../protocols/protocol.js';
import { contextOf, type ServiceContext } from '../context.js';
import type { EmitOptions, Emitter } from '../emitter.js';
import type { Naming } from '../naming.js';
import { createModule, type Module } from './module.js';
import { printStructure, type Structure, type Surroundings } from './structures.js';

/** A structure with the validator that is exported for it. */
interface Validated extends Structure {
  readonly type: string;
  readonly schema: string;
  readonly direction: 'input' | 'output';
  readonly summary: string;
}

/** `validators.ts`: a Standard Schema for each operation's input and output, each structure and each union. */
export const validators: Emitter = {
  id: 'validators',
  summary: 'Validators of inputs, outputs and structures, each a Standard Schema object',
  emit({ service }: BoundService, options: EmitOptions) {
    const context = contextOf(service);
    const module = createModule();
    const structures = structuresOf(context, module);
    const around = surroundings(structures, module, context.naming, options);
    const schemas = structures.map((structure) => schemaView(structure, around));
    const view = { ...fileView(structures, module, options), schemas };
    return [{ path: 'validators.ts', content: renderTemplate('validators/validators', view) }];
  },
};

function fileView(structures: readonly Validated[], module: Module, options: EmitOptions): object {
  if (structures.length > 0) for (const name of ['Validator', 'createValidator']) module.runtime(name);
  const imports = [
    ...module.imports().map((name) => ({ from: './runtime/validation.js', name, type: /^[A-Z]/.test(name) })),
    ...structures.map(({ type }) => ({ from: './types.js', name: type, type: true })),
  ];
  return {
    header: lineComments(options.header),
    imports: printImports(imports),
    constants: module.constants,
    isEmpty: structures.length === 0,
  };
}

/** Every structure of the package, inputs and outputs first, with its names in the emitted module. */
function structuresOf(context: ServiceContext, module: Module): readonly Validated[] {
  const { service, naming, directions } = context;
  const operations = service.operations.flatMap((operation) => operationStructures(operation, naming));
  const shapes = service.shapes.flatMap((shape) =>
    shapeStructure(shape, naming, directions.sent.has(shape.name)),
  );
  return [...operations, ...shapes].map((structure) => ({
    ...structure,
    check: module.scope.claim(`check${structure.type}`, ''),
    table: module.scope.claim(`${identifier(structure.type, 'camel')}Members`, ''),
  }));
}

type Unnamed = Omit<Validated, 'check' | 'table'>;

function operationStructures(operation: Operation, naming: Naming): readonly Unnamed[] {
  const names = naming.operation(operation.name);
  return [
    {
      kind: 'structure',
      fact: `${operation.name}.input`,
      members: operation.input,
      type: names.input,
      schema: names.inputSchema,
      direction: 'input',
      summary: `Validates the input of \`${names.method}\`.`,
    },
    {
      kind: 'structure',
      fact: `${operation.name}.output`,
      members: operation.output,
      type: names.output,
      schema: names.outputSchema,
      direction: 'output',
      summary: `Validates the output of \`${names.method}\`.`,
    },
  ];
}

/** A shape that callers send is held to its allowed values, whether or not it is received as well. */
function shapeStructure(shape: Shape, naming: Naming, isSent: boolean): readonly Unnamed[] {
  const names = naming.shape(shape.name);
  if (!names) return [];
  const { name: fact, members } = shape;
  // A union without members is as good as a structure: see the types.
  const kind = members.length === 0 ? 'structure' : shape.kind;
  const direction = isSent ? 'input' : 'output';
  return [{ kind, fact, members, ...names, direction, summary: `Validates \`${names.type}\`.` }];
}

function surroundings(
  structures: readonly Validated[],
  module: Module,
  naming: Naming,
  options: EmitOptions,
): Surroundings {
  const byFact = new Map(structures.map((structure) => [structure.fact, structure]));
  return {
    module,
    naming,
    policy: options.validation ?? {},
    functions: (shape) => byFact.get(shape)?.check,
    tables: (shape) => byFact.get(shape)?.table,
  };
}

const schemaView = (structure: Validated, around: Surroundings): object => ({
  code: printStructure(structure, around),
  comment: docComment([structure.summary]),
  schema: structure.schema,
  type: structure.type,
  name: stringLiteral(structure.type),
  check: structure.check,
  table: structure.table,
  isOutput: structure.direction === 'output',
});
