import { docComment, lineComments } from '../../render/comments.js';
import { type ImportedName, printImports } from '../../render/imports.js';
import { propertyAccess, propertyKey, stringLiteral } from '../../render/literals.js';
import { renderTemplate } from '../../render/templates.js';
import type { BoundService } from '../../ecosystems/ecosystem.js';
import { referencesOf, typesWithin } from '../../model/walk.js';
import type { Member } from '../../model/model.js';
import { contextOf } from '../context.js';
import type { EmitOptions, Emitter } from '../emitter.js';
import type { Naming } from '../naming.js';
import {
  type Definition,
  definitionFinder,
  definitionsOf,
  type Direction,
  hasFormat,
  hasValues,
  type StructureDefinition,
  twofoldShapes,
  typesIn,
} from '../validators/definitions.js';
import { hasWidths } from '../widths.js';
import { levelOf, type ValidationPolicy } from '../validators/options.js';
import { expressionOf, optional, type Wrapper, type ZodContext } from './expressions.js';
import { usedFirst } from '../../base/used-first.js';

/** A definition in one direction, with the name of its schema. */
type Declaration = Definition & { readonly name: string };

/** `validators-zod.ts`: a zod schema of each input, output, structure and union. */
export const validatorsZod: Emitter = {
  id: 'validators-zod',
  summary: 'zod 4 schemas of inputs, outputs and structures, beside or instead of the validators',
  optional: true,
  needs: ['types'],
  unsaid: ['aliases'],
  emit(bound: BoundService, options: EmitOptions) {
    const { naming } = contextOf(bound.service);
    const policy = options.validation ?? {};
    const used = new Set<string>();
    const declarations = declarationsOf(bound, policy);
    const isWide = !hasWidths(bound.protocol);
    const wrappers = new Set<Wrapper>();
    const schemas = schemaViews(declarations, naming, { policy, isWide }, used, wrappers);
    const view = {
      header: lineComments(options.header),
      imports: printImports(importsOf(declarations, used)),
      isEmpty: schemas.length === 0,
      hasFiles: used.has('isFile'),
      hasObjects: declarations.some(({ kind }) => kind === 'structure'),
      hasOptional: wrappers.has('optional'),
      hasNullable: wrappers.has('nullable'),
      hasArray: wrappers.has('array'),
      schemas,
    };
    return [{ path: 'validators-zod.ts', content: renderTemplate('validators-zod/validators-zod', view) }];
  },
};

/** Every definition, and those of shapes as the service sends them where that differs. */
function declarationsOf(bound: BoundService, policy: ValidationPolicy): readonly Declaration[] {
  const context = contextOf(bound.service);
  const twofold = twofoldShapes(context, policy, (type) => hasValues(type) || hasFormat(type));
  const definitions = definitionsOf(bound);
  const taken = new Set(definitions.map(({ schema }) => schema));
  const received = (schema: string): string => {
    let name = `Received${schema}`;
    while (taken.has(name)) name = `${name}_`;
    taken.add(name);
    return name;
  };
  return definitions.flatMap((definition) => {
    const own = { ...definition, name: definition.schema };
    // A shape that is sent in another form has two definitions already.
    if (!twofold.has(definition.fact) || context.apart.has(definition.fact)) return [own];
    const { schema, subject } = definition;
    const name = received(schema);
    return [own, { ...definition, name, direction: 'output', subject: `${subject} as the service sends it` }];
  });
}

function schemaViews(
  declarations: readonly Declaration[],
  naming: Naming,
  settings: Pick<ZodContext, 'policy' | 'isWide'>,
  used: Set<string>,
  wrappers: Set<Wrapper>,
): readonly object[] {
  const find = definitionFinder(declarations);
  const declared = new Set<string>();
  return [...ordered(declarations, 'input'), ...ordered(declarations, 'output')].map((declaration) => {
    const context: ZodContext = {
      ...settings,
      direction: declaration.direction,
      runtime: (name) => {
        used.add(name);
        return name;
      },
      wrapper: (name) => {
        wrappers.add(name);
        return name;
      },
      schemaOf: (shape) => find(shape, declaration.direction)?.name,
    };
    const view = bodyView(declaration, naming, context, declared);
    declared.add(declaration.name);
    const comment = docComment([`Validates ${declaration.subject}.`]);
    return { comment, name: declaration.name, type: declaration.type, ...view };
  });
}

function bodyView(
  declaration: Declaration,
  naming: Naming,
  context: ZodContext,
  declared: ReadonlySet<string>,
): object {
  if (declaration.kind === 'value') {
    const expression = expressionOf(declaration.value, declaration.fact, context);
    const value = declaration.isOptional ? optional(declaration.value, expression, context) : expression;
    return { value, members: [], maker: '', refinement: '' };
  }
  const { kind, members, type } = declaration;
  return {
    value: '',
    members: members.map((member) => memberView(member, declaration, naming, context, declared)),
    maker: kind === 'union' ? 'z.object' : `object<Loose<${type}>>`,
    refinement: kind === 'union' ? unionRefinement(declaration, naming, context.policy) : '',
  };
}

function ordered(declarations: readonly Declaration[], direction: Direction): readonly Declaration[] {
  const some = declarations.filter((declaration) => declaration.direction === direction);
  const byFact = new Map(some.map((declaration) => [declaration.fact, declaration]));
  return usedFirst(some, (declaration) =>
    typesIn(declaration).flatMap((type) => referencesOf(type).flatMap((name) => byFact.get(name) ?? [])),
  );
}

/** A member whose type leads to a schema that is declared later, or to its own, is a getter. */
function memberView(
  member: Member,
  { fact, kind }: StructureDefinition,
  naming: Naming,
  context: ZodContext,
  declared: ReadonlySet<string>,
): object {
  const at = `${fact}.${member.name}`;
  const expression = expressionOf(member.type, at, context);
  const isRequired =
    kind === 'structure' &&
    member.required?.value === true &&
    levelOf(context.policy, at, 'required').level === 'error' &&
    !(context.direction === 'output' && context.policy.requiredOutputs === 'never');
  // Of a union the keys have to stay optional ones, which zod alone sees.
  const absent = (text: string): string =>
    kind === 'union' ? `z.optional(${text})` : optional(member.type, text, context);
  const schemas = referencesOf(member.type).flatMap((shape) => context.schemaOf(shape) ?? []);
  return {
    key: propertyKey(naming.key(member)),
    expression: isRequired ? expression : absent(expression),
    isDeferred: schemas.some((schema) => !declared.has(schema)),
  };
}

/**
 * A union from the service may hold a member that the pages do not know, and then none that they do. The check also
 * tells the compiler that of all members, which the object has as optional ones, there is exactly one.
 */
function unionRefinement(declaration: StructureDefinition, naming: Naming, policy: ValidationPolicy): string {
  const { members, fact, direction, type } = declaration;
  const values = members.map((member) => propertyAccess('value', naming.key(member)));
  const count = `[${values.join(', ')}].filter((member) => member !== undefined).length`;
  const isChecked = levelOf(policy, fact, 'union').level === 'error';
  const test = isChecked ? `${count} ${direction === 'input' ? '===' : '<='} 1` : 'value !== undefined';
  const message = stringLiteral('Member must have exactly one member set');
  return `.refine((value): value is Loose<${type}> => ${test}, ${message})`;
}

function importsOf(declarations: readonly Declaration[], used: ReadonlySet<string>): readonly ImportedName[] {
  const hasDocuments = declarations
    .flatMap(typesIn)
    .some((type) => typesWithin(type).some(({ kind }) => kind === 'document' || kind === 'unknown'));
  return [
    ...(declarations.length > 0 ? [{ from: 'zod', name: 'z' }] : []),
    ...[...used].map((name) => ({ from: './runtime/validation/validator.js', name })),
    ...declarations.map(({ type }) => ({ from: './types.js', name: type, type: true })),
    ...(hasDocuments ? [{ from: './types.js', name: 'JsonValue', type: true }] : []),
  ];
}
