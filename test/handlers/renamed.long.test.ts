import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { generate } from '../../src/commands/generate.js';
import { sampleConfig, sampleProject } from '../cli/docwright.js';
import { filesOf } from '../support/folder.js';

const config = sampleConfig({ handlers: 'src/handlers' }, ['types', 'server', 'model']);

/** A handler that somebody has written, in their way. */
const handler = (name: string) => `// mine
import type { ${name}Handler } from "../../generated/mail/server.js";

/* first line */ export const createGroup: ${name}Handler = async ({ Name }, { signal }) => {
\treturn { GroupId: Name };   // mine, too
};
`;

/** A project with a handler, generated, whose pages then call the operation otherwise. */
async function renamed(text = handler('CreateGroup'), edit = (page: string) => page): Promise<string> {
  const folder = sampleProject(config);
  mkdirSync(join(folder, 'src/handlers'), { recursive: true });
  writeFileSync(join(folder, 'src/handlers/createGroup.ts'), text);
  await generate({ folder, mode: 'write' });
  const page = join(folder, 'pages/API_CreateGroup.md');
  writeFileSync(page, edit(readFileSync(page, 'utf8').replaceAll('CreateGroup', 'CreateGroups')));
  return folder;
}

const textOf = (folder: string, path: string) => readFileSync(join(folder, path), 'utf8');

const run = async (folder: string, fix = false) =>
  (await generate({ folder, mode: 'write', fix })).diagnostics
    // That a stale type no longer compiles is said as well.
    .filter(({ code }) => code.startsWith('handler-') && code !== 'handler-unfit')
    .map(({ code, message }) => `${code}: ${message}`);

const wired = "import { createGroup as createGroups } from '../../src/handlers/createGroup.js';";

describe('an operation that the pages call otherwise', () => {
  it('is answered by the handler that it had, and this is said', async () => {
    const folder = await renamed();
    expect(await run(folder)).toEqual([
      'handler-renamed: CreateGroup is called CreateGroups now (98 % sure); `createGroup` answers it.',
      'handler-name-gone: The package no longer exports `CreateGroupHandler`; `CreateGroupsHandler` takes its place.',
    ]);
    expect(textOf(folder, 'generated/mail/handlers.ts')).toContain(wired);
    expect(Object.keys(filesOf(join(folder, 'src/handlers'))).sort()).toEqual([
      'createGroup.ts',
      'deleteGroup.ts',
    ]);
    expect(textOf(folder, 'src/handlers/createGroup.ts')).toBe(handler('CreateGroup'));
  });

  it('keeps its handler in later runs, and --fix mends its types and nothing else', async () => {
    const folder = await renamed();
    await run(folder);
    expect(await run(folder)).toHaveLength(1);
    await run(folder, true);
    expect(textOf(folder, 'src/handlers/createGroup.ts')).toBe(handler('CreateGroups'));
    expect(await run(folder)).toEqual([]);
    expect(textOf(folder, 'generated/mail/handlers.ts')).toContain(wired);
  });

  it('is mended by --fix at once, in parameter and result', async () => {
    const text = (name: string) =>
      `import type { ${name}Input, ${name}Output } from '../../generated/mail/types.js';\n` +
      `export async function createGroup(it: ${name}Input): Promise<${name}Output> { return {}; }\n`;
    const folder = await renamed(text('CreateGroup'));
    await run(folder, true);
    expect(textOf(folder, 'src/handlers/createGroup.ts')).toBe(text('CreateGroups'));
    expect(await run(folder)).toEqual([]);
  });

  it('is another operation where its name is too far off: a stub, and an orphan', async () => {
    const folder = await renamed(handler('CreateGroup'), (page) =>
      page.replaceAll('CreateGroups', 'RemoveGroup'),
    );
    expect(await run(folder)).toContain(
      'handler-orphaned: `createGroup` is a `CreateGroupHandler`, but the pages have no such operation.',
    );
    expect(textOf(folder, 'src/handlers/removeGroup.ts')).toContain("notImplemented('RemoveGroup')");
    expect(textOf(folder, 'src/handlers/createGroup.ts')).toBe(handler('CreateGroup'));
  });

  it('gets a stub where its handler is gone, or where the user names one', async () => {
    const folder = await renamed();
    await run(folder);
    rmSync(join(folder, 'src/handlers/createGroup.ts'));
    expect(await run(folder)).toEqual([]);
    expect(textOf(folder, 'generated/mail/handlers.ts')).toContain('import { createGroups } from');
    writeFileSync(join(folder, 'src/handlers/createGroup.ts'), handler('CreateGroups'));
    await run(folder);
    expect(textOf(folder, 'generated/mail/handlers.ts')).toContain('import { createGroups } from');
  });
});
