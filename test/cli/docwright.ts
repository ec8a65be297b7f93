import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, realpathSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

/** What a run of the command line came to. */
export interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

const cli = resolve('dist/cli.js');

/** Runs the built command line in a folder, without colours. */
export function docwright(
  folder: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Promise<Run> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [cli, ...args], {
      cwd: folder,
      env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined, ...env },
    });
    const run = { stdout: '', stderr: '' };
    child.stdout.on('data', (data) => (run.stdout += data));
    child.stderr.on('data', (data) => (run.stderr += data));
    child.on('error', fail);
    child.on('close', (code) => done({ code, ...run }));
  });
}

/** An empty folder of its own; the operating system clears it away. */
export const temporaryFolder = (): string => realpathSync(mkdtempSync(join(tmpdir(), 'docwright-')));

/** A temporary folder with these files, by path. */
export function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = temporaryFolder();
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

/** A configuration of the sample project; few outputs, as formatting takes most of the time. */
export const sampleConfig = (
  service: object = {},
  emitters: readonly string[] = ['types', 'errors'],
): string => JSON.stringify({ emitters, services: { mail: { pages: 'pages', ...service } } });

/** A project whose only service has some of the project's own sample pages. */
export function sampleProject(config: string = sampleConfig()): string {
  const folder = folderWith({ 'docwright.config.json': config });
  for (const page of ['API_CreateGroup.md', 'API_DeleteGroup.md']) {
    cpSync(join('docs-input/workmail', page), join(folder, 'pages', page));
  }
  return folder;
}
