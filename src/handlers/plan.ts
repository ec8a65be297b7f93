import type { Report } from '../diagnostics/report.js';
import type { Operation, Service } from '../ir/model.js';
import type { EmittedFile } from '../emitters/emitter.js';
import { contextOf } from '../emitters/context.js';
import type { Naming } from '../emitters/naming.js';
import { handlerFiles } from './files.js';
import { filesByPath } from './exports.js';
import { findMisfits, mended } from './mend.js';
import { printMap, printStub, type Wired } from './print.js';
import { readHandlers, type Exported, type HandlerModule, type HandlerSource } from './read.js';

export interface HandlerFolders {
  /** Leads from the generated package to the folder of handlers, such as `../../src/handlers`. */
  readonly toHandlers: string;
  /** Leads from the folder of handlers to the generated package. */
  readonly toPackage: string;
}

/** What handlers are held against, beside the service. */
export interface HandlerPackage {
  /** The files of the package that are about to be written. */
  readonly files: readonly EmittedFile[];
  /** Whether there is a file at a path, relative to the folder of handlers. */
  readonly isThere: (path: string) => boolean;
}

export interface HandlerPlan {
  /** Files to add to the folder of handlers. None is there yet; once written they are the user's. */
  readonly stubs: readonly EmittedFile[];
  /** The file of the generated package that wires every handler. */
  readonly map: EmittedFile;
  /** Files of the user's with signature and imports mended; they are written only where the user asks for it. */
  readonly mended: readonly (HandlerSource & { readonly previous: string })[];
}

/**
 * What the folder of handlers lacks. An operation has its handler where any file of the folder exports one by its name
 * (or as the default of the file that a stub would have); otherwise it gets a stub. Files that are there are only read;
 * what does not fit is reported, at paths relative to the folder.
 */
export async function planHandlers(
  service: Service,
  existing: readonly HandlerSource[],
  folders: HandlerFolders,
  header: readonly string[],
  report: Report,
  generated: HandlerPackage = { files: [], isThere: () => true },
): Promise<HandlerPlan> {
  const { naming } = contextOf(service);
  const files = handlerFiles(service, naming);
  const modules = await readHandlers(existing);
  const known = findHandlers(modules, service, naming, files, report);
  reportOrphans(modules, service, naming, report);
  const taken = new Set(existing.map(({ path }) => path.toLowerCase()));
  const stubs: EmittedFile[] = [];
  const wired: Wired[] = [];
  for (const operation of service.operations) {
    const path = files.get(operation.name) ?? '';
    const { method } = naming.operation(operation.name);
    const found = known.get(method);
    if (found) wired.push(found);
    else if (taken.has(path.toLowerCase())) reportMissing(operation, method, path, report);
    else {
      stubs.push(printStub(operation, naming, path, folders.toPackage));
      wired.push({ method, path, exported: method });
    }
  }
  const { toPackage, toHandlers } = folders;
  const surroundings = { ...generated, files: filesByPath(generated.files), toPackage, service, naming };
  const misfits = generated.files.length === 0 ? [] : await findMisfits(existing, surroundings);
  for (const { code, name, instead, source } of misfits)
    report(code, instead === undefined ? { name } : { name, instead }, source);
  return { stubs, map: printMap(wired, toHandlers, header), mended: mended(existing, misfits) };
}

/** The handlers that are there, by method. */
function findHandlers(
  modules: readonly HandlerModule[],
  service: Service,
  naming: Naming,
  files: ReadonlyMap<string, string>,
  report: Report,
): ReadonlyMap<string, Wired> {
  const found = new Map<string, Wired>();
  const methods = new Set(service.operations.map(({ name }) => naming.operation(name).method));
  const byFile = new Map(
    service.operations.map(({ name }) => [files.get(name), naming.operation(name).method]),
  );
  for (const { path, exports } of modules) {
    for (const { name, source } of exports) {
      const method = name === 'default' ? byFile.get(path) : name;
      if (method === undefined || !methods.has(method)) continue;
      const other = found.get(method);
      if (other && other.path !== path) report('handler-twice', { method, taken: other.path }, source);
      if (!other) found.set(method, { method, path, exported: name });
    }
  }
  return found;
}

/** A handler is told by its type: `CreateUserHandler` of an operation that the service has no longer. */
function reportOrphans(
  modules: readonly HandlerModule[],
  service: Service,
  naming: Naming,
  report: Report,
): void {
  const operations = service.operations.map(({ name }) => naming.operation(name));
  const types = new Set(operations.map(({ handler }) => handler));
  const methods = new Set(operations.map(({ method }) => method));
  const isOrphan = ({ name, type }: Exported): boolean =>
    type !== undefined && /^\w+Handler$/u.test(type) && !types.has(type) && !methods.has(name);
  for (const { exports } of modules) {
    for (const exported of exports.filter(isOrphan)) {
      report('handler-orphaned', { name: exported.name, type: exported.type ?? '' }, exported.source);
    }
  }
}

function reportMissing({ name }: Operation, method: string, file: string, report: Report): void {
  const source = { file, line: 1, column: 1, endLine: 1, endColumn: 1 };
  report('handler-missing', { operation: name, method, file }, source);
}
