import { runInNewContext } from 'node:vm';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { formatFile } from '../../src/render/format.js';
import { typeErrors } from './support/compile.js';
import { emitAll } from './support/emit.js';
import { hostile, hostileService } from './support/hostile.js';

const files = emitAll(hostileService());
const contentOf = (path: string): string => files.find((file) => file.path === path)?.content ?? '';

/** What a module exports, with the runtime that it imports replaced. */
function evaluate(path: string, imports: object): Record<string, unknown> {
  const { outputText } = ts.transpileModule(contentOf(path), {
    compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 },
  });
  const exports = {};
  runInNewContext(outputText, { exports, require: () => imports });
  return exports;
}

interface Table {
  readonly name: string;
  readonly input: { readonly members: Record<string, { readonly wire?: string }> };
}

const tables = (): readonly Table[] =>
  Object.values(evaluate('schemas.ts', {})).filter((value): value is Table =>
    Object.hasOwn(value as object, 'uri'),
  );

describe('a service whose names and texts are hostile', () => {
  it('gives a package that compiles', () => {
    // The types of zod alone take ten times as long; the longer suite compiles them.
    const found = typeErrors(files.filter(({ path }) => path !== 'validators-zod.ts'));
    expect({ count: found.length, first: found.slice(0, 20) }).toEqual({ count: 0, first: [] });
  });

  it('gives files that the formatter reads', async () => {
    for (const { path, content } of files) await formatFile(path, content);
  });

  it('keeps every file in the folder', () => {
    for (const { path } of files)
      expect(path).toMatch(/^(?:runtime\/(?:[a-z-]+\/)*)?[a-zA-Z0-9-]+\.(?:ts|json|md)$/u);
  });

  it('keeps the names of operations', () => {
    expect(new Set(tables().map(({ name }) => name))).toEqual(new Set(hostile));
  });

  it('keeps the names of members and what they are called on the wire', () => {
    const table = tables().find(({ name }) => name === hostile[0]);
    expect(Object.keys(table?.input.members ?? {}).sort()).toEqual([...hostile].sort());
    for (const name of hostile) expect(table?.input.members[name]?.wire).toBe(`wire ${name}`);
  });

  it('keeps the values', () => {
    const objects = Object.values(evaluate('types.ts', {})) as Record<string, string>[];
    expect(objects.length).toBeGreaterThan(0);
    for (const object of objects) expect(Object.values(object).sort()).toEqual([...hostile].sort());
  });

  it('keeps the names and statuses of errors', () => {
    const documentedError = (name: string, status: number) => ({ name, status });
    const classes = Object.values(evaluate('errors.ts', { documentedError }));
    const expected = hostile.map((name, at) => ({ name, status: 400 + at }));
    expect(classes.filter(Boolean)).toEqual(expect.arrayContaining(expected));
  });

  it('has no tag of a page but those that it was given', () => {
    const file = ts.createSourceFile('types.ts', contentOf('types.ts'), ts.ScriptTarget.Latest, true);
    const tags = new Set<string>();
    const visit = (node: ts.Node): void => {
      for (const tag of ts.getJSDocTags(node)) tags.add(tag.tagName.text);
      ts.forEachChild(node, visit);
    };
    visit(file);
    expect([...tags].sort()).toEqual(['default', 'deprecated', 'see']);
  });
});
