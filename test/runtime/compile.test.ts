import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const folder = join(import.meta.dirname, '../../src');

/** Every module that generated packages may carry, by its path in src. */
const modules = ['runtime', 'ecosystems/aws/runtime', 'ecosystems/http/runtime'].flatMap((room) =>
  readdirSync(join(folder, room), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => `${room}/${name}`),
);

/** The room of the modules that a module imports: those of its own ecosystem, and the core. */
const roomsFor = (name: string): readonly string[] =>
  name.startsWith('runtime/')
    ? ['runtime/']
    : ['runtime/', /^ecosystems\/[^/]+\/runtime\//.exec(name)?.[0] ?? ''];

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

  it.each(modules)('%s imports the core and its own ecosystem only', (name) => {
    const { importedFiles } = ts.preProcessFile(readFileSync(join(folder, name), 'utf8'));
    const paths = importedFiles.map(({ fileName }) => fileName);
    const foreign = paths.filter((path) => !path.startsWith('.'));
    const own = paths.filter((path) => path.startsWith('.')).map((path) => posix.join(dirname(name), path));
    const strays = own.filter((path) => !roomsFor(name).some((room) => path.startsWith(room)));
    expect(strays).toEqual([]);
    expect(foreign).toEqual([]);
  });
});
