import type { SourceRange } from '../diagnostics/position.js';

/** A TypeScript file by its absolute path. */
export interface TypedFile {
  readonly path: string;
  readonly text: string;
}

/** What TypeScript says of a user's file. */
export interface TypeFault {
  readonly message: string;
  /** The file's path is absolute. */
  readonly source: SourceRange;
}

/**
 * What TypeScript says of the user's files against a package.
 * @param overlay files of the package as they are about to be written; the rest is read from the disk.
 */
export async function typeFaults(
  handlers: readonly TypedFile[],
  overlay: readonly TypedFile[],
): Promise<readonly TypeFault[]> {
  const { Project, ts } = await import('ts-morph');
  const project = new Project({
    skipAddingFilesFromTsConfig: true,
    compilerOptions: {
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.ESNext,
      moduleResolution: ts.ModuleResolutionKind.Bundler,
      lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
      types: [],
      strict: true,
      skipLibCheck: true,
      noEmit: true,
    },
  });
  for (const { path, text } of [...overlay, ...handlers])
    project.createSourceFile(path, text, { overwrite: true });
  const program = project.getProgram();
  return handlers.flatMap(({ path }) => {
    const file = project.getSourceFileOrThrow(path);
    return program.getSemanticDiagnostics(file).map((one): TypeFault => {
      const message = ts.flattenDiagnosticMessageText(one.compilerObject.messageText, ' ');
      const start = file.getLineAndColumnAtPos(one.getStart() ?? 0);
      const end = file.getLineAndColumnAtPos((one.getStart() ?? 0) + (one.getLength() ?? 1));
      const source = {
        file: path,
        line: start.line,
        column: start.column,
        endLine: end.line,
        endColumn: end.column,
      };
      return { message, source };
    });
  });
}

/** The faults that are new: what was wrong with a file before is its owner's business. */
export function newFaults(before: readonly TypeFault[], after: readonly TypeFault[]): readonly TypeFault[] {
  const keyOf = ({ message, source }: TypeFault) =>
    `${source.file}\0${source.line}\0${source.column}\0${message}`;
  const known = new Set(before.map(keyOf));
  return after.filter((fault) => !known.has(keyOf(fault)));
}
