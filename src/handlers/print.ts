import { docComment, lineComments } from '../render/comments.js';
import { printImports } from '../render/imports.js';
import { stringLiteral } from '../render/literals.js';
import { renderTemplate } from '../render/templates.js';
import type { Operation } from '../model/model.js';
import type { EmittedFile } from '../emitters/emitter.js';
import { summary } from '../emitters/docs.js';
import type { Naming } from '../emitters/naming.js';

/** A handler that the map wires. */
export interface Wired {
  readonly method: string;
  /** The file that exports it, relative to the folder of handlers. */
  readonly path: string;
  /** What it exports it as; `default` for the default export. */
  readonly exported: string;
}

/** How a module imports a TypeScript file: `handlers/createUser.ts` as `./handlers/createUser.js`. */
export function specifier(folder: string, path: string): string {
  const joined = `${folder}/${path}`.replace(/\.([cm]?)tsx?$/u, '.$1js');
  return /^\.{1,2}\//u.test(joined) ? joined : `./${joined}`;
}

/**
 * The first text of a handler.
 * @param packageFolder leads from the folder of handlers to the generated package.
 */
export function printStub(
  operation: Operation,
  naming: Naming,
  path: string,
  packageFolder: string,
): EmittedFile {
  const { method, handler } = naming.operation(operation.name);
  const from = specifier(packageFolder, 'server.ts');
  const view = {
    imports: printImports([
      { from, name: 'notImplemented' },
      { from, name: handler, type: true },
    ]),
    doc: docComment([summary(operation.description), '', 'Takes the input and the context of the request.']),
    method,
    handler,
    operation: stringLiteral(operation.name),
  };
  return { path, content: renderTemplate('handler', view) };
}

/**
 * `handlers.ts`: all handlers as one object for `createHandler`.
 * @param handlersFolder leads from the generated package to the folder of handlers.
 */
export function printMap(
  wired: readonly Wired[],
  handlersFolder: string,
  header: readonly string[],
): EmittedFile {
  const imports = wired.map(({ method, path, exported }) => ({
    from: specifier(handlersFolder, path),
    name: exported === method ? method : `${exported} as ${method}`,
  }));
  const view = {
    header: lineComments(header),
    imports: printImports([...imports, { from: './server.js', name: 'Handlers', type: true }]),
    methods: wired.map(({ method }) => method),
  };
  return { path: 'handlers.ts', content: renderTemplate('handlers', view) };
}
