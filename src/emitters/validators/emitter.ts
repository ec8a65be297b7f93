import { docComment, lineComments } from '../../render/comments.js';
import { identifier } from '../../render/identifiers.js';
import { stringLiteral } from '../../render/literals.js';
import { printImports } from '../../render/imports.js';
import { renderTemplate } from '../../render/templates.js';
import type { BoundService } from '../../ecosystems/ecosystem.js';
import { contextOf } from '../context.js';
import type { EmitOptions, Emitter } from '../emitter.js';
import type { Naming } from '../naming.js';
import { hasWidths } from '../widths.js';
import { type Definition, definitionFinder, definitionsOf, type Direction } from './definitions.js';
import { createModule, type Module } from './module.js';
import { type CheckNames, printStructure, printValue, type Surroundings } from './structures.js';
import { nestedOf } from './tables.js';

/** A definition with its names in the emitted module. */
type Validated = Definition & CheckNames;

/** `validators.ts`: a Standard Schema for each operation's input and output, each structure and each union. */
export const validators: Emitter = {
  id: 'validators',
  summary: 'Validators of inputs, outputs and structures, each a Standard Schema object',
  needs: ['types'],
  unsaid: ['aliases'],
  emit(bound: BoundService, options: EmitOptions) {
    const module = createModule(!hasWidths(bound.protocol));
    const structures = structuresOf(bound, module);
    const { naming } = contextOf(bound.service);
    const around = (direction: Direction): Surroundings =>
      surroundings(structures, module, naming, options, direction);
    const [input, output] = [around('input'), around('output')];
    const schemas = structures.map((structure) =>
      schemaView(structure, structure.direction === 'input' ? input : output),
    );
    const view = { ...fileView(structures, module, options), schemas };
    return [{ path: 'validators.ts', content: renderTemplate('validators/validators', view) }];
  },
};

function fileView(structures: readonly Validated[], module: Module, options: EmitOptions): object {
  if (structures.length > 0) for (const name of ['Validator', 'createValidator']) module.runtime(name);
  const imports = [
    ...module
      .imports()
      .map((name) => ({ from: './runtime/validation/validator.js', name, type: /^[A-Z]/.test(name) })),
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
const structuresOf = (bound: BoundService, module: Module): readonly Validated[] =>
  definitionsOf(bound).map((definition) => ({
    ...definition,
    check: module.scope.claim(`check${definition.type}`, ''),
    table: module.scope.claim(`${identifier(definition.type, 'camel')}Members`, ''),
  }));

function surroundings(
  structures: readonly Validated[],
  module: Module,
  naming: Naming,
  options: EmitOptions,
  direction: Direction,
): Surroundings {
  const find = definitionFinder(structures);
  const tables = (fact: string): string | undefined => {
    const found = find(fact, direction);
    return found?.kind === 'value' ? nestedOf(found.value, tables) : found && `() => ${found.table}`;
  };
  return {
    module,
    naming,
    policy: options.validation ?? {},
    functions: (shape) => find(shape, direction)?.check,
    tables,
  };
}

const schemaView = (structure: Validated, around: Surroundings): object => ({
  code: structure.kind === 'value' ? printValue(structure, around) : printStructure(structure, around),
  comment: docComment([`Validates ${structure.subject}.`]),
  schema: structure.schema,
  type: structure.type,
  name: stringLiteral(structure.type),
  check: structure.check,
  table: structure.kind === 'value' ? (nestedOf(structure.value, around.tables) ?? 'true') : structure.table,
  isOutput: structure.direction === 'output',
});
