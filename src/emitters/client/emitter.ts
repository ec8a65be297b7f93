import { lineComments } from '../../render/comments.js';
import { printImports, type ImportedName } from '../../render/imports.js';
import { objectMembers } from '../../render/reserved.js';
import { renderTemplate } from '../../render/templates.js';
import type { Operation } from '../../model/model.js';
import type { BoundService } from '../../ecosystems/ecosystem.js';
import type { OperationBinding, Protocol } from '../../ecosystems/protocol.js';
import { contextOf, type ServiceContext } from '../context.js';
import { imported } from '../runtime-files.js';
import { operationDoc, summaryDoc } from '../docs.js';
import type { Emitter } from '../emitter.js';
import { clientOptionsFile, isOptional, optionsModule } from './client-options.js';
import { paginationImports, paginationView } from './pagination.js';

const fromClient = (name: string, type = false): ImportedName => ({
  from: './runtime/client/connection.js',
  name,
  type,
});

/** Nothing has to be given, and `{}` is nothing: it is not where a member is called as one that every object has. */
const isInputOptional = (operation: Operation): boolean =>
  operation.input.every(({ name, required }) => required?.value !== true && !objectMembers.has(name));

function operationView(binding: OperationBinding, protocol: Protocol, context: ServiceContext): object {
  const { operation } = binding;
  const { method, input, output } = context.naming.operation(operation.name);
  const pagination = paginationView(binding, protocol, context);
  return {
    doc: operationDoc(operation),
    shortDoc: summaryDoc(operation),
    method,
    inputType: input,
    outputType: output,
    inputOptional: isInputOptional(operation),
    paginated: pagination !== undefined,
    // A list of one or none, so that the template can enter it.
    pagination: pagination
      ? [
          {
            ...pagination,
            method,
            inputType: input,
            outputType: output,
            inputOptional: isInputOptional(operation),
          },
        ]
      : [],
  };
}

function importsOf(
  { service, ecosystem, protocol, bindings }: BoundService,
  context: ServiceContext,
  isOwn: boolean,
): readonly ImportedName[] {
  const { connect, options } = ecosystem.runtime;
  const connecting = isOwn
    ? [
        { from: optionsModule, name: 'connectService' },
        { from: optionsModule, name: 'ClientOptions', type: true },
      ]
    : [imported(connect, 'connectService'), imported(options, 'ClientOptions', true)];
  return [
    ...connecting,
    fromClient('Connection', true),
    ...(service.operations.length > 0
      ? [{ from: './runtime/client/send.js', name: 'send' }, fromClient('CallOptions', true)]
      : []),
    imported(protocol.runtime.client),
    ...bindings.flatMap((binding) => {
      const { input, output } = context.naming.operation(binding.operation.name);
      const types = [input, output].map((type) => ({ from: './types.js', name: type, type: true }));
      return [...types, ...paginationImports(binding, protocol, context)];
    }),
  ];
}

/**
 * `client.ts`: a function for each operation, and an object that has them all as methods; and `client-options.ts`, where
 * what they are given depends on the pages.
 */
export const client: Emitter = {
  id: 'client',
  summary: 'a client with a method for each operation',
  needs: ['types', 'errors', 'schemas'],
  emit(bound, { header }) {
    const { service, ecosystem, protocol, bindings } = bound;
    const context = contextOf(service);
    const { options, client: setupOf } = ecosystem.runtime;
    const setup = setupOf?.(bound);
    const view = {
      header: lineComments(header),
      imports: printImports(importsOf(bound, context, setup !== undefined)),
      protocol: protocol.runtime.client.name,
      options: setup ? 'ClientOptions' : `${options.name} as ClientOptions`,
      optionsModule: setup ? optionsModule : imported(options).from,
      optionsOptional: isOptional(setup),
      empty: service.operations.length === 0,
      operations: bindings.map((binding) => operationView(binding, protocol, context)),
    };
    return [
      { path: 'client.ts', content: renderTemplate('client', view) },
      ...(setup ? [clientOptionsFile(bound, header, setup)] : []),
    ];
  },
};
