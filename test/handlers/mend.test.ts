import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { generate } from '../../src/commands/generate.js';
import { sampleConfig, sampleProject } from '../cli/docwright.js';
import { filesOf } from '../support/folder.js';

const config = sampleConfig({ handlers: 'src/handlers' }, ['types', 'server', 'model']);

const stub = (type: string) => `import { notImplemented, type ${type} } from '../../generated/mail/server.js';

/** Creates a group. */
export const createGroup: ${type} = async (input) => {
  throw notImplemented('CreateGroup');
};
`;

/** What people do to a file of theirs. */
const habits: Readonly<Record<string, (text: string) => string>> = {
  nothing: (text) => text,
  'renames the parameter': (text) => text.replace('(input)', '(group, { signal })'),
  'imports more': (text) => `import { randomUUID } from 'node:crypto';\n${text}// ${'x'.repeat(200)}\n`,
  'wraps the handler': (text) =>
    text.replace('async (input) => {', 'logged(retried(async (input) => {').replace(/\};\n$/u, '}));\n'),
  'comments in odd places': (text) =>
    text
      .replace(': ', ' /* who */ : /* what */ ')
      .replace('import {', 'import /* a */ { // b\n')
      .replace('=>', '/* c */ =>'),
  'ends lines with CRLF': (text) => text.replaceAll('\n', '\r\n'),
  'indents with tabs': (text) => text.replaceAll('  ', '\t'),
  'quotes with double quotes': (text) => text.replaceAll("'", '"'),
  'leaves semicolons out': (text) => text.replaceAll(';', ''),
  'begins with a byte order mark': (text) => `\u{feff}${text}`,
  'ends without a line break': (text) => text.trimEnd(),
  'writes in other scripts': (text) => `// 𝒳 Größe 日本語 🙂\n${text}`,
  'adds a directive': (text) => `'use strict';\n// @ts-nocheck\n${text}`,
  'splits the import': (text) =>
    text.replace(
      /import \{ (\w+), type (\w+) \} from (.*);/u,
      'import { $1 } from $3;\nimport type { $2 } from $3;',
    ),
  'adds blank lines and spaces': (text) => text.replaceAll('\n', ' \n\n'),
  'exports more': (text) => `${text}export const other = 1;\nexport default other;\n`,
  'nests functions': (text) => text.replace('throw', 'const inner = () => { return input; };\n  throw'),
  'uses templates': (text) => `${text}const t = \`\${'a'} \${\`b\`}\`;\n`,
  'keeps old code in comments': (text) => `${text}/*\nexport const createGroup: OldHandler = 1;\n*/\n`,
  'CRLF and tabs': (text) => text.replaceAll('\n', '\r\n').replaceAll('  ', '\t'),
  'mixes line ends': (text) => text.replace('\n', '\r\n'),
  'uses form feeds': (text) => `\f${text}`,
  'adds decorated classes': (text) => `${text}class A { #x = 1; static { void 0; } }\n`,
  'writes regular expressions': (text) => `${text}const r = /['"\`]{2}\\//u;\n`,
  'breaks the syntax': (text) => text.replace('async (input) => {', 'async (input => {{{ ('),
};

/** Fifty files: each habit with the type that is right, and with one that the package has no longer. */
const files = Object.entries(habits).flatMap(([habit, edit], at) => [
  {
    habit,
    path: `right${at}.ts`,
    text: edit(stub('CreateGroupHandler')),
    mends: edit(stub('CreateGroupHandler')),
  },
  {
    habit,
    path: `wrong${at}.ts`,
    text: edit(stub('MakeGroupHandler')),
    mends: edit(stub(habit === 'breaks the syntax' ? 'MakeGroupHandler' : 'CreateGroupHandler')),
  },
]);

function project(): string {
  const folder = sampleProject(config);
  mkdirSync(join(folder, 'src/handlers'), { recursive: true });
  for (const { path, text } of files) writeFileSync(join(folder, 'src/handlers', path), text);
  return folder;
}

const textOf = (folder: string, path: string) => readFileSync(join(folder, 'src/handlers', path), 'utf8');

describe('fifty files that people edited', () => {
  it('are fifty', () => {
    expect(files).toHaveLength(50);
    expect(new Set(files.map(({ text }) => text)).size).toBe(50);
  });

  it('survive a generation byte for byte, and are reported', async () => {
    const folder = project();
    const { diagnostics } = await generate({ folder, mode: 'write', force: true });
    for (const { path, text } of files) expect(textOf(folder, path)).toBe(text);
    const gone = diagnostics.filter(({ code }) => code === 'handler-name-gone');
    const places = new Set(gone.map(({ source }) => source?.file));
    expect(places.size).toBe(24);
    expect(gone[0]?.message).toContain('`CreateGroupHandler` takes its place');
    expect(gone[0]?.source?.file).toMatch(/^src\/handlers\/wrong\d+\.ts$/u);
  });

  it('have only their signature mended by --fix', async () => {
    const folder = project();
    await generate({ folder, mode: 'write', fix: true });
    for (const { habit, path, mends } of files) expect([habit, textOf(folder, path)]).toEqual([habit, mends]);
    const again = filesOf(folder);
    await generate({ folder, mode: 'write', fix: true });
    expect(filesOf(folder)).toEqual(again);
  });
});

describe('what no longer fits', () => {
  const withHandler = (text: string) => {
    const folder = sampleProject(config);
    mkdirSync(join(folder, 'src/handlers'), { recursive: true });
    writeFileSync(join(folder, 'src/handlers/createGroup.ts'), text);
    return folder;
  };

  it('is mended where the package was moved, in the quotes of the file', async () => {
    const folder = withHandler(
      stub('CreateGroupHandler').replace("'../../generated/mail/server.js'", '"../../old/mail/server.js"'),
    );
    const { diagnostics } = await generate({ folder, mode: 'write', fix: true });
    expect(diagnostics.map(({ code }) => code)).toContain('handler-import-gone');
    expect(textOf(folder, 'createGroup.ts')).toBe(
      stub('CreateGroupHandler').replace(
        "'../../generated/mail/server.js'",
        '"../../generated/mail/server.js"',
      ),
    );
  });

  it('is mended in the parameter and the result of a function', async () => {
    const text = (input: string, output: string) =>
      `import type { ${input}, ${output} } from '../../generated/mail/types.js';\n` +
      `export async function createGroup(it: ${input}): Promise<${output}> { return {}; }\n`;
    const folder = withHandler(text('MakeGroupRequest', 'MakeGroupResult'));
    await generate({ folder, mode: 'write', fix: true });
    expect(textOf(folder, 'createGroup.ts')).toBe(text('CreateGroupInput', 'CreateGroupOutput'));
  });

  it('is left to its owner where the name is used for more', async () => {
    const text = `${stub('MakeGroupHandler')}export type Mine = MakeGroupHandler;\n`;
    const folder = withHandler(text);
    const { diagnostics } = await generate({ folder, mode: 'write', fix: true });
    expect(textOf(folder, 'createGroup.ts')).toBe(text);
    expect(diagnostics).toMatchObject([{ code: 'handler-name-gone', source: { line: 1 } }]);
  });

  it('is reported with its place where the types changed under it', { timeout: 60_000 }, async () => {
    const text =
      "import type { CreateGroupHandler } from '../../generated/mail/server.js';\n" +
      'export const createGroup: CreateGroupHandler = async ({ Name }) => ({ GroupId: Name });\n';
    const folder = withHandler(text);
    expect((await generate({ folder, mode: 'write' })).diagnostics).toEqual([]);
    const page = join(folder, 'pages/API_CreateGroup.md');
    writeFileSync(
      page,
      readFileSync(page, 'utf8').replaceAll('Required: Yes', 'Required: No').replaceAll('GroupId', 'Id'),
    );
    const { diagnostics } = await generate({ folder, mode: 'write', fix: true });
    const found = diagnostics.find(({ code }) => code === 'handler-unfit');
    expect(found?.source).toMatchObject({ file: 'src/handlers/createGroup.ts', line: 2 });
    expect(textOf(folder, 'createGroup.ts')).toBe(text);
  });
});
