import { describe, expect, it } from 'vitest';
import { collector } from '../../src/diagnostics/report.js';
import type { LastWiring } from '../../src/handlers/last-wiring.js';
import { planHandlers, type HandlerFolders } from '../../src/handlers/plan.js';
import type { HandlerSource } from '../../src/handlers/read-handlers.js';
import type { Service } from '../../src/model/model.js';
import { formatFile } from '../../src/render/format.js';
import { operation, service } from '../emitters/support/build.js';
import { typeErrors } from '../emitters/support/compile.js';
import { emitAll } from '../emitters/support/emit.js';
import { library } from '../emitters/support/sample.js';

const folders: HandlerFolders = { toHandlers: './mine', toPackage: '..' };

async function plan(planned: Service, existing: readonly HandlerSource[] = [], last?: LastWiring) {
  const { report, diagnostics } = collector();
  const generated = { files: [], isThere: () => true, last };
  const { stubs, map } = await planHandlers(planned, existing, folders, ['Generated.'], report, generated);
  const findings = diagnostics.map(({ code, source }) => `${source?.file}:${String(source?.line)} ${code}`);
  return { stubs, map, added: stubs.map(({ path }) => path), findings };
}

const pair = service({
  operations: [operation('GetBook'), operation('PutBook', { description: 'Keeps it. Really.' })],
});

describe('in an empty folder', () => {
  it('gives every operation a stub that answers with 501', async () => {
    const { added, stubs, findings } = await plan(pair);
    expect(added).toEqual(['getBook.ts', 'putBook.ts']);
    expect(findings).toEqual([]);
    expect(await formatFile('putBook.ts', stubs[1]?.content ?? '')).toBe(
      `import { notImplemented, type PutBookHandler } from '../server.js';

/**
 * Keeps it.
 *
 * Takes the input and the context of the request.
 */
export const putBook: PutBookHandler = async () => {
  throw notImplemented('PutBook');
};
`,
    );
  });

  it('wires them all', async () => {
    const { map } = await plan(pair);
    expect(map.path).toBe('handlers.ts');
    expect(await formatFile(map.path, map.content)).toBe(
      `// Generated.

import { getBook } from './mine/getBook.js';
import { putBook } from './mine/putBook.js';
import type { Handlers } from './server.js';

/** Every handler, by the operation that it answers. */
export const handlers = {
  getBook,
  putBook,
} satisfies Partial<Handlers>;
`,
    );
  });

  it('compiles beside the package', async () => {
    const { stubs, map } = await plan(library);
    const mine = stubs.map(({ path, content }) => ({ path: `mine/${path}`, content }));
    expect(typeErrors([...emitAll(library), ...mine, map])).toEqual([]);
  });

  it('gives no two files that differ by case only, and none that Windows cannot hold', async () => {
    const names = ['Aux', 'GetUser', 'Getuser', 'Index', 'get-user', '../../etc/passwd'];
    const { added } = await plan(service({ operations: names.map((name) => operation(name)) }));
    expect(new Set(added.map((path) => path.toLowerCase())).size).toBe(names.length);
    for (const path of added) expect(path).toMatch(/^\w+\.ts$/u);
    expect(added).toContain('aux_.ts');
    expect(added).not.toContain('index.ts');
  });
});

describe('in a folder that the user has written', () => {
  it('adds only what is not there', async () => {
    const text =
      "import type { GetBookHandler } from '../server.js';\nexport const getBook: GetBookHandler = () => ({});\n";
    const { added, findings } = await plan(pair, [{ path: 'getBook.ts', text }]);
    expect([added, findings]).toEqual([['putBook.ts'], []]);
  });

  it.each([
    [
      'a constant elsewhere',
      'all/books.ts',
      'export const getBook = wrap(async () => ({}));',
      "import { getBook } from './mine/all/books.js';",
    ],
    [
      'a function',
      'books.mts',
      'export async function getBook() { return {}; }',
      "import { getBook } from './mine/books.mjs';",
    ],
    [
      'an alias',
      'books.ts',
      'const get = () => ({});\nexport { get as getBook };',
      "import { getBook } from './mine/books.js';",
    ],
    [
      'the default of its file',
      'getBook.ts',
      'export default () => ({});',
      "import { default as getBook } from './mine/getBook.js';",
    ],
    [
      'a file with syntax errors',
      'getBook.ts',
      'export const getBook = () => {{{ (',
      "import { getBook } from './mine/getBook.js';",
    ],
  ])('finds %s', async (_, path, text, imported) => {
    const { added, map } = await plan(pair, [{ path, text }]);
    expect(added).toEqual(['putBook.ts']);
    expect(map.content).toContain(imported);
  });

  it.each([
    ['a comment', '// export const getBook = 1;'],
    ['a type', 'export type getBook = string;'],
    ['a constant that is not exported', 'const getBook = 1;'],
    ['an exported type', "export type { getBook } from './x.js';"],
  ])('does not take %s for a handler', async (_, text) => {
    const { added } = await plan(pair, [{ path: 'books.ts', text }]);
    expect(added).toContain('getBook.ts');
  });

  it('never writes over a file, and says what it lacks', async () => {
    const { added, map, findings } = await plan(pair, [
      { path: 'GetBook.ts', text: 'export const other = 1;' },
    ]);
    expect(added).toEqual(['putBook.ts']);
    expect(map.content).not.toContain('getBook');
    expect(findings).toEqual(['getBook.ts:1 handler-missing']);
  });

  it('reports handlers of operations that are gone, and of operations that have one already', async () => {
    const { added, findings } = await plan(pair, [
      { path: 'a.ts', text: 'export const getBook = 1;' },
      { path: 'b.ts', text: '\nexport const burnBook: BurnBookHandler = 1;\nexport const getBook = 1;' },
    ]);
    expect(added).toEqual(['putBook.ts']);
    expect(findings).toEqual(['b.ts:3 handler-twice', 'b.ts:2 handler-orphaned']);
  });
});

describe('where an operation has a new name', () => {
  const taken = service({ operations: [operation('FetchBook'), operation('PutBook')] });
  const former = { name: 'GetBook', method: 'getBook', certainty: 0.954 };
  const mine = { path: 'a/b.ts', text: 'export const getBook: GetBookHandler = 1;' };
  const map = "import { getBook } from './mine/a/b.js';\nimport { putBook } from './mine/putBook.js';\n";
  const wired = "import { getBook as fetchBook } from './mine/a/b.js';";

  it('leaves it the handler that it had, and says so', async () => {
    const last = { map, renamed: new Map([['FetchBook', former]]) };
    const { added, map: next, findings } = await plan(taken, [mine], last);
    expect([added, findings]).toEqual([['putBook.ts'], ['a/b.ts:1 handler-renamed']]);
    expect(next.content).toContain(wired);
  });

  it('goes on with what it wired once, while the file exports it', async () => {
    const last = { map: `${wired}\n`, renamed: new Map() };
    const known = await plan(taken, [mine], last);
    expect([known.added, known.findings]).toEqual([['putBook.ts'], []]);
    expect(known.map.content).toContain(wired);
    const gone = await plan(taken, [{ ...mine, text: 'export const x = 1;' }], last);
    expect(gone.added).toEqual(['fetchBook.ts', 'putBook.ts']);
  });

  it('lets the name decide: of an export, and of another operation that is called so by now', async () => {
    const last = { map, renamed: new Map([['FetchBook', former]]) };
    const named = await plan(taken, [mine, { path: 'c.ts', text: 'export const fetchBook = 1;' }], last);
    expect(named.map.content).toContain("import { fetchBook } from './mine/c.js';");
    const both = service({ operations: [operation('FetchBook'), operation('GetBook')] });
    const { added, map: next } = await plan(both, [mine], last);
    expect(added).toEqual(['fetchBook.ts']);
    expect(next.content).toContain("import { getBook } from './mine/a/b.js';");
  });
});
