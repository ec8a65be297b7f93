import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/** Runs a command in a folder; gives its exit code and what it wrote. */
function run(folder: string, command: string, ...args: readonly string[]) {
  const env = { ...process.env, NO_COLOR: '1', npm_config_update_notifier: 'false' };
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: folder, encoding: 'utf8', env });
  return { code: status, stdout, stderr };
}

const registry = run('.', 'npm', 'ping').code === 0;
const needsRegistry = registry ? '' : ' (left out: no registry answers)';
const versions: { readonly [name: string]: string } = JSON.parse(
  readFileSync('package.json', 'utf8'),
).devDependencies;

/** A project of somebody else, with a plug-in of its own and the packed tarball. */
function outsideProject(): string {
  const folder = mkdtempSync(join(tmpdir(), 'docwright-plugin-'));
  cpSync('test/fixtures/plugin-project', folder, { recursive: true });
  const packed = run('.', 'npm', 'pack', '--json', '--ignore-scripts', '--pack-destination', folder);
  const [{ filename }] = Object.values(JSON.parse(packed.stdout)) as [{ filename: string }];
  const needed = ['typescript', '@types/node'].map((name) => `${name}@${versions[name]}`);
  const flags = ['--no-audit', '--no-fund', '--prefer-offline'];
  const installed = run(folder, 'npm', 'install', ...flags, join(folder, filename), ...needed);
  expect(installed.code, installed.stderr).toBe(0);
  return folder;
}

describe.skipIf(!registry)(`a plug-in outside the repository${needsRegistry}`, () => {
  let folder = '';
  const cli = (...args: readonly string[]) =>
    run(folder, process.execPath, 'node_modules/docwright/bundle/cli.js', ...args);
  const generated = (path: string) => readFileSync(join(folder, 'generated/orchard', path), 'utf8');

  beforeAll(() => {
    folder = outsideProject();
  }, 180_000);

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('passes the contract suites that docwright publishes', () => {
    const { code, stdout } = run(folder, process.execPath, '--test', 'plugin/');
    expect(code, stdout).toBe(0);
    expect(stdout).toMatch(/# pass [1-9]\d*/u);
  });

  it('reads pages, tells its own findings, and prints its own output', () => {
    const { code, stderr, stdout } = cli('generate');
    expect(code, stdout + stderr).toBe(0);
    expect(stdout + stderr).toContain('pages/trees.txt:11:1 warning cards/bad-type');
    expect(stdout + stderr).toContain('"hectares" is no type of a card; expected string or integer.');
    expect(generated('ROUTES.md')).toContain('`GET /trees/{treeId}`');
    expect(existsSync(join(folder, 'generated/orchard/runtime/cards/token.ts'))).toBe(true);
    expect(cli('generate', '--check').code).toBe(0);
  });

  it('makes a client that compiles and shows who calls in the way of its scheme', () => {
    mkdirSync(join(folder, 'src'), { recursive: true });
    writeFileSync(join(folder, 'src/main.ts'), program);
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(tsconfig));
    const compiled = run(folder, process.execPath, 'node_modules/typescript/bin/tsc', '-p', '.');
    expect(compiled).toEqual({ code: 0, stdout: '', stderr: '' });
    const called = run(folder, process.execPath, 'out/src/main.js');
    expect(called.stderr).toBe('');
    expect(JSON.parse(called.stdout)).toEqual({
      url: 'https://orchard.example/v1/trees/oak%201',
      card: 'secret',
      tree: { name: 'oak', height: 7 },
    });
  });

  it('is refused where its options are not what it asks for, or where it comes twice', () => {
    const config = readFileSync(join(folder, 'docwright.config.js'), 'utf8');
    writeFileSync(join(folder, 'wrong.config.js'), config.replace('shout: true', 'shout: 1'));
    const wrong = cli('generate', '--config', 'wrong.config.js');
    expect(wrong.code).not.toBe(0);
    expect(wrong.stdout + wrong.stderr).toContain('error plugin-invalid');
    writeFileSync(join(folder, 'twice.config.js'), config.replace('plugins: [', 'plugins: [cards(), '));
    expect(cli('generate', '--config', 'twice.config.js').stderr).toContain('another plug-in has its id');
  });
});

const program = `
import { createClient } from '../generated/orchard/index.js';

const seen: { url?: string; card?: string | null } = {};
const client = createClient({
  auth: { card: { token: 'secret' } },
  fetch: async (url, init) => {
    seen.url = url;
    seen.card = new Headers(init.headers).get('x-card');
    return Response.json({ name: 'oak', height: 7 });
  },
});
const tree = await client.showTree({ treeId: 'oak 1' });
console.log(JSON.stringify({ ...seen, tree }));
`;

const tsconfig = {
  compilerOptions: {
    ...{ target: 'es2023', module: 'nodenext', types: ['node'], outDir: 'out', rootDir: '.' },
    ...{ strict: true, exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true },
    ...{ verbatimModuleSyntax: true, isolatedModules: true, skipLibCheck: false },
  },
  include: ['src'],
};
