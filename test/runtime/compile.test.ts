import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const folder = join(import.meta.dirname, '../../src/runtime');
const modules = readdirSync(folder).filter((name) => name.endsWith('.ts'));

describe('the runtime, as it is carried into generated packages', () => {
  it('compiles with nothing but the web around it', () => {
    const program = ts.createProgram(
      modules.map((name) => join(folder, name)),
      {
        target: ts.ScriptTarget.ES2022,
        module: ts.ModuleKind.NodeNext,
        moduleResolution: ts.ModuleResolutionKind.NodeNext,
        lib: ['lib.es2022.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
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
      },
    );
    const found = ts.getPreEmitDiagnostics(program).map(({ file, messageText }) => {
      return `${file?.fileName}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`;
    });
    expect(found).toEqual([]);
  }, 60_000);

  it.each(modules)('%s imports its neighbours and the signing library only', (name) => {
    const { importedFiles } = ts.preProcessFile(readFileSync(join(folder, name), 'utf8'));
    const foreign = importedFiles
      .map(({ fileName }) => fileName)
      .filter((path) => !/^\.\/[a-z0-9-]+\.js$/.test(path));
    expect(foreign).toEqual(name === 'signer.ts' ? ['@smithy/signature-v4'] : []);
  });
});
