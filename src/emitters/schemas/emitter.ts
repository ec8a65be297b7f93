import { lineComments } from '../../render/comments.js';
import { printImports, type ImportedName } from '../../render/imports.js';
import { numberLiteral, propertyKey, stringLiteral } from '../../render/literals.js';
import { proseText } from '../../render/prose.js';
import { renderTemplate } from '../../render/templates.js';
import { membersOfOperation, outputOf, shapesByName, successOf } from '../../model/walk.js';
import type { ErrorShape, Service, Shape } from '../../model/model.js';
import type { BoundService, OperationBinding } from '../../ecosystems/protocol.js';
import { contextOf } from '../context.js';
import { imported } from '../runtime-files.js';
import type { Emitter } from '../emitter.js';
import { errorStatus } from '../errors/status.js';
import type { Naming } from '../naming.js';
import { nameTables, type TableNames } from './names.js';
import { shapesInOrder } from './order.js';
import { structureText, type ShapeReference } from './schema-text.js';

/** What the tables of one service are printed with. */
interface Tables {
  readonly naming: Naming;
  readonly names: TableNames;
  readonly shapes: readonly Shape[];
  readonly errors: readonly ErrorShape[];
  /** How the table of this shape, or of an operation where there is none, refers to others. */
  referenceFrom(shape?: Shape): ShapeReference;
}

function planTables(service: Service, naming: Naming): Tables {
  const used = new Set(service.operations.flatMap((operation) => operation.errors.map(({ name }) => name)));
  const errors = service.errors.filter(({ name }) => used.has(name));
  const members = [
    ...service.operations.flatMap(membersOfOperation),
    ...errors.flatMap((error) => error.members),
  ];
  const shapes = shapesInOrder(members, shapesByName(service));
  const names = nameTables(service, naming, shapes, errors);
  const position = new Map(shapes.map(({ name }, at) => [name, at]));
  const referenceFrom = (shape?: Shape): ShapeReference => {
    const own = shape ? (position.get(shape.name) ?? 0) : shapes.length;
    return (target) => {
      const name = names.shapes.get(target);
      if (name === undefined) return `'document'`;
      return (position.get(target) ?? 0) < own ? name : `() => ${name}`;
    };
  };
  return { naming, names, shapes, errors, referenceFrom };
}

const shapeView = (shape: Shape, tables: Tables): object => ({
  name: tables.names.shapes.get(shape.name) ?? '',
  table: structureText(shape.kind, shape.members, tables.naming, tables.referenceFrom(shape)),
});

function errorText(name: string, status: number, members = ''): string {
  return `{ name: ${stringLiteral(name)}, status: ${numberLiteral(status)}${members && `, members: ${members}`} }`;
}

function errorView(error: ErrorShape, { naming, names, referenceFrom }: Tables): object {
  const members =
    error.members.length > 0 ? structureText('structure', error.members, naming, referenceFrom()) : '';
  return {
    name: names.errors.get(error.name) ?? '',
    table: errorText(error.name, errorStatus(error), members),
  };
}

function operationView(binding: OperationBinding, { naming, names, referenceFrom }: Tables): object {
  const { operation, request } = binding;
  const { method, input, output } = naming.operation(operation.name);
  const distinct = [...new Set(operation.errors.map(({ name }) => name))];
  return {
    constant: method,
    inputType: input,
    outputType: output,
    name: stringLiteral(operation.name),
    method: stringLiteral(request.method),
    uri: stringLiteral(request.path),
    status: numberLiteral(successOf(operation).status.value),
    input: structureText('structure', operation.input, naming, referenceFrom()),
    output: structureText('structure', outputOf(operation), naming, referenceFrom()),
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
      errors: tables.errors.map((error) => errorView(error, tables)),
      operations: bindings.map((binding) => operationView(binding, tables)),
    };
    return [{ path: 'schemas.ts', content: renderTemplate('schemas', view) }];
  },
};
