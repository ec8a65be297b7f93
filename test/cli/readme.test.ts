import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { folderWith } from '../support/folder.js';
import { runHere } from './docwright.js';

const readme = readFileSync('README.md', 'utf8');

/** The first words of the lines of a section of commander's help. */
const listed = (help: string, section: string): readonly string[] => {
  const [, after = ''] = help.split(`${section}:\n`);
  const [lines = ''] = after.split('\n\n');
  return [...lines.matchAll(/^ {2}(?:-\w, )?([\w-]+)/gmu)].map(([, name = '']) => name);
};

it('README.md names every command and every option', { timeout: 120_000 }, async () => {
  const folder = folderWith();
  const commands = listed((await runHere(folder, ['--help'])).stdout, 'Commands').filter(
    (name) => name !== 'help',
  );
  expect(commands).toContain('generate');
  const helps = await Promise.all(commands.map((name) => runHere(folder, [name, '--help'])));
  const options = new Set(helps.flatMap(({ stdout }) => listed(stdout, 'Options')));
  expect([...options]).toContain('--check');
  expect(commands.filter((name) => !readme.includes(`docwright ${name}`))).toEqual([]);
  expect([...options].filter((name) => name !== '--help' && !readme.includes(`\`${name}`))).toEqual([]);
});
