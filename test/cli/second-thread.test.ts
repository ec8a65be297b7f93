import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { filesOf, folderWith } from '../support/folder.js';
import { docwright, runHere } from './docwright.js';

const page = readFileSync('docs-input/workmail/API_DeleteGroup.md', 'utf8');

/** A project with as many pages as a second thread needs to be worth its while, and templates of the user. */
function projectOf(pages: number, templates: Readonly<Record<string, string>> = {}): string {
  const names = Array.from({ length: pages }, (_, number) => `DeleteGroup${number}`);
  const config = { templates: 'templates', services: { mail: { pages: 'pages' } } };
  return folderWith({
    'docwright.config.json': JSON.stringify(config),
    'templates/unused.txt': '',
    ...Object.fromEntries(
      names.map((name) => [`pages/API_${name}.md`, page.replaceAll('DeleteGroup', name)]),
    ),
    ...Object.fromEntries(Object.entries(templates).map(([name, text]) => [join('templates', name), text])),
  });
}

/** Tells of each thread that is started. */
const telling = `process.on('worker', () => process.stderr.write('a thread'))`;
const environment = { NODE_OPTIONS: `--import "data:text/javascript,${encodeURIComponent(telling)}"` };

test('large services are printed by two threads, small ones by one; this suite prints with one', async () => {
  const [large, small, here] = [projectOf(50), projectOf(5), projectOf(50)];
  expect((await docwright(large, ['generate'], environment)).stderr).toContain('a thread');
  expect((await docwright(small, ['generate'], environment)).stderr).not.toContain('a thread');
  await runHere(here, ['generate']);
  expect(filesOf(join(large, 'generated'))).toEqual(filesOf(join(here, 'generated')));
});

test('a fault of the second thread is told as that of the first', async () => {
  const faulty = { 'types.hbs': '{{nothing}}' };
  const [two, one] = [projectOf(50, faulty), projectOf(50, faulty)];
  const told = await docwright(two, ['generate', '--no-cache']);
  expect(told).toEqual(await runHere(one, ['generate', '--no-cache']));
  expect(told).toMatchObject({ code: 2, stderr: expect.stringContaining('templates/types.hbs:1:') });
});
