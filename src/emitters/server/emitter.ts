import { lineComments } from '../../render/comments.js';
import { printImports, type ImportedName } from '../../render/imports.js';
import { renderTemplate } from '../../render/templates.js';
import type { Operation } from '../../model/model.js';
import type { BoundService } from '../../ecosystems/ecosystem.js';
import { contextOf } from '../context.js';
import { imported } from '../runtime-files.js';
import { operationDoc, summaryDoc } from '../docs.js';
import type { Emitter } from '../emitter.js';
import type { Naming } from '../naming.js';

const fromServer = (name: string, type = false): ImportedName => ({
  from: './runtime/server/server.js',
  name,
  type,
});

function operationView(operation: Operation, naming: Naming): object {
  const { method, input, output, inputSchema, handler } = naming.operation(operation.name);
  return {
    doc: operationDoc(operation),
    shortDoc: summaryDoc(operation),
    method,
    handler,
    inputType: input,
    outputType: output,
    validator: inputSchema,
  };
}

function importsOf({ service, protocol }: BoundService, naming: Naming): readonly ImportedName[] {
  return [
    fromServer('createFetchHandler'),
    fromServer('FetchHandler', true),
    fromServer('ServerOptions', true),
    ...(service.operations.length > 0 ? [fromServer('Handler', true)] : []),
    imported(protocol.runtime.server),
    ...service.operations.flatMap((operation) => {
      const { input, output, inputSchema } = naming.operation(operation.name);
      const types = [input, output].map((type) => ({ from: './types.js', name: type, type: true }));
      return [...types, { from: './validators.js', name: inputSchema }];
    }),
  ];
}

/** `server.ts`: the service as a function from `Request` to `Response`, over one handler for each operation. */
export const server: Emitter = {
  id: 'server',
  summary: 'a server that calls one handler for each operation',
  needs: ['types', 'errors', 'schemas', 'validators'],
  emit(bound, { header }) {
    const { service, protocol } = bound;
    const { naming } = contextOf(service);
    const view = {
      header: lineComments(header),
      imports: printImports(importsOf(bound, naming)),
      protocol: protocol.runtime.server.name,
      empty: service.operations.length === 0,
      operations: service.operations.map((operation) => operationView(operation, naming)),
    };
    return [{ path: 'server.ts', content: renderTemplate('server', view) }];
  },
};
