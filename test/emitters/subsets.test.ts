import { posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { emitService } from '../../src/emitters/emit.js';
import type { EmittedFile } from '../../src/emitters/emitter.js';
import { bind } from './support/build.js';
import { typeErrors } from './support/compile.js';
import { allEmitters, options } from './support/emit.js';
import { library } from './support/sample.js';

const bound = bind(library);
const emit = (...ids: string[]): readonly EmittedFile[] => emitService(bound, ids, options);
const textOf = (files: readonly EmittedFile[], path: string): string =>
  files.find((file) => file.path === path)?.content ?? '';

/** But for the package itself, whose files depend on the others. */
const others = allEmitters.filter((id) => id !== 'package');
const pairs = others.flatMap((one, at) => others.slice(at).map((other) => [one, other] as const));

/** The files that are imported, and not there. */
function missingImports(files: readonly EmittedFile[]): readonly string[] {
  const paths = new Set(files.map(({ path }) => path));
  return files
    .filter(({ path }) => path.endsWith('.ts'))
    .flatMap(({ path, content }) =>
      [...content.matchAll(/from '(\.[^']+)\.js'/gu)].map(([, to]) =>
        posix.join(posix.dirname(path), `${to}.ts`),
      ),
    )
    .filter((path) => !paths.has(path));
}

/** The files that `package.json` exports, and that are not there. */
function missingExports(files: readonly EmittedFile[]): readonly string[] {
  const paths = new Set(files.map(({ path }) => path));
  const { exports = {} } = JSON.parse(textOf(files, 'package.json') || '{}');
  return Object.values<string | { default: string }>(exports)
    .map((target) => (typeof target === 'string' ? target : target.default))
    .map((target) => target.replace(/^\.\//u, '').replace(/^dist\/(.*)\.js$/u, '$1.ts'))
    .filter((path) => !paths.has(path));
}

/** What a README imports, as a module of the package that exports the same names. */
const readmeImports = (files: readonly EmittedFile[], prefix: string): readonly EmittedFile[] =>
  [...textOf(files, 'README.md').matchAll(/^import (\{.*\}) from '@example\/library(\/node)?';$/gmu)].map(
    ([, names = '', node], at) => ({
      path: `${prefix}/readme${String(at)}.ts`,
      content: `export ${names} from '${node ? './runtime/adapters/node.js' : './index.js'}';\n`,
    }),
  );

describe('any two emitters', () => {
  it.each(pairs)('%s and %s make files that find each other', (one, other) => {
    const files = emit(one, other, 'package');
    expect(missingImports(files)).toEqual([]);
    expect(missingExports(files)).toEqual([]);
    expect(emit(one, other).map(({ path }) => path)).toEqual(
      [...new Set([...emit(one), ...emit(other)].map(({ path }) => path))].sort(),
    );
  });
});

describe('a package of some emitters', () => {
  const sets = [
    ['types'],
    ['types', 'validators'],
    ['validators', 'client'],
    ['client'],
    ['server'],
    ['errors'],
    ['schemas'],
    ['validators-zod'],
    ['client', 'json-schema', 'model'],
  ];

  it('compiles, and its README imports only what is there', () => {
    const files = sets.flatMap((ids, at) => {
      const made = emit(...ids, 'package');
      const folder = `set${String(at)}`;
      const inFolder = made
        .filter(({ path }) => path.endsWith('.ts'))
        .map((file) => ({ ...file, path: `${folder}/${file.path}` }));
      return [...inFolder, ...readmeImports(made, folder)];
    });
    expect(files.some(({ path }) => path === 'set3/readme0.ts')).toBe(true);
    expect(typeErrors(files)).toEqual([]);
  });

  it.each([
    [['types'], ['types'], []],
    [['types', 'validators'], ['types', 'validators'], ['Validate']],
    [['client'], ['client', 'errors', 'types'], ['Call it', 'Pages']],
    [['server'], ['errors', 'server', 'types', 'validators'], ['Validate', 'Serve it']],
    [['model', 'types'], ['types'], ['Files']],
  ])('of %j has the modules %j and the sections %j', (ids, modules, sections) => {
    const files = emit(...ids, 'package');
    const exported = [...textOf(files, 'index.ts').matchAll(/from '\.\/(\w+)\.js'/gu)].map(
      ([, name]) => name,
    );
    const headings = [...textOf(files, 'README.md').matchAll(/^## (.*)$/gmu)].map(([, heading]) => heading);
    expect(exported).toEqual(modules);
    expect(headings).toEqual([...sections, 'Operations']);
  });

  it('has no code where nothing makes any', () => {
    const files = emit('json-schema', 'package');
    expect(files.map(({ path }) => path)).toEqual(['README.md', 'json-schema.json', 'package.json']);
    const manifest = JSON.parse(textOf(files, 'package.json'));
    expect(manifest).toMatchObject({
      description: 'JSON Schema of Amazon Library, generated from its reference pages.',
      files: ['json-schema.json'],
      exports: { './json-schema.json': './json-schema.json', './package.json': './package.json' },
    });
    expect(manifest).not.toHaveProperty('scripts');
    expect(manifest).not.toHaveProperty('devDependencies');
    expect(textOf(files, 'README.md')).toMatch(/^# Amazon Library\n\nJSON Schema of Amazon Library, API /u);
    expect(textOf(files, 'README.md')).toContain('- `CreateBook`: Adds a book.');
  });

  it.each([
    [['types'], 'Types of Amazon Library'],
    [['client'], 'Types and client of Amazon Library'],
    [['server', 'client'], 'Types, validators, client and server of Amazon Library'],
    [[], 'Package of Amazon Library'],
  ])('of %j says so', (ids, words) => {
    expect(textOf(emit(...ids, 'package'), 'README.md')).toContain(`\n${words}, API version 2020-01-01, `);
  });
});
