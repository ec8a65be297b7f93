import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/** As most projects compile what a generator gives them: strict, for a bundler. */
const options: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
  types: [],
  strict: true,
  skipLibCheck: true,
  noEmit: true,
};

/** What TypeScript says of the files of a folder, at most 20 lines. */
export function typeErrorsIn(folder: string): readonly string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(folder, name));
  if (files.length === 0) return ['There are no files.'];
  const program = ts.createProgram(files, options);
  return ts
    .getPreEmitDiagnostics(program)
    .slice(0, 20)
    .map(({ file, start, messageText }) => {
      const line = file && start !== undefined ? file.getLineAndCharacterOfPosition(start).line + 1 : 0;
      const path = file?.fileName.slice(folder.length + 1) ?? '';
      return `${path}:${String(line)} ${ts.flattenDiagnosticMessageText(messageText, ' ')}`;
    });
}
