import { distinctBy } from '../../base/group-by.js';
import { byKey } from '../../base/compare.js';
import type { ErrorShape, Shape } from '../../model/model.js';
import type { ErrorRule, MessageBinding, OperationBinding } from '../../ecosystems/protocol.js';
import { type JsonSchema, type SchemaContext } from '../json-schema/types.js';
import { outputsOf } from '../output.js';
import { levelOf } from '../validators/options.js';
import type { Api } from './context.js';
import { documented, type Json } from './json.js';
import { at, bodyMembers, objectSchema, property } from './member-schemas.js';

type NamedSchema = readonly [name: string, schema: Json];

/** `components.schemas`: bodies of requests and responses, errors, structures and unions, sorted by name. */
export function componentSchemas(api: Api): Json {
  const all = [
    ...api.bindings.flatMap((binding) => bodySchemas(binding, api)),
    ...api.service.errors.filter((error) => hasErrorBody(error, api)).map((error) => errorSchema(error, api)),
    ...api.service.shapes.flatMap((shape) => shapeSchemas(shape, api)),
  ];
  return Object.fromEntries(all.sort(byKey));
}

/** A service that a header routes wants a JSON object with every request. */
export const hasRequestObject = ({ request }: OperationBinding): boolean =>
  (bodyMembers(request).length > 0 && !request.envelope?.positional) ||
  (request.selector?.in === 'header' && at(request.parts, 'payload').length === 0);

export const hasResponseObject = (message: MessageBinding): boolean => bodyMembers(message).length > 0;

function bodySchemas(binding: OperationBinding, api: Api): readonly NamedSchema[] {
  const { name } = binding.operation;
  const request = objectSchema(bodyMembers(binding.request), `${name}.input`, api.schemas('input'));
  const responses = outputsOf(binding, api.protocol).flatMap(({ status, message, fact }, index) => {
    if (!hasResponseObject(message)) return [];
    const component = api.names.response(name, index === 0 ? undefined : status);
    return [[component, objectSchema(bodyMembers(message), fact, api.schemas('output'))] as const];
  });
  return [...(hasRequestObject(binding) ? [[api.names.request(name), request] as const] : []), ...responses];
}

/** Elsewhere than where Smithy is spoken, an error of which pages say nothing may have any body, or none. */
export const hasErrorBody = ({ members }: ErrorShape, { isSmithy }: Api): boolean =>
  isSmithy || members.length > 0;

/** The body of an error: its members, and the message, which every error has where Smithy is spoken. */
function errorSchema(error: ErrorShape, api: Api): NamedSchema {
  const members = error.members.filter(({ location }) => location.value === 'body');
  const object = objectSchema(members, error.name, api.schemas('output'));
  const { code } = errorRule(api);
  const hasMessage = !api.isSmithy || members.some(({ wireName }) => /^message$/iu.test(wireName));
  const general = [
    ...(code?.in === 'body' ? [[code.name, { type: 'string', description: errorNameText }]] : []),
    ...(hasMessage ? [] : [['message', { type: 'string' }]]),
  ];
  const properties = { ...Object.fromEntries(general), ...asObject(object['properties']) };
  return [api.names.error(error.name), { ...object, properties, ...documented(error) }];
}

/** Where errors say which they are: the same in all operations of a service. */
export const errorRule = ({ bindings }: Api): ErrorRule => bindings[0]?.errorOf ?? {};

/** What clients know an error by. */
export const errorNameText =
  'The name of the error; what stands before a `#` or behind a `:` does not belong to it.';

const asObject = (value: unknown): object => (typeof value === 'object' && value !== null ? value : {});

function shapeSchemas(shape: Shape, api: Api): readonly NamedSchema[] {
  const own = api.names.shape(shape.name);
  if (own === undefined || api.inline.has(shape.name)) return [];
  const received = api.twofold.has(shape.name) ? api.names.receivedShape(shape.name) : undefined;
  return [
    [own, shapeSchema(shape, api.schemas(api.directionOf(shape.name)))],
    ...(received === undefined ? [] : [[received, shapeSchema(shape, api.schemas('output'))] as const]),
  ];
}

function shapeSchema(shape: Shape, context: SchemaContext): Json {
  const isUnion = shape.kind === 'union' && shape.members.length > 0;
  const schema = isUnion ? unionSchema(shape, context) : objectSchema(shape.members, shape.name, context);
  return { ...schema, ...documented(shape) };
}

/**
 * One alternative for each member, of which an object has exactly one. What the service sends may be a member that the
 * pages do not know, and then none that they do.
 */
function unionSchema({ name, members }: Shape, context: SchemaContext): JsonSchema {
  const distinct = distinctBy(members, ({ wireName }) => wireName);
  const alternatives = distinct.map((member) => ({
    type: 'object',
    title: member.wireName,
    properties: { [member.wireName]: property(member, name, context) },
    required: [member.wireName],
  }));
  const none = Object.fromEntries(distinct.map(({ wireName }) => [wireName, { not: {} }]));
  const unknown = { type: 'object', title: 'unknown', properties: none };
  const isStrict = levelOf(context.policy, name, 'union').level === 'error';
  if (!isStrict) return { anyOf: [...alternatives, unknown] };
  const all = context.direction === 'input' ? alternatives : [...alternatives, unknown];
  return all.length === 1 ? { ...all[0] } : { oneOf: all };
}
