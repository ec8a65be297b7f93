import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import type { EmittedFile } from '../../../src/emitters/emitter.js';

/** A folder that exists only here; packages are found in the repository above it. */
const root = join(dirname(fileURLToPath(import.meta.url)), '../../../.virtual');

const options: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
  types: [],
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noUnusedLocals: true,
  noUnusedParameters: true,
  isolatedModules: true,
  verbatimModuleSyntax: true,
  skipLibCheck: true,
  noEmit: true,
};

const libraries = new Map<string, ts.SourceFile | undefined>();

function createHost(files: ReadonlyMap<string, string>): ts.CompilerHost {
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists, readFile, directoryExists } = host;
  host.fileExists = (path) => files.has(path) || fileExists.call(host, path);
  host.readFile = (path) => files.get(path) ?? readFile.call(host, path);
  host.directoryExists = (path) =>
    path.startsWith(root) || (directoryExists?.call(host, path) ?? ts.sys.directoryExists(path));
  host.getSourceFile = (path, target) => {
    const text = files.get(path);
    if (text !== undefined) return ts.createSourceFile(path, text, target);
    if (!libraries.has(path)) libraries.set(path, getSourceFile.call(host, path, target));
    return libraries.get(path);
  };
  return host;
}

/** What TypeScript says of these files under every flag that a generated package has to hold; empty where all is well. */
export function typeErrors(files: readonly EmittedFile[]): readonly string[] {
  const texts = new Map(
    [...files, { path: 'package.json', content: '{"type":"module"}' }].map(({ path, content }) => [
      join(root, path),
      content,
    ]),
  );
  const roots = [...texts.keys()].filter((path) => path.endsWith('.ts'));
  const program = ts.createProgram({ rootNames: roots, options, host: createHost(texts) });
  return ts.getPreEmitDiagnostics(program).map(({ file, start, messageText }) => {
    const line = file && start !== undefined ? file.getLineAndCharacterOfPosition(start).line + 1 : 0;
    const path = file ? file.fileName.slice(root.length + 1) : '';
    return `${path}:${String(line)} ${ts.flattenDiagnosticMessageText(messageText, ' ')}`;
  });
}

/** True where the file, as it is parsed, holds the type `any`. */
export function usesAny({ path, content }: EmittedFile): boolean {
  let found = false;
  const visit = (node: ts.Node): void => {
    if (node.kind === ts.SyntaxKind.AnyKeyword) found = true;
    else ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(path, content, ts.ScriptTarget.Latest));
  return found;
}
