import { lineComments } from '../../render/comments.js';
import { renderTemplate } from '../../render/templates.js';
import { membersOfOperation, typesWithin } from '../../model/walk.js';
import type { Member, Service, Shape } from '../../model/model.js';
import type { OperationBinding, Protocol } from '../../ecosystems/protocol.js';
import { contextOf, type ServiceContext } from '../context.js';
import { constraintLines, documentation } from '../docs.js';
import type { Emitter } from '../emitter.js';
import type { ShapeNames } from '../naming.js';
import { outputsOf, type OutputResponse } from '../output.js';
import {
  branchViews,
  propertyViews,
  type BranchView,
  type MemberStyle,
  type PropertyView,
} from './member-types.js';
import { typeText } from './type-text.js';
import { docComment } from '../../render/comments.js';
import { propertyKey, valueLiteral } from '../../render/literals.js';
import { proseLines } from '../../render/prose.js';
import type { ValuesNames } from '../naming.js';

interface TypeView {
  readonly doc: string;
  readonly name: string;
  readonly union: boolean;
  /** The text of a type that is another one; empty where it has members. */
  readonly alias: string;
  readonly properties: readonly PropertyView[];
  readonly branches: readonly BranchView[];
}

const input: MemberStyle = { openness: 'closed', given: true, direction: 'input' };
const output: MemberStyle = { openness: 'open', given: false, direction: 'output' };

function structureView(
  doc: string,
  name: string,
  members: readonly Member[],
  context: ServiceContext,
  style: MemberStyle,
): TypeView {
  const properties = propertyViews(members, context.naming, style);
  return { doc, name, union: false, alias: '', properties, branches: [] };
}

const aliasView = (doc: string, name: string, alias: string): TypeView => ({
  doc,
  name,
  union: false,
  alias,
  properties: [],
  branches: [],
});

function operationViews(
  binding: OperationBinding,
  context: ServiceContext,
  protocol: Protocol,
): readonly TypeView[] {
  const { operation } = binding;
  const names = context.naming.operation(operation.name);
  const doc = (what: string, more?: readonly string[]): string =>
    documentation({ description: `${what} \`${names.method}\`.`, source: operation.source }, more);
  const inputView = structureView(doc('The input of'), names.input, operation.input, context, input);
  const responses = outputsOf(binding, protocol);
  const [only, ...others] = responses;
  if (only && others.length === 0) {
    const more = only.form.kind === 'payload' ? constraintLines(only.form.part.member.type) : [];
    return [inputView, outputView(doc('The output of', more), names.output, only, context)];
  }
  const parts = responses.map((response) => {
    const text = doc(`What status ${String(response.status)} gives of`);
    const name = names.responses.get(response.status)?.type ?? names.output;
    return outputView(text, name, response, context, 'undefined');
  });
  const union = parts.map(({ name }) => name).join(' | ');
  return [inputView, ...parts, aliasView(doc('The output of'), names.output, union)];
}

function outputView(
  doc: string,
  name: string,
  { form, message }: OutputResponse,
  context: ServiceContext,
  nothing = 'void',
): TypeView {
  if (form.kind === 'nothing') return aliasView(doc, name, nothing);
  if (form.kind === 'payload')
    return aliasView(doc, name, typeText(form.part.member.type, context.naming, output));
  const members = message.parts.map(({ member }) => member);
  return structureView(doc, name, members, context, output);
}

function shapeViews(shape: Shape, context: ServiceContext): readonly TypeView[] {
  const { naming, directions, apart } = context;
  const names = naming.shape(shape.name);
  if (!names) return [];
  if (apart.has(shape.name))
    return [shapeView(shape, names.type, context, output), sentView(shape, names, context)];
  const isSent = directions.sent.has(shape.name);
  // What no operation uses is as what is received: pages describe events and objects of other ways to be told.
  const isOnlySent = isSent && !directions.received.has(shape.name);
  const style: MemberStyle = {
    openness: isOnlySent ? 'closed' : 'open',
    given: isSent,
    direction: isOnlySent ? 'input' : 'output',
  };
  return [shapeView(shape, names.type, context, style)];
}

const sentView = (shape: Shape, names: ShapeNames, context: ServiceContext): TypeView => ({
  ...shapeView(shape, names.inputType, context, input),
  doc: documentation({ source: shape.source }, [
    `{@link ${names.type}} as callers send it: without what only the service sets.`,
  ]),
});

function shapeView(shape: Shape, name: string, context: ServiceContext, style: MemberStyle): TypeView {
  const { members, kind } = shape;
  // A union without members cannot be printed as one.
  if (kind === 'structure' || members.length === 0)
    return structureView(documentation(shape), name, members, context, style);
  const branches = branchViews(members, context.naming, style);
  return { ...aliasView(documentation(shape), name, ''), union: true, branches };
}

const usesDocuments = (service: Service): boolean =>
  [
    ...service.operations.flatMap(membersOfOperation),
    ...[...service.shapes, ...service.errors].flatMap(({ members }) => members),
  ].some((member) => typesWithin(member.type).some(({ kind }) => kind === 'document' || kind === 'unknown'));

/** `types.ts`: an interface for each input, output and shape, and the values that strings and numbers may have. */
export const types: Emitter = {
  id: 'types',
  summary: 'TypeScript types of inputs, outputs and shapes',
  emit({ service, bindings, protocol }, { header }) {
    const context = contextOf(service);
    const views = [
      ...bindings.flatMap((binding) => operationViews(binding, context, protocol)),
      ...service.shapes.flatMap((shape) => shapeViews(shape, context)),
    ];
    const view = {
      header: lineComments(header),
      documents: usesDocuments(service),
      values: context.naming.allValues.map(valuesView),
      types: views,
      empty: views.length === 0,
    };
    return [{ path: 'types.ts', content: renderTemplate('types', view) }];
  },
};

/** The const object of allowed values and the type of one; of bits, the type of their sums. */
export const valuesView = ({ type, flags, entries }: ValuesNames): object => ({
  name: type,
  flags,
  doc: flags ? docComment(['The bits of a number.']) : '',
  typeDoc: flags ? docComment([`Any sum of the bits of {@link ${type}}.`]) : '',
  entries: entries.map(({ key, value, description }) => ({
    key: propertyKey(key),
    value: valueLiteral(value),
    doc: description === undefined ? '' : docComment(proseLines(description)),
  })),
});
