import { mkdtempSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { emitAll } from './support/emit.js';
import { library } from './support/sample.js';

const folder = mkdtempSync(join(tmpdir(), 'docwright-bundle-'));

beforeAll(() => {
  for (const { path, content } of emitAll(library)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  symlinkSync(fileURLToPath(new URL('../../node_modules', import.meta.url)), join(folder, 'node_modules'));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function bundle(code: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: code, resolveDir: folder, loader: 'ts' },
    bundle: true,
    format: 'esm',
    platform: 'browser',
    write: false,
    splitting: false,
  });
  return outputFiles[0]?.text ?? '';
}

it('leaves out of the bundle of one operation the others, the server and the validators', async () => {
  const code = await bundle(
    "import { connect, deleteBook } from './index.ts'; console.log(connect, deleteBook);",
  );
  expect(code).toContain('DeleteBook');
  expect(code).not.toContain('CreateBook');
  expect(code).not.toContain('chapters');
  expect(code).not.toContain('ConflictException');
  expect(code).not.toContain('UnknownOperationException');
  expect(code).not.toContain('to satisfy constraint');
});

it('leaves the client out of the bundle of a server', async () => {
  const code = await bundle("import { createHandler } from './index.ts'; console.log(createHandler);");
  expect(code).toContain('UnknownOperationException');
  expect(code).not.toContain('amz-sdk-invocation-id');
  expect(code).not.toContain('credentials');
});

it('is nothing where only types and nothing else are used', async () => {
  expect(await bundle("import type { Book } from './index.ts'; export type Mine = Book;")).toBe('');
});
