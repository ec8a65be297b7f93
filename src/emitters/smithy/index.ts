import type { ErrorShape, JsonValue, Member, Operation, Service, Shape } from '../../model/model.js';
import type { Report } from '../../diagnostics/report.js';
import { outputOf, successOf } from '../../model/walk.js';
import { ecosystemOf } from '../../ecosystems/registry.js';
import { reportUnsaid, type Unsaid } from '../unsaid.js';
import { authTrait, smithyAuth } from './auth.js';
import { memberTraits, operationTraits, serviceTraits } from './traits.js';
import { freeName, identifierOf, SmithyTypes, type SmithyShape } from './types.js';

/** The services as a Smithy 2.0 JSON AST (https://smithy.io/2.0/spec/json-ast.html), one namespace each, in the order given. */
export function toSmithy(services: readonly Service[], report: Report = () => undefined): JsonValue {
  for (const service of services) reportUnsaid(service, 'Smithy', unsaidInSmithy, report);
  const shapes = services.flatMap((service) => Object.entries(serviceShapes(service)));
  return { smithy: '2.0', shapes: Object.fromEntries(shapes) };
}

/** Traits of other authors could say some of it; none of Smithy's own does. */
const unsaidInSmithy: readonly Unsaid[] = [
  'servers',
  'authSchemes',
  'nullableMembers',
  'oneOf',
  'flags',
  'formats',
  'readOnly',
  'writeOnly',
  'aliases',
  'cookies',
  'styles',
  'mediaTypes',
  'responses',
  'errorCodes',
  'envelopes',
  'errorsOfSuccess',
  'pagination',
];

type Shapes = Readonly<Record<string, SmithyShape>>;

function serviceShapes(service: Service): Shapes {
  const namespace = `docwright.${namespaceOf(service.id)}`;
  const types = new SmithyTypes(namespace, new Set(service.shapes.map(({ name }) => name)));
  const shapes: Record<string, SmithyShape> = {};
  const add = (name: string, shape: SmithyShape) => (shapes[types.id(name)] = shape);
  add(types.unique(serviceName(service)), serviceShape(service, types));
  for (const operation of service.operations) addOperation(operation, service, types, add);
  for (const shape of service.shapes) add(shape.name, structure(shape, types));
  for (const error of service.errors) add(types.error(error.name), errorShape(error, types));
  return { ...shapes, ...types.shapes };
}

const namespaceOf = (id: string): string =>
  id
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '.')
    .replace(/^\.+|\.+$/g, '') || 'service';

const serviceName = (service: Service): string =>
  `${service.id
    .split(/[^A-Za-z0-9]+/)
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join('')}Service`;

function serviceShape(service: Service, types: SmithyTypes): SmithyShape {
  const ecosystem = ecosystemOf(service.ecosystem);
  const trait = ecosystem.protocols.find((protocol) => protocol.matches(service))?.smithyTrait;
  return {
    type: 'service',
    version: service.apiVersion?.value ?? '',
    operations: service.operations.map(({ name }) => ({ target: types.operation(name) })),
    traits: {
      ...serviceTraits(service, trait),
      ...Object.fromEntries(smithyAuth(service).map(({ trait: id, value }) => [id, value])),
      ...ecosystem.smithyTraits?.(service),
    },
  };
}

function addOperation(
  operation: Operation,
  service: Service,
  types: SmithyTypes,
  add: (name: string, shape: SmithyShape) => unknown,
): void {
  const input = types.unique(identifierOf(`${operation.name}Input`));
  const output = types.unique(identifierOf(`${operation.name}Output`));
  const { mediaType } = successOf(operation);
  add(input, {
    type: 'structure',
    members: members(operation.input, types, input, operation.mediaTypes?.value[0]),
    traits: { 'smithy.api#input': {} },
  });
  add(output, {
    type: 'structure',
    members: members(outputOf(operation), types, output, mediaType?.value),
    traits: { 'smithy.api#output': {} },
  });
  add(types.operationName(operation.name), {
    type: 'operation',
    input: { target: types.id(input) },
    output: { target: types.id(output) },
    ...(operation.errors.length > 0 && {
      errors: operation.errors.map(({ name }) => ({ target: types.id(types.error(name)) })),
    }),
    traits: { ...operationTraits(operation), ...authTrait(operation, service) },
  });
}

const structure = (shape: Shape, types: SmithyTypes): SmithyShape => ({
  type: shape.kind,
  members: members(shape.members, types, shape.name),
  ...(shape.description !== undefined && { traits: { 'smithy.api#documentation': shape.description } }),
});

function errorShape(error: ErrorShape, types: SmithyTypes): SmithyShape {
  const status = error.status?.value;
  return {
    type: 'structure',
    members: members(error.members, types, error.name),
    traits: {
      'smithy.api#error': status !== undefined && status >= 500 ? 'server' : 'client',
      ...(status !== undefined && { 'smithy.api#httpError': status }),
      ...(error.description !== undefined && { 'smithy.api#documentation': error.description }),
    },
  };
}

/** @param media the media type of the body, where a page says it. */
function members(
  list: readonly Member[],
  types: SmithyTypes,
  container: string,
  media?: string,
): Record<string, JsonValue> {
  const taken = new Set(list.map(({ name }) => name).filter((name) => identifierOf(name) === name));
  return Object.fromEntries(
    list.map((member) => {
      const payloadMedia = member.location.value === 'payload' ? media : undefined;
      const target = types.target(member.type, container, member.name, payloadMedia);
      // Two members of one name are one, as pages that repeat a member mean it; what is no identifier is made one.
      const name = identifierOf(member.name) === member.name ? member.name : freeName(member.name, taken);
      return [name, { target, traits: memberTraits(member, name) }];
    }),
  );
}
