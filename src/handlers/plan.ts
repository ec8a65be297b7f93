import { startOf } from '../diagnostics/position.js';
import type { Report } from '../diagnostics/report.js';
import type { Operation, Service } from '../model/model.js';
import type { EmittedFile } from '../emitters/emitter.js';
import { contextOf } from '../emitters/context.js';
import type { Naming } from '../emitters/naming.js';
import { handlerFiles } from './files.js';
import { filesByPath } from './exports.js';
import { wiredBefore, type FormerOperation, type LastWiring } from './last-wiring.js';
import { findMisfits, mended } from './mend.js';
import { printMap, printStub, type Wired } from './print.js';
import { readHandlers, type Exported, type HandlerModule, type HandlerSource } from './read-handlers.js';

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
  /** What was generated last; absent where nothing was. */
  readonly last?: LastWiring | undefined;
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
 * (or as the default of the file that a stub would have), or where it had another name and its handler still has that;
 * otherwise it gets a stub. Files that are there are only read;
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
  const named = findHandlers(modules, service, naming, files, report);
  const known = withFormer(named, modules, service, naming, folders, generated.last, report);
  const isWired = (path: string, name: string) =>
    [...known.values()].some((one) => one.path === path && one.exported === name);
  reportOrphans(modules, service, naming, isWired, report);
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
  const packageFiles = filesByPath(generated.files);
  const surroundings = { ...generated, files: packageFiles, toPackage, service, naming, wired };
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

/** The handlers of operations that have a new name: what the last map wired to them, or to what they were called. */
function withFormer(
  known: ReadonlyMap<string, Wired>,
  modules: readonly HandlerModule[],
  service: Service,
  naming: Naming,
  { toHandlers }: HandlerFolders,
  last: LastWiring | undefined,
  report: Report,
): ReadonlyMap<string, Wired> {
  if (!last) return known;
  const all = new Map(known);
  const methods = new Set(service.operations.map(({ name }) => naming.operation(name).method));
  for (const { name } of service.operations) {
    const { method } = naming.operation(name);
    if (known.has(method)) continue;
    const former = last.renamed.get(name);
    const before = (called: string) => wiredBefore(called, last.map, modules, toHandlers);
    const found = before(method) ?? (former && before(former.method));
    if (!found || methods.has(found.exported)) continue;
    all.set(method, { method, ...found });
    if (former && !before(method)) reportRenamed(name, former, found, modules, report);
  }
  return all;
}

function reportRenamed(
  operation: string,
  { name: formerly, certainty }: FormerOperation,
  { path, exported }: Omit<Wired, 'method'>,
  modules: readonly HandlerModule[],
  report: Report,
): void {
  const module = modules.find((one) => one.path === path);
  const source = module?.exports.find(({ name }) => name === exported)?.source;
  report('handler-renamed', { name: exported, formerly, operation, certainty }, source);
}

/** A handler is told by its type: `CreateUserHandler` of an operation that the service has no longer. */
function reportOrphans(
  modules: readonly HandlerModule[],
  service: Service,
  naming: Naming,
  isWired: (path: string, name: string) => boolean,
  report: Report,
): void {
  const operations = service.operations.map(({ name }) => naming.operation(name));
  const types = new Set(operations.map(({ handler }) => handler));
  const methods = new Set(operations.map(({ method }) => method));
  const isOrphan = ({ name, type }: Exported): boolean =>
    type !== undefined && /^\w+Handler$/u.test(type) && !types.has(type) && !methods.has(name);
  for (const { path, exports } of modules) {
    for (const exported of exports.filter((one) => isOrphan(one) && !isWired(path, one.name))) {
      report('handler-orphaned', { name: exported.name, type: exported.type ?? '' }, exported.source);
    }
  }
}

function reportMissing({ name }: Operation, method: string, file: string, report: Report): void {
  report('handler-missing', { operation: name, method, file }, startOf(file));
}
