import { spawn } from 'node:child_process';
import { cpSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { folderWith } from '../support/folder.js';

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
