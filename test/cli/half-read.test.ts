import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderWith } from '../support/folder.js';
import { runHere } from './docwright.js';

const HEAD = '| Feld | Art | Pflicht | Erläuterung |\n| ---- | --- | ------- | ----------- |\n';

/** A guide in words that docwright does not know. */
const guide = `# Boote

## Boot anlegen

\`POST /boote\`

### Felder

${HEAD}| name | string | ja | Der Name am Bug des Bootes. |
| laenge | integer | nein | In Metern von Bug bis Heck. |

## Boot suchen

\`GET /boote\`

### Filter

${HEAD}| farbe | string | nein | Nur Boote von dieser Farbe. |
`;

const FORM = 'table with the heads "Feld", "Art", "Pflicht", "Erläuterung": 2 times on 1 page, 3 lines';
const READING = { columns: { feld: 'name', art: 'type', pflicht: 'required', erläuterung: 'description' } };

const folderOf = (service: object = {}): string =>
  folderWith({
    'boote.md': guide,
    'docwright.config.json': JSON.stringify({ services: { boote: { pages: 'boote.md', ...service } } }),
  });

const written = (folder: string): boolean => existsSync(join(folder, 'generated'));

describe('a guide of which less than half is understood', () => {
  it('gives no package, but what was not understood and what would teach it', async () => {
    const folder = folderOf();
    const { code, stdout, stderr } = await runHere(folder, ['generate']);
    expect(code).toBe(3);
    expect(stdout + stderr).toContain('0 of 3 lines of "boote"');
    expect(stdout + stderr).toContain(`${FORM}; explained by "reading": ${JSON.stringify(READING)}`);
    expect(written(folder)).toBe(false);
  });

  it.each([
    ['--force', {}, ['--force']],
    ['minCoverage', { minCoverage: 0 }, []],
    ['a style', { reading: READING }, []],
  ])('gives one with %s', async (_, service, flags) => {
    const folder = folderOf(service);
    expect((await runHere(folder, ['generate', ...flags])).code).toBe(0);
    expect(written(folder)).toBe(true);
  });

  it('is shown by its forms', async () => {
    const { stdout } = await runHere(folderOf(), ['inspect', '--unread', '--quiet']);
    expect(stdout).toBe(
      `${FORM}\n  boote.md:11  | name | string | ja | Der Name am Bug des Bootes. |\n  "reading": ${JSON.stringify(READING)}\n`,
    );
    const taught = await runHere(folderOf({ reading: READING }), ['inspect', '--unread', '--quiet']);
    expect(taught.stdout).toBe('Every line that can state facts was understood.\n');
  });

  it('is explained by init, whose configuration works as it is', async () => {
    const folder = folderWith({ 'boote.md': guide });
    const { stderr } = await runHere(folder, ['init']);
    expect(stderr).toContain('with which 100% of the lines are understood, not 0%');
    const config: unknown = JSON.parse(readFileSync(join(folder, 'docwright.config.json'), 'utf8'));
    expect(config).toMatchObject({
      services: { [Object.keys(servicesOf(config))[0] ?? '']: { reading: READING } },
    });
    expect((await runHere(folder, ['generate'])).code).toBe(0);
  });
});

const servicesOf = (config: unknown): object =>
  typeof config === 'object' && config !== null && 'services' in config && config.services instanceof Object
    ? config.services
    : {};

describe('facts that no page states', () => {
  it('are told by number when a package is made', async () => {
    const { stdout, stderr } = await runHere(folderOf({ reading: READING }), ['generate']);
    expect(stdout + stderr).toContain('2 operations, 0 shapes, 3 facts not stated');
  });

  it('are counted by kind, and listed where that is asked for', async () => {
    const stated = folderOf({ reading: READING });
    const few = await runHere(stated, ['inspect', '--quiet']);
    expect(few.stdout).toContain('Not stated  3 facts: 3 place inferred\n');
    const all = await runHere(stated, ['inspect', '--quiet', '--inferred']);
    expect(all.stdout).toContain('    in  name    string, required\n');
    expect(all.stdout).toContain('BootAnlegen.input.name.location = "body"  boote.md:11 (inferred)\n');
  });
});
