import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { emitService } from '../../src/emitters/emit.js';
import { formatFile } from '../../src/render/format.js';
import { bind, fact, service } from './support/build.js';
import { typeErrors, usesAny } from './support/compile.js';
import { allEmitters, declaration, emitAll, emitted, options } from './support/emit.js';
import { library } from './support/sample.js';

const files = emitAll(library);
const contentOf = (path: string): string => files.find((file) => file.path === path)?.content ?? '';

describe('the package', () => {
  it('compiles under every flag, formatted or not, and has no any', async () => {
    const formatted = await Promise.all(
      files.map(async ({ path, content }) => ({ path, content: await formatFile(path, content) })),
    );
    expect(typeErrors(formatted)).toEqual([]);
    expect(formatted.filter((file) => file.path.endsWith('.ts') && usesAny(file))).toEqual([]);
  });

  it('compiles where the service has nothing', () => {
    expect(typeErrors(emitAll(service({ title: fact('Nothing') })))).toEqual([]);
  });

  it('is the same however the model came about', () => {
    const copy: typeof library = JSON.parse(JSON.stringify(library));
    const reversed = Object.fromEntries(Object.entries(copy).reverse()) as unknown as typeof library;
    expect(emitAll(reversed)).toEqual(files);
  });

  it('brings the files of the runtime that it imports, and no other', () => {
    const onlyTypes = emitService(bind(library), ['types'], options).map(({ path }) => path);
    expect(onlyTypes).toEqual(['types.ts']);
    const onlyErrors = emitService(bind(library), ['types', 'errors'], options).map(({ path }) => path);
    expect(onlyErrors).toEqual(['errors.ts', 'runtime/errors.ts', 'types.ts']);
    for (const { path } of files.filter((file) => file.path.startsWith('runtime/'))) {
      const [, ecosystem, rest] = /^runtime\/(?:(aws|http)\/)?(.*)$/u.exec(path) ?? [];
      const folder = ecosystem === undefined ? 'runtime' : `ecosystems/${ecosystem}/runtime`;
      expect(existsSync(new URL(`../../src/${folder}/${rest}`, import.meta.url)), path).toBe(true);
    }
    expect(files.filter(({ path }) => path.startsWith('runtime/http/'))).toEqual([]);
  });

  it('refuses an emitter that there is not', () => {
    expect(() => emitService(bind(library), ['typse'], options)).toThrow(/"typse"/);
  });
});

describe('package.json', () => {
  it('exports what was chosen', () => {
    const chosen = emitService(bind(library), ['types', 'errors', 'package'], options);
    const manifest = JSON.parse(chosen.find(({ path }) => path === 'package.json')?.content ?? '');
    expect(Object.keys(manifest.exports)).toEqual(['.', './errors', './types', './package.json']);
    expect(manifest.dependencies).toBeUndefined();
  });

  it('depends on zod where its schemas are emitted, at the version that docwright is tested with, and on nothing else', () => {
    const { dependencies = {}, devDependencies = {} } = JSON.parse(
      readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
    );
    const tested = { ...devDependencies, ...dependencies };
    expect(JSON.parse(contentOf('package.json')).dependencies).toEqual({ zod: `^${tested.zod}` });
  });
});

describe('model.json', () => {
  it('is the model', () => {
    expect(JSON.parse(contentOf('model.json')).services).toEqual([JSON.parse(JSON.stringify(library))]);
  });
});

describe('README.md', () => {
  it('has examples that compile', () => {
    const examples = [...contentOf('README.md').matchAll(/```ts\n([^]*?)```/gu)].map(([, code = '']) => code);
    expect(examples.length).toBeGreaterThan(4);
    const [create = ''] = examples;
    const client = create.slice(create.indexOf('\nconst client'), create.indexOf('\nconst {'));
    const asModule = (code: string, at: number) => ({
      path: `example${String(at)}.ts`,
      content: `import { createClient } from './index.js';\n${client}\nvoid client;\n${code
        .replace("import { createClient } from '@example/library';", '')
        .replace(/const client = createClient\([^]*?\}\);\n\}\);/u, '')
        .replace(/\nconst client = createClient\(\{[^]*?\n\}\);/u, '')
        .replaceAll("'@example/library'", "'./index.js'")
        .replaceAll("'@example/library/node'", "'./runtime/adapters/node.js'")
        .replaceAll("'@example/library/request'", "'./runtime/client/request.js'")
        .replaceAll("'@example/library/with-response'", "'./runtime/client/with-response.js'")
        .replace(
          "import { createServer } from 'node:http';",
          'declare function createServer(listener: unknown): { listen(port: number): void };',
        )
        .replace(/^const (\{ \w+ \}|\{ issues \}) = /mu, 'export const $1 = ')}`,
    });
    expect(typeErrors([...files, ...examples.map(asModule)])).toEqual([]);
  });
});

describe('errors.ts', () => {
  it('has a class for each error', async () => {
    const code = await emitted(library, 'errors.ts');
    expect(declaration(code, 'ValidationException')).toBe(
      `
/**
 * HTTP status 400.
 *
 * @see API_Page.md:1
 */
export const ValidationException = /* @__PURE__ */ documentedError('ValidationException', 400);
export type ValidationException = InstanceType<typeof ValidationException>;`.trim(),
    );
    expect(declaration(code, 'ConflictExceptionMembers')).toContain('existing?: Book | undefined;');
  });
});

describe('schemas.ts', () => {
  it('says of members only what is not the default, and refers to shapes by name or function', async () => {
    const code = await emitted(library, 'schemas.ts');
    expect(declaration(code, 'chapterShape')).toBe(
      `
const chapterShape: StructureSchema = {
  kind: 'structure',
  members: {
    sections: { kind: 'list', element: () => chapterShape },
    notes: 'document',
  },
};`.trim(),
    );
    const table = declaration(code, 'createBook');
    expect(table).toContain("      title: 'string',\n");
    expect(table).toContain("      clientToken: { schema: 'string', idempotencyToken: true },\n");
    expect(table).toContain("      traceId: { schema: 'string', wire: 'x-trace-id', at: 'header' },\n");
    expect(table).toContain("      statusCode: { schema: 'integer', at: 'status' },\n");
    expect(table).toContain('errors: [conflictException, validationException],');
    expect(table).not.toContain('deprecated');
  });

  it('says what to use instead of a deprecated operation', async () => {
    const table = declaration(await emitted(library, 'schemas.ts'), 'deleteBook');
    expect(table).toContain("deprecated: 'Use ArchiveBook.',");
  });
});

describe('client.ts', () => {
  it('has a function for each operation, and pages and items where there are some', async () => {
    const code = await emitted(library, 'client.ts');
    expect(declaration(code, 'deleteBook')).toContain(
      '): Promise<DeleteBookOutput> => send(connection, operations.deleteBook, input, options);',
    );
    expect(declaration(code, 'listBooks')).toContain('input: ListBooksInput = {},');
    expect(declaration(code, 'paginateListBooks')).toContain(
      "{ inputToken: 'nextToken', outputToken: 'nextToken' }",
    );
    expect(declaration(code, 'listBooksItems')).toContain(
      "itemsOf(paginateListBooks(connection, input, options), 'books')",
    );
  });
});

it('knows all emitters', () => {
  expect(allEmitters).toEqual(
    expect.arrayContaining(['types', 'errors', 'schemas', 'client', 'server', 'package', 'model']),
  );
});
