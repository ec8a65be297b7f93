import { docComment, lineComments } from '../../render/comments.js';
import { identifier } from '../../render/identifiers.js';
import { stringLiteral } from '../../render/literals.js';
import { printImports } from '../../render/imports.js';
import { renderTemplate } from '../../render/templates.js';
import type { BoundService } from '../../ecosystems/protocol.js';
import { contextOf, type ServiceContext } from '../context.js';
import type { EmitOptions, Emitter } from '../emitter.js';
import type { Naming } from '../naming.js';
import { type Definition, definitionsOf } from './definitions.js';
import { createModule, type Module } from './module.js';
import { printStructure, type Structure, type Surroundings } from './structures.js';

/** A definition with its names in the emitted module. */
interface Validated extends Definition, Structure {}

/** `validators.ts`: a Standard Schema for each operation's input and output, each structure and each union. */
export const validators: Emitter = {
  id: 'validators',
  summary: 'Validators of inputs, outputs and structures, each a Standard Schema object',
  needs: ['types'],
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
    ...module.imports().map((name) => ({ from: './runtime/validation/validator.js', name, type: /^[A-Z]/.test(name) })),
    ...structures.map(({ type }) => ({ from: './types.js', name: type, type: true })),
  ];
  return {
    header: lineComments(options.header),
    imports: printImports(imports),
    constants: module.constants,
    hasPatterns: module.imports().includes('patternIssue'),
    isEmpty: structures.length === 0,
  };
}

/** Every definition of the service, with its names in the emitted module. */
const structuresOf = (context: ServiceContext, module: Module): readonly Validated[] =>
  definitionsOf(context).map((definition) => ({
    ...definition,
    check: module.scope.claim(`check${definition.type}`, ''),
    table: module.scope.claim(`${identifier(definition.type, 'camel')}Members`, ''),
  }));

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
  comment: docComment([`Validates ${structure.subject}.`]),
  schema: structure.schema,
  type: structure.type,
  name: stringLiteral(structure.type),
  check: structure.check,
  table: structure.table,
  isOutput: structure.direction === 'output',
});
