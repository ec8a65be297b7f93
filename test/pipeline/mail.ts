import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { docwright, runHere, sampleConfig } from '../cli/docwright.js';
import { filesOf, folderWith } from '../support/folder.js';

/** What the vendor publishes at a time. */
export type Edition = 'spring' | 'autumn';

const pagesOf: Readonly<Record<Edition, readonly string[]>> = {
  spring: ['API_CreateGroup.md', 'API_DeleteGroup.md'],
  autumn: ['API_CreateGroup.md', 'API_UpdateGroup.md'],
};

/** In autumn a member of CreateGroup is called otherwise. */
function textOf(page: string, edition: Edition): string {
  const text = readFileSync(join('docs-input/workmail', page), 'utf8');
  return edition === 'spring' ? text : text.replaceAll('HiddenFromGlobalAddressList', 'Hidden');
}

/** Exchanges the pages of a project. */
export function publish(folder: string, edition: Edition): void {
  rmSync(join(folder, 'pages'), { recursive: true, force: true });
  mkdirSync(join(folder, 'pages'));
  for (const page of pagesOf[edition]) writeFileSync(join(folder, 'pages', page), textOf(page, edition));
}

// Without the model nothing is compared with the last generation, and handlers are not compiled: that takes seconds.
const config = sampleConfig({ handlers: 'src/handlers' }, ['types', 'errors', 'server']);

/** A project of one service, with a file of the user's in the output and one among the handlers. */
export function mailProject(edition: Edition, configuration = config): string {
  const folder = folderWith({
    'docwright.config.json': configuration,
    // Runs keep their cache where packages are installed.
    'package.json': '{"private": true}',
    'node_modules/installed.txt': '',
    'generated/mail/.mine': 'mine\n',
    'src/handlers/deleteGroup.ts': '// mine, and no handler yet\n',
  });
  publish(folder, edition);
  return folder;
}

export const outputIn = (folder: string): string => join(folder, 'generated/mail');
export const handlersIn = (folder: string): string => join(folder, 'src/handlers');

/** What a folder comes to where nothing ever goes wrong: both editions, each generated over the other. */
export async function cleanOutputs(
  configuration = config,
): Promise<Readonly<Record<Edition, Readonly<Record<string, string>>>>> {
  const folder = mailProject('spring', configuration);
  await runHere(folder, ['generate']);
  publish(folder, 'autumn');
  await runHere(folder, ['generate']);
  const autumn = filesOf(outputIn(folder));
  publish(folder, 'spring');
  await runHere(folder, ['generate']);
  return { autumn, spring: filesOf(outputIn(folder)) };
}

/** The output is what it should be, `--check` says so too, and nothing is left of runs that were killed. */
export async function expectClean(folder: string, expected: Readonly<Record<string, string>>): Promise<void> {
  expect(filesOf(outputIn(folder))).toEqual(expected);
  expect(await runHere(folder, ['generate', '--check', '--quiet'])).toMatchObject({ code: 0 });
  const left = Object.keys(filesOf(folder)).filter((path) => /\.docwright(?:-|\.lock|$)/u.test(path));
  expect(left).toEqual([]);
}

export { docwright, runHere };
