import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { runProgram } from '../../src/commands/line/program.js';
import type { Terminal } from '../../src/commands/line/terminal.js';
import { folderWith } from '../support/folder.js';

/** What a run of the command line came to. */
export interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

const cli = resolve('bundle/cli.js');

/** Tests leave the caches of the person who runs them alone. */
const userCaches = mkdtempSync(join(tmpdir(), 'docwright-caches-'));

/** Runs the built command line in a folder, without colours. */
export function docwright(
  folder: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Promise<Run> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [cli, ...args], {
      cwd: folder,
      env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined, XDG_CACHE_HOME: userCaches, ...env },
    });
    const run = { stdout: '', stderr: '' };
    child.stdout.on('data', (data) => (run.stdout += data));
    child.stderr.on('data', (data) => (run.stderr += data));
    child.on('error', fail);
    child.on('close', (code) => done({ code, ...run }));
  });
}

/** The same within this process, which need not load everything anew. */
export async function runHere(
  folder: string,
  args: readonly string[],
  environment: Terminal['environment'] = {},
): Promise<Run> {
  const run = { stdout: '', stderr: '', code: 0 };
  await runProgram(args, {
    folder,
    platform: 'linux',
    environment: { NO_COLOR: '1', ...environment },
    out: { isTerminal: false, write: (text) => void (run.stdout += text) },
    err: { isTerminal: false, write: (text) => void (run.stderr += text) },
    interrupted: () => new AbortController().signal,
    exitWith: (code) => void (run.code = code),
  });
  return run;
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
