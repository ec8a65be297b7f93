import { lineComments } from '../../render/comments.js';
import { propertyKey, stringLiteral } from '../../render/literals.js';
import { renderTemplate } from '../../render/templates.js';
import { membersOfOperation, outputOf, typesWithin } from '../../model/walk.js';
import type { Member, Operation, Service, Shape } from '../../model/model.js';
import { contextOf, type ServiceContext } from '../context.js';
import { documentation } from '../docs.js';
import type { Emitter } from '../emitter.js';
import type { ValuesNames } from '../naming.js';
import {
  branchViews,
  propertyView,
  type BranchView,
  type MemberStyle,
  type PropertyView,
} from './members.js';

interface TypeView {
  readonly doc: string;
  readonly name: string;
  readonly union: boolean;
  readonly properties: readonly PropertyView[];
  readonly branches: readonly BranchView[];
}

const input: MemberStyle = { openness: 'closed', given: true };
const output: MemberStyle = { openness: 'open', given: false };

const valuesView = ({ type, entries }: ValuesNames): object => ({
  name: type,
  entries: entries.map(({ key, value }) => ({ key: propertyKey(key), value: stringLiteral(value) })),
});

function structureView(
  doc: string,
  name: string,
  members: readonly Member[],
  context: ServiceContext,
  style: MemberStyle,
): TypeView {
  const properties = members.map((member) => propertyView(member, context.naming, style));
  return { doc, name, union: false, properties, branches: [] };
}

function operationViews(operation: Operation, context: ServiceContext): readonly TypeView[] {
  const names = context.naming.operation(operation.name);
  const doc = (what: string): string =>
    documentation({ description: `${what} \`${names.method}\`.`, source: operation.source });
  return [
    structureView(doc('The input of'), names.input, operation.input, context, input),
    structureView(doc('The output of'), names.output, outputOf(operation), context, output),
  ];
}

function shapeView(shape: Shape, context: ServiceContext): TypeView {
  const { naming, directions } = context;
  const name = naming.shape(shape.name)?.type ?? shape.name;
  const style: MemberStyle = {
    openness: directions.received.has(shape.name) ? 'open' : 'closed',
    given: directions.sent.has(shape.name),
  };
  // A union without members cannot be printed as one.
  if (shape.kind === 'structure' || shape.members.length === 0) {
    return structureView(documentation(shape), name, shape.members, context, style);
  }
  const branches = branchViews(shape.members, naming, style.openness);
  return { doc: documentation(shape), name, union: true, properties: [], branches };
}

const usesDocuments = (service: Service): boolean =>
  [
    ...service.operations.flatMap(membersOfOperation),
    ...service.shapes.flatMap((shape) => shape.members),
  ].some((member) => typesWithin(member.type).some(({ kind }) => kind === 'document' || kind === 'unknown'));

/** `types.ts`: an interface for each input, output and shape, and the values that strings may have. */
export const types: Emitter = {
  id: 'types',
  summary: 'TypeScript types of inputs, outputs and shapes',
  emit({ service }, { header }) {
    const context = contextOf(service);
    const views = [
      ...service.operations.flatMap((operation) => operationViews(operation, context)),
      ...service.shapes.map((shape) => shapeView(shape, context)),
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
