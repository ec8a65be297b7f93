import { printJson } from '../../render/json.js';
import type { BoundService } from '../../ecosystems/ecosystem.js';
import { contextOf } from '../context.js';
import type { EmitOptions, Emitter } from '../emitter.js';
import type { Naming } from '../naming.js';
import {
  type Definition,
  definitionFinder,
  definitionsOf,
  type Direction,
  type StructureDefinition,
  twofoldShapes,
} from '../validators/definitions.js';
import { hasWidths } from '../widths.js';
import { levelOf } from '../validators/options.js';
import {
  isRequired,
  type JsonSchema,
  type SchemaContext,
  schemaOf,
  validationStyle,
  wideValidationStyle,
} from './types.js';

const dialect = 'https://json-schema.org/draft/2020-12/schema';

/** What a definition is called that holds a shape as the service sends it, where that differs. */
const receivedName = (type: string): string => `${type}.received`;

/** `json-schema.json`: a JSON Schema of each input, output, structure and union, as JSON travels. */
export const jsonSchema: Emitter = {
  id: 'json-schema',
  summary: 'JSON Schema (2020-12) of inputs, outputs and structures',
  optional: true,
  unsaid: ['aliases', 'flags', 'envelopes'],
  emit(bound: BoundService, options: EmitOptions) {
    const $defs = Object.fromEntries(schemasOf(bound, options));
    const schema = { $schema: dialect, title: bound.service.title.value, $defs };
    return [{ path: 'json-schema.json', content: printJson(schema) }];
  },
};

type NamedSchema = readonly [name: string, schema: JsonSchema];

function schemasOf(bound: BoundService, { validation: policy = {} }: EmitOptions): readonly NamedSchema[] {
  const context = contextOf(bound.service);
  const definitions = definitionsOf(bound);
  // A shape that is sent in another form has two definitions already.
  const twofold = new Set([...twofoldShapes(context, policy)].filter((shape) => !context.apart.has(shape)));
  const find = definitionFinder(definitions);
  const inDirection = (direction: Direction): SchemaContext => ({
    style: hasWidths(bound.protocol) ? validationStyle : wideValidationStyle,
    policy,
    direction,
    timestampFormat: bound.protocol.timestampFormat,
    pointerTo: (shape) => {
      const type = find(shape, direction)?.type;
      const isOther = direction === 'output' && twofold.has(shape);
      return type && `#/$defs/${isOther ? receivedName(type) : type}`;
    },
  });
  return definitions.flatMap((definition) => {
    const own = definitionSchema(definition, context.naming, inDirection(definition.direction));
    if (!twofold.has(definition.fact)) return [[definition.type, own] as const];
    const received = definitionSchema(definition, context.naming, inDirection('output'));
    return [[definition.type, own] as const, [receivedName(definition.type), received] as const];
  });
}

const definitionSchema = (definition: Definition, naming: Naming, context: SchemaContext): JsonSchema =>
  definition.kind === 'value'
    ? schemaOf(definition.value, definition.fact, context)
    : structureSchema(definition, naming, context);

function structureSchema(
  definition: StructureDefinition,
  naming: Naming,
  context: SchemaContext,
): JsonSchema {
  const { members, fact, kind } = definition;
  const properties = members.map((member) => [
    naming.key(member),
    schemaOf(member.type, `${fact}.${member.name}`, context),
  ]);
  const required = kind === 'union' ? [] : members.filter((member) => isRequired(member, fact, context));
  return {
    type: 'object',
    properties: Object.fromEntries(properties),
    ...(required.length > 0 && { required: required.map((member) => naming.key(member)) }),
    ...(kind === 'union' && exactlyOne(definition, naming, context)),
  };
}

/** A union from the service may hold a member that the pages do not know, and then none that they do. */
function exactlyOne(
  { members, fact }: StructureDefinition,
  naming: Naming,
  context: SchemaContext,
): JsonSchema {
  if (levelOf(context.policy, fact, 'union').level !== 'error') return {};
  const one = members.map((member) => ({ required: [naming.key(member)] }));
  return { oneOf: context.direction === 'input' ? one : [...one, { not: { anyOf: one } }] };
}
