import { posix } from 'node:path';
import type * as Morph from 'ts-morph';
import type { ImportDeclaration, ImportSpecifier, Node, SourceFile } from 'ts-morph';
import type { Service } from '../model/model.js';
import type { SourceRange } from '../diagnostics/position.js';
import type { Naming, OperationNames } from '../emitters/naming.js';
import { exportedNames } from './exports.js';
import type { Wired } from './print.js';
import { rangeOf, type HandlerSource } from './read-handlers.js';

/** What a user's file is held against. */
export interface Surroundings {
  /** The files of the generated package by path, as they are about to be written. */
  readonly files: ReadonlyMap<string, string>;
  /** Leads from the folder of handlers to the package. */
  readonly toPackage: string;
  /** Whether there is a module at a path, relative to the folder of handlers, that is not of the package. */
  readonly isThere: (path: string) => boolean;
  readonly service: Service;
  readonly naming: Naming;
  /** Which export of which file answers which operation. */
  readonly wired: readonly Wired[];
}

/** Something in a user's file that no longer fits the package. */
export interface Misfit {
  readonly code: 'handler-name-gone' | 'handler-import-gone';
  readonly name: string;
  /** What takes its place, where that is plain. */
  readonly instead?: string;
  readonly source: SourceRange;
  readonly edits: readonly Edit[];
}

/** What in a user's files no longer fits the package; files with syntax errors are left out. */
export async function findMisfits(
  sources: readonly HandlerSource[],
  surroundings: Surroundings,
): Promise<readonly Misfit[]> {
  if (sources.length === 0) return [];
  const morph = await import('ts-morph');
  const project = new morph.Project({ useInMemoryFileSystem: true, skipLoadingLibFiles: true });
  return sources.flatMap(({ path, text }) => {
    // The parser drops a byte order mark, and every offset would be one too small.
    const shift = text.startsWith('\u{feff}') ? 1 : 0;
    const file = project.createSourceFile(`/${path}`, text.slice(shift), { overwrite: true });
    if (hasSyntaxErrors(file)) return [];
    const context: Context = { morph, file, path, shift, surroundings };
    return file.getImportDeclarations().flatMap((declaration) => misfitsOf(declaration, context));
  });
}

interface Context {
  readonly morph: typeof Morph;
  readonly file: SourceFile;
  readonly path: string;
  readonly shift: number;
  readonly surroundings: Surroundings;
}

/** TypeScript keeps what its parser complained of under a name that is not in its types. */
function hasSyntaxErrors(file: SourceFile): boolean {
  const found: unknown = Object.entries(file.compilerNode).find(([key]) => key === 'parseDiagnostics')?.[1];
  return Array.isArray(found) && found.length > 0;
}

function misfitsOf(declaration: ImportDeclaration, context: Context): readonly Misfit[] {
  const specifier = declaration.getModuleSpecifierValue();
  if (!/^\.{1,2}\//u.test(specifier)) return [];
  const { toPackage, files, isThere } = context.surroundings;
  const target = posix.join(posix.dirname(context.path), specifier).replace(/\.js$/u, '.ts');
  const inside = posix.relative(posix.normalize(toPackage), target);
  const names = inside.startsWith('..') ? undefined : exportedNames(files, inside);
  if (names) return goneNames(declaration, names, context);
  return isThere(target) ? [] : goneModule(declaration, specifier, context);
}

/** A handler that imports the package from where it no longer is. */
function goneModule(declaration: ImportDeclaration, specifier: string, context: Context): readonly Misfit[] {
  const { toPackage, files } = context.surroundings;
  const imported = declaration.getNamedImports().map((one) => one.getName());
  const module = ['server.ts', 'index.ts', 'types.ts', 'errors.ts'].find((candidate) => {
    const names = exportedNames(files, candidate);
    return names !== undefined && imported.length > 0 && imported.every((name) => names.has(name));
  });
  // An import of the user's own that leads nowhere is for the compiler to report.
  if (module === undefined) return [];
  const literal = declaration.getModuleSpecifier();
  const way = posix
    .relative(posix.dirname(context.path), posix.join(toPackage, module))
    .replace(/\.ts$/u, '.js');
  const instead = way.startsWith('.') ? way : `./${way}`;
  const [start, end] = [literal.getStart() + 1, literal.getEnd() - 1];
  const edits = [editAt(start, end, instead, context)];
  return [
    { code: 'handler-import-gone', name: specifier, instead, source: rangeOf(literal, context.path), edits },
  ];
}

function goneNames(
  declaration: ImportDeclaration,
  names: ReadonlySet<string>,
  context: Context,
): readonly Misfit[] {
  return declaration
    .getNamedImports()
    .filter((named) => !names.has(named.getName()))
    .map((named): Misfit => {
      const source = rangeOf(named.getNameNode(), context.path);
      const instead = replacementOf(named, context);
      const found = { code: 'handler-name-gone', name: named.getName(), source } as const;
      if (instead === undefined || !names.has(instead)) return { ...found, edits: [] };
      return { ...found, instead, edits: replaceName(named, declaration, instead, context) };
    });
}

/**
 * What a type that is gone stands for: the type of a handler by the name that it is exported under, its input or its
 * output where it annotates a parameter or the result. Undefined where the file uses the name for anything else.
 */
function replacementOf(named: ImportSpecifier, context: Context): string | undefined {
  if (named.getAliasNode()) return undefined;
  const uses = usesOf(named, context);
  const meant = new Set(uses.map((use) => meaningOf(use, context)));
  const [only] = meant;
  return uses.length > 0 && meant.size === 1 ? only : undefined;
}

/** Every identifier of the file that is called as the import, without the import itself. */
const usesOf = (named: ImportSpecifier, { morph, file }: Context): readonly Node[] =>
  file
    .getDescendantsOfKind(morph.SyntaxKind.Identifier)
    .filter((one) => one.getText() === named.getName() && one.getParent() !== named);

function meaningOf(use: Node, context: Context): string | undefined {
  const { Node } = context.morph;
  const type = use.getParent();
  if (!Node.isTypeReference(type) || type.getTypeArguments().length > 0) return undefined;
  const owner = type.getParent();
  if (Node.isVariableDeclaration(owner)) return namesOf(owner.getName(), context)?.handler;
  if (Node.isParameterDeclaration(owner)) {
    const method = owner.getParent();
    const first = Node.isFunctionDeclaration(method) && method.getParameters()[0] === owner;
    return first ? namesOf(method.getName(), context)?.input : undefined;
  }
  if (Node.isTypeReference(owner) && owner.getTypeName().getText() === 'Promise') {
    const method = owner.getParent();
    if (Node.isFunctionDeclaration(method)) return namesOf(method.getName(), context)?.output;
  }
  return undefined;
}

/** The names of the operation whose handler is exported under a name; a renamed operation's may have its old one. */
function namesOf(exported: string | undefined, { surroundings, path }: Context): OperationNames | undefined {
  const { service, naming, wired } = surroundings;
  const own = wired.find((one) => one.path === path && one.exported === exported);
  const method = own?.method ?? exported;
  return service.operations.map(({ name }) => naming.operation(name)).find((one) => one.method === method);
}

function replaceName(
  named: ImportSpecifier,
  declaration: ImportDeclaration,
  instead: string,
  context: Context,
): readonly Edit[] {
  const there = declaration.getNamedImports().some((one) => one.getName() === instead && !one.getAliasNode());
  // A second import of the name would not compile; the old one stays for its owner to remove.
  if (there) return [];
  const nodes = [named.getNameNode(), ...usesOf(named, context)];
  return nodes.map((node) => editAt(node.getStart(), node.getEnd(), instead, context));
}

const editAt = (start: number, end: number, text: string, { shift }: Context): Edit => ({
  start: start + shift,
  end: end + shift,
  text,
});

/** The files that can be mended, with signature and imports changed and nothing else. */
export const mended = (
  sources: readonly HandlerSource[],
  misfits: readonly Misfit[],
): readonly (HandlerSource & { readonly previous: string })[] =>
  sources.flatMap(({ path, text }) => {
    const edits = misfits.filter(({ source }) => source.file === path).flatMap((one) => one.edits);
    const unique = [...new Map(edits.map((edit) => [edit.start, edit])).values()];
    return unique.length === 0 ? [] : [{ path, previous: text, text: applyEdits(text, unique) }];
  });

/** A piece of a text that gives way to another, by offsets in UTF-16 code units. */
interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The text with these pieces exchanged and every other character as it was. */
function applyEdits(text: string, edits: readonly Edit[]): string {
  const sorted = [...edits].sort((one, other) => one.start - other.start);
  let result = '';
  let at = 0;
  for (const { start, end, text: inserted } of sorted) {
    result += text.slice(at, start) + inserted;
    at = end;
  }
  return result + text.slice(at);
}
