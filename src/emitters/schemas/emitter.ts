import { lineComments } from '../../render/comments.js';
import { printImports, type ImportedName } from '../../render/imports.js';
import { numberLiteral, propertyKey, stringLiteral } from '../../render/literals.js';
import { proseText } from '../../render/prose.js';
import { renderTemplate } from '../../render/templates.js';
import { membersOfOperation, referencesOf, shapesByName } from '../../model/walk.js';
import type { ErrorShape, Member, Service, Shape } from '../../model/model.js';
import type { BoundService } from '../../ecosystems/ecosystem.js';
import type { MessageBinding, OperationBinding, Protocol } from '../../ecosystems/protocol.js';
import { contextOf } from '../context.js';
import { imported } from '../runtime-files.js';
import type { Emitter } from '../emitter.js';
import { errorStatus, type Naming } from '../naming.js';
import { nameTables, type TableNames } from './names.js';
import { usedFirst } from '../../base/used-first.js';
import { type SchemaContext, structureText, unboundParts } from './schema-text.js';

/** What the tables of one service are printed with. */
interface Tables {
  readonly naming: Naming;
  readonly names: TableNames;
  readonly shapes: readonly Shape[];
  readonly errors: readonly ErrorShape[];
  /** What the table of this shape, or of an operation where there is none, is printed with. */
  contextOf(shape?: Shape): SchemaContext;
}

function planTables(service: Service, naming: Naming): Tables {
  const used = new Set(service.operations.flatMap((operation) => operation.errors.map(({ name }) => name)));
  const errors = service.errors.filter(({ name }) => used.has(name));
  const members = [
    ...service.operations.flatMap(membersOfOperation),
    ...errors.flatMap((error) => error.members),
  ];
  const all = shapesByName(service);
  const heldBy = (some: readonly Member[]): readonly Shape[] =>
    some.flatMap(({ type }) => referencesOf(type).flatMap((name) => all.get(name) ?? []));
  const shapes = usedFirst(heldBy(members), (shape) => heldBy(shape.members));
  const names = nameTables(service, naming, shapes, errors);
  const position = new Map(shapes.map(({ name }, at) => [name, at]));
  const tableContext = (shape?: Shape): SchemaContext => {
    const own = shape ? (position.get(shape.name) ?? 0) : shapes.length;
    const reference = (target: string): string => {
      const name = names.shapes.get(target);
      if (name === undefined) return `'document'`;
      return (position.get(target) ?? 0) < own ? name : `() => ${name}`;
    };
    return { naming, reference, shape: (name) => all.get(name) };
  };
  return { names, shapes, errors, naming, contextOf: tableContext };
}

const shapeView = (shape: Shape, tables: Tables): object => ({
  name: tables.names.shapes.get(shape.name) ?? '',
  table: structureText(shape.kind, unboundParts(shape.members), tables.contextOf(shape)),
});

function errorText(name: string, status: number, code?: string | number, members = ''): string {
  const fields = [
    `name: ${stringLiteral(name)}`,
    `status: ${numberLiteral(status)}`,
    ...(code === undefined
      ? []
      : [`code: ${typeof code === 'number' ? numberLiteral(code) : stringLiteral(code)}`]),
    ...(members ? [`members: ${members}`] : []),
  ];
  return `{ ${fields.join(', ')} }`;
}

function errorView(error: ErrorShape, tables: Tables, protocol: Protocol): object {
  const members =
    error.members.length > 0
      ? structureText('structure', unboundParts(error.members), tables.contextOf())
      : '';
  return {
    name: tables.names.errors.get(error.name) ?? '',
    table: errorText(error.name, errorStatus(error, protocol), error.code?.value, members),
  };
}

/** The media type where the protocol's runtime has to be told. */
const toldMedia = ({ media }: MessageBinding, protocol: Protocol): string | undefined =>
  protocol.media !== undefined && media !== protocol.media ? media : undefined;

/** The media types of the request's body: the one that is written, and others that a server takes. */
function mediaText({ operation, request }: OperationBinding, protocol: Protocol): string {
  const others = operation.mediaTypes?.value ?? [];
  const isTold = toldMedia(request, protocol) !== undefined || (protocol.media && others.length > 1);
  if (request.media === undefined || !isTold) return '';
  return listText([...new Set([request.media, ...others])]);
}

const listText = (texts: readonly string[]): string => `[${texts.map(stringLiteral).join(', ')}]`;

function operationView(binding: OperationBinding, tables: Tables, protocol: Protocol): object {
  const { operation, request, responses } = binding;
  const { names } = tables;
  const { method, input, output } = tables.naming.operation(operation.name);
  const distinct = [...new Set(operation.errors.map(({ name }) => name))];
  const context = tables.contextOf();
  const table = (message: MessageBinding): string =>
    structureText('structure', message.parts, context, toldMedia(message, protocol));
  const [[status, usual] = [200, { parts: [] }], ...others] = responses;
  return {
    constant: method,
    inputType: input,
    outputType: output,
    name: stringLiteral(operation.name),
    method: stringLiteral(request.method),
    uri: stringLiteral(request.path),
    status: numberLiteral(status),
    media: mediaText(binding, protocol),
    positional: request.envelope?.positional === true,
    input: structureText('structure', request.parts, context),
    output: table(usual),
    outputs: others.map(([other, message]) => `${numberLiteral(other)}: ${table(message)}`).join(',\n'),
    auth: operation.auth ? listText(operation.auth.value) : '',
    deprecated: operation.deprecated ? stringLiteral(proseText(operation.deprecated.value)) : '',
    // An error that the service does not describe is known by name only.
    errors: distinct.map((name) => names.errors.get(name) ?? errorText(name, 400)).join(', '),
  };
}

const serviceFields = ({ service, ecosystem }: BoundService): readonly string[] => {
  const fields = {
    id: service.id,
    apiVersion: service.apiVersion?.value ?? '',
    ...ecosystem.runtime.serviceFields(service),
  };
  return Object.entries(fields).map(([key, value]) => `${propertyKey(key)}: ${stringLiteral(value)}`);
};

function importsOf({ service, ecosystem }: BoundService, tables: Tables): readonly ImportedName[] {
  const fromSchema = [
    ...(service.operations.length > 0 ? ['OperationSchema'] : []),
    ...(tables.shapes.length > 0 ? ['StructureSchema'] : []),
    ...(tables.errors.length > 0 ? ['ErrorSchema'] : []),
  ].map((name) => ({ from: './runtime/schema/schema.js', name, type: true }));
  const types = service.operations.flatMap(({ name }) => {
    const { input, output } = tables.naming.operation(name);
    return [input, output].map((type) => ({ from: './types.js', name: type, type: true }));
  });
  return [imported(ecosystem.runtime.service, 'ServiceSchema', true), ...fromSchema, ...types];
}

/** `schemas.ts`: what the runtime has to know to write and read each operation. */
export const schemas: Emitter = {
  id: 'schemas',
  summary: 'tables of what travels where, for the runtime',
  needs: ['types'],
  emit(bound, { header }) {
    const { service, bindings } = bound;
    const tables = planTables(service, contextOf(service).naming);
    const view = {
      header: lineComments(header),
      imports: printImports(importsOf(bound, tables)),
      service: serviceFields(bound),
      shapes: tables.shapes.map((shape) => shapeView(shape, tables)),
      errors: tables.errors.map((error) => errorView(error, tables, bound.protocol)),
      operations: bindings.map((binding) => operationView(binding, tables, bound.protocol)),
    };
    return [{ path: 'schemas.ts', content: renderTemplate('schemas', view) }];
  },
};
