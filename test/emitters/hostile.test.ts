import { runInNewContext } from 'node:vm';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import type { Member, Service } from '../../src/ir/model.js';
import { formatFile } from '../../src/render/format.js';
import {
  error,
  fact,
  length,
  list,
  map,
  member,
  operation,
  pattern,
  ref,
  scalar,
  service,
  string,
  structure,
  uses,
  values,
} from './support/build.js';
import { typeErrors } from './support/compile.js';
import { emitAll } from './support/emit.js';

/** Texts that a page may hold, and that must mean the same wherever they are printed. */
const hostile: readonly string[] = [
  '*/ throw 1; /*',
  '`',
  '${process.exit(1)}',
  '{{header}}',
  '{{{header}}}',
  `'"\\`,
  '\\',
  'line\nline\r\nline',
  '\u2028\u2029\u0000\u202e',
  '../../../etc/passwd',
  '<script>alert(1)</script>',
  '// @ts-nocheck',
  '@deprecated {@link x}',
  '__proto__',
  'constructor',
  'prototype',
  'hasOwnProperty',
  'toString',
  'then',
  'default',
  'class',
  'delete',
  'await',
  'Error',
  'Date',
  'Object',
  'Promise',
  'Record',
  'Request',
  'Response',
  'Uint8Array',
  'Partial',
  'Client',
  'Handlers',
  'ServiceError',
  'createClient',
  'connect',
  'service',
  'operations',
  'input',
  'options',
  'connection',
  'callOptions',
  'handlers',
  'userId',
  'UserId',
  'USERID',
  'user-id',
  'user id',
  'x-amz-foo',
  '123abc',
  '1',
  '',
  ' ',
  'Größe',
  '名前',
  '\u{1f600}',
  'ᅠ',
];

const memberOf = (name: string): Member =>
  member(name, string(values(...hostile), length(1, 9), pattern(name)), {
    wireName: `wire ${name}`,
    location: 'header',
    description: name,
    deprecated: name,
    default: { [name]: [name] },
  });

/** A service in which every text stands at every place. */
function hostileService(): Service {
  const members = hostile.map(memberOf);
  const nested = hostile.map((name) => member(name, list(map(string(), ref(name)))));
  const all = JSON.stringify(hostile);
  return service({
    title: fact(all),
    apiVersion: fact(all),
    endpointPrefix: fact(all),
    signingName: fact(all),
    targetPrefix: fact(all),
    operations: hostile.map((name, at) =>
      operation(name, {
        description: name,
        deprecated: fact(name),
        input: at === 0 ? members : [member(name, scalar('timestamp'), { required: true })],
        output: at === 0 ? nested : [member(name, list(ref(name)))],
        errors: uses(name, 'Unknown'),
        pagination: {
          inputToken: name,
          outputToken: name,
          items: name,
          known: 'inferred',
          source: { file: name, line: 1, column: 1, endLine: 1, endColumn: 1 },
        },
      }),
    ),
    shapes: hostile.map((name, at) =>
      structure(name, at < 2 ? members : [member(name, ref(name))], {
        description: name,
        kind: at % 2 ? 'union' : 'structure',
      }),
    ),
    errors: hostile.map((name, at) => ({
      ...error(name, 400 + at, [member(name, string())]),
      description: name,
    })),
  });
}

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
    // The validators' own suite holds them to this.
    const found = typeErrors(files).filter((message) => !message.startsWith('validators.ts'));
    expect({ count: found.length, first: found.slice(0, 20) }).toEqual({ count: 0, first: [] });
  });

  it('gives files that the formatter reads', async () => {
    for (const { path, content } of files) await formatFile(path, content);
  });

  it('keeps every file in the folder', () => {
    for (const { path } of files) expect(path).toMatch(/^(?:runtime\/)?[a-zA-Z0-9-]+\.(?:ts|json|md)$/u);
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
