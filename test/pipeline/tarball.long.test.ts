import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { filesOf, folderWith } from '../support/folder.js';

const own: unknown = JSON.parse(readFileSync('package.json', 'utf8'));
const manifest = Object(own);
const needed = ['typescript', '@smithy/signature-v4', '@types/node'] as const;

/** Runs a command in a folder; gives its exit code and what it wrote. */
function run(folder: string, command: string, ...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd: folder,
    encoding: 'utf8',
    shell: process.platform === 'win32',
    env: { ...process.env, NO_COLOR: '1', npm_config_update_notifier: 'false' },
  });
  return { code: status, stdout, stderr };
}

/** Whether packages can be had: a fresh project installs what the tarball depends on. */
const registry = run('.', 'npm', 'ping').code === 0;
const needsRegistry = registry ? '' : ' (left out: no registry answers)';

/** Packs the package; the paths of the tarball and of the files in it. */
function pack(folder: string): { readonly tarball: string; readonly paths: readonly string[] } {
  // What is packed is there already: the suite builds it before it starts.
  const packed = run('.', 'npm', 'pack', '--json', '--ignore-scripts', '--pack-destination', folder);
  expect(packed, packed.stderr).toMatchObject({ code: 0 });
  const [first]: readonly unknown[] = Object.values(Object(JSON.parse(packed.stdout)));
  const { filename, files } = Object(first);
  const paths = Array.from<unknown, string>(files, (file) => String(Object(file).path));
  return { tarball: join(folder, filename), paths: paths.sort() };
}

it('the tarball holds what runs, what is read at run time and what people read, and nothing else', () => {
  const { paths } = pack(folderWith());
  const top = new Set(paths.map((path) => path.replace(/\/.*$/su, '')));
  expect([...top].sort()).toEqual(
    [
      'CHANGELOG.md',
      'LICENSE',
      'README.md',
      'bundle',
      'dist',
      'package.json',
      'schemas',
      'src',
      'templates',
    ].sort(),
  );
  const isRuntime = (path: string) => /^src\/(?:ecosystems\/\w+\/)?runtime\//u.test(path);
  expect(paths.filter((path) => path.startsWith('src/') && !isRuntime(path))).toEqual([]);
  expect(paths.filter((path) => /\.test\.|\.tsbuildinfo$|docs-input/u.test(path))).toEqual([]);
  const here = (folder: string) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).replaceAll('\\', '/'));
  expect(paths).toEqual(
    expect.arrayContaining(
      [
        'templates',
        'schemas',
        'src/runtime',
        'src/ecosystems/aws/runtime',
        'src/ecosystems/http/runtime',
      ].flatMap(here),
    ),
  );
  expect(paths).toEqual(
    expect.arrayContaining([
      'bundle/cli.js',
      'bundle/index.js',
      'bundle/prebuilt/templates.js',
      'dist/index.d.ts',
      'bundle/plugin.js',
      'bundle/plugin-testing.js',
      'dist/plugin/index.d.ts',
    ]),
  );
  // Modules are bundled; of them one by one only the declarations are published.
  expect(paths.filter((path) => path.startsWith('dist/') && !path.endsWith('.d.ts'))).toEqual([]);
});

const program = `
import { createClient } from './generated/workmail/index.js';
import { defineConfig, generate, type Diagnostic } from 'docwright';

export const config = defineConfig({ services: { workmail: { pages: 'pages' } } });
export const findings = async (): Promise<readonly Diagnostic[]> =>
  (await generate({ folder: '.', mode: 'check' })).diagnostics;
export const answer = createClient({
  region: 'eu-west-1',
  credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
}).createGroup({ OrganizationId: 'm-1', Name: 'n' });
// @ts-expect-error There is no such member.
export const wrong = createClient({ region: 'x' }).createGroup({ Nmae: 'n' });
`;

const compilerOptions = (module: 'nodenext' | 'esnext', moduleResolution: 'nodenext' | 'bundler') => ({
  compilerOptions: {
    ...{ target: 'es2023', module, moduleResolution, noEmit: true, types: ['node'] },
    ...{ strict: true, exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true },
    ...{ verbatimModuleSyntax: true, isolatedModules: true, skipLibCheck: false },
  },
  include: ['*.ts', 'generated'],
});

/** A project of somebody who has only the pages and the tarball. */
function freshProject(): string {
  const folder = folderWith({
    'package.json': JSON.stringify({ name: 'fresh', private: true, type: 'module' }),
    'program.ts': program,
    'tsconfig.json': JSON.stringify(compilerOptions('nodenext', 'nodenext')),
    'tsconfig.bundler.json': JSON.stringify(compilerOptions('esnext', 'bundler')),
  });
  mkdirSync(join(folder, 'pages'));
  for (const page of readdirSync('docs-input/workmail'))
    cpSync(join('docs-input/workmail', page), join(folder, 'pages', page));
  return folder;
}

describe.skipIf(!registry)(`a fresh project with the packed tarball${needsRegistry}`, () => {
  let folder = '';
  const cli = (...args: readonly string[]) =>
    run(folder, process.execPath, 'node_modules/docwright/bundle/cli.js', ...args);
  const compile = (config: string) =>
    run(folder, process.execPath, 'node_modules/typescript/bin/tsc', '-p', config);

  it('installs, writes a configuration, generates, and compiles with its own TypeScript', () => {
    folder = freshProject();
    const { tarball } = pack(folder);
    const versions = needed.map((name) => `${name}@${String(manifest.devDependencies[name])}`);
    const flags = ['--no-audit', '--no-fund', '--prefer-offline'];
    const installed = run(folder, 'npm', 'install', ...flags, tarball, ...versions);
    expect(installed.code, installed.stderr).toBe(0);
    expect(existsSync(join(folder, 'node_modules/docwright/src/runtime/client/connection.ts'))).toBe(true);
    expect(run(folder, 'npx', '--no-install', 'docwright', '--version').stdout.trim()).toBe(manifest.version);
    expect(cli('init', 'pages')).toMatchObject({ code: 0 });
    expect(JSON.parse(readFileSync(join(folder, 'docwright.config.json'), 'utf8'))).toMatchObject({
      services: { workmail: { pages: 'pages' } },
    });
    const generated = cli('generate');
    expect(generated.code, generated.stderr).toBe(0);
    expect(cli('generate', '--check').code).toBe(0);
    for (const config of ['tsconfig.json', 'tsconfig.bundler.json'])
      expect(compile(config)).toEqual({ code: 0, stdout: '', stderr: '' });
    const before = filesOf(join(folder, 'generated'));
    writeFileSync(join(folder, 'docwright.config.ts'), configInTypeScript);
    const again = cli('generate', '--force', '--config', 'docwright.config.ts');
    expect(again.code, again.stderr).toBe(0);
    expect(filesOf(join(folder, 'generated'))).toEqual(before);
  });
});

const configInTypeScript = `
import { defineConfig } from 'docwright';
export default defineConfig({ output: 'generated', services: { workmail: { pages: 'pages' } } });
`;
