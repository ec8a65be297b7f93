import type * as Morph from 'ts-morph';
import type { Node, SourceFile, Statement } from 'ts-morph';
import type { SourceRange } from '../diagnostics/position.js';

/** A file of the user's folder; `path` is relative to it, with forward slashes. */
export interface HandlerSource {
  readonly path: string;
  readonly text: string;
}

/** A name that a file exports. */
export interface Exported {
  /** `default` for the default export. */
  readonly name: string;
  /** The name of its declared type, such as `CreateUserHandler`. */
  readonly type?: string;
  readonly source: SourceRange;
}

/** What a file exports, as it is written; a file with syntax errors gives what can be read of it. */
export interface HandlerModule {
  readonly path: string;
  readonly exports: readonly Exported[];
}

/** Reads the user's files. The parser is loaded only where there are any. */
export async function readHandlers(sources: readonly HandlerSource[]): Promise<readonly HandlerModule[]> {
  if (sources.length === 0) return [];
  const morph = await import('ts-morph');
  const project = new morph.Project({ useInMemoryFileSystem: true, skipLoadingLibFiles: true });
  return sources.map(({ path, text }) => {
    const file = project.createSourceFile(`/${path}`, text, { overwrite: true });
    return { path, exports: file.getStatements().flatMap((statement) => exportsOf(statement, morph, path)) };
  });
}

function exportsOf(statement: Statement, { Node }: typeof Morph, path: string): readonly Exported[] {
  if (Node.isExportAssignment(statement)) return [{ name: 'default', source: rangeOf(statement, path) }];
  if (Node.isExportDeclaration(statement)) {
    return statement
      .getNamedExports()
      .filter((named) => !statement.isTypeOnly() && !named.isTypeOnly())
      .map((named) => ({
        name: named.getAliasNode()?.getText() ?? named.getName(),
        source: rangeOf(named, path),
      }));
  }
  if (Node.isVariableStatement(statement) && statement.hasExportKeyword()) {
    return statement.getDeclarations().map((declaration) => {
      const type = declaration.getTypeNode()?.getText();
      const exported = { name: declaration.getName(), source: rangeOf(declaration.getNameNode(), path) };
      return type === undefined ? exported : { ...exported, type };
    });
  }
  if (Node.isFunctionDeclaration(statement) && statement.hasExportKeyword()) {
    const name = statement.hasDefaultKeyword() ? 'default' : (statement.getName() ?? 'default');
    return [{ name, source: rangeOf(statement.getNameNode() ?? statement, path) }];
  }
  return [];
}

/** Where a node stands in the file of this path. */
export function rangeOf(node: Node, file: string): SourceRange {
  const text: SourceFile = node.getSourceFile();
  const start = text.getLineAndColumnAtPos(node.getStart());
  const end = text.getLineAndColumnAtPos(node.getEnd());
  return { file, line: start.line, column: start.column, endLine: end.line, endColumn: end.column };
}
