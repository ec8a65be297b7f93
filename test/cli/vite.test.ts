import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, createLogger, createServer, type InlineConfig } from 'vite';
import { describe, expect, it, onTestFinished } from 'vitest';
import { docwright } from '../../src/vite.js';
import { sampleConfig, sampleProject } from './docwright.js';

const entry = "export type { CreateGroupInput } from './generated/mail/types.js';\nexport const one = 1;\n";

/** A project with a module that imports what docwright generates. */
function viteProject(config = sampleConfig({}, ['types'])): string {
  const folder = sampleProject(config);
  writeFileSync(join(folder, 'main.ts'), entry);
  return folder;
}

const configOf = (root: string, errors: string[] = []): InlineConfig => ({
  root,
  configFile: false,
  customLogger: { ...createLogger('silent'), error: (text) => void errors.push(text) },
  plugins: [docwright()],
  build: { write: false, lib: { entry: join(root, 'main.ts'), formats: ['es'] } },
});

/** Until a condition holds, for as long as the test may take. */
async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((done) => setTimeout(done, 20));
}

describe('the plugin for Vite', () => {
  it('generates before a build, which finds what is generated', async () => {
    const folder = viteProject();
    await build(configOf(folder));
    expect(readFileSync(join(folder, 'generated/mail/types.ts'), 'utf8')).toContain(
      'interface CreateGroupInput',
    );
  });

  it('fails a build where docwright generate fails, with its findings', async () => {
    const folder = viteProject('{ "services": { "mail": { "page": "pages" } } }');
    await expect(build(configOf(folder))).rejects.toThrow(
      /docwright\.config\.json:1:27 error config-unknown-key/u,
    );
  });

  it('generates again while Vite serves, and shows what is wrong', async () => {
    const folder = viteProject();
    const types = join(folder, 'generated/mail/types.ts');
    const errors: string[] = [];
    const server = await createServer({
      ...configOf(folder, errors),
      server: { middlewareMode: true, ws: false },
    });
    onTestFinished(() => server.close());
    await server.environments.client.pluginContainer.buildStart();
    expect(existsSync(types)).toBe(true);
    rmSync(join(folder, 'pages/API_DeleteGroup.md'));
    await until(() => !readFileSync(types, 'utf8').includes('DeleteGroup'));
    writeFileSync(join(folder, 'docwright.config.json'), '{');
    await until(() => errors.some((text) => text.includes('config-unreadable')));
  });
});
