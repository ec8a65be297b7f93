import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { generate, type GenerateOptions } from '../../src/commands/generate.js';
import { outcome, project, threeRuns } from './runs.js';

describe('a run with a cache, where there are handlers', () => {
  it('comes to what one without comes to, whatever has changed', async () => {
    const folder = project();
    const page = join(folder, 'pages/API_CreateGroup.md');
    await threeRuns(folder, 'plan');
    await generate({ folder, mode: 'write' });
    await threeRuns(folder, 'check');
    writeFileSync(page, readFileSync(page, 'utf8').replace(/Maximum length of \d+/, 'Maximum length of 7'));
    await threeRuns(folder, 'check');
    const { services } = await generate({ folder, mode: 'write' });
    expect(services[0]?.changes).toBeDefined();
    await threeRuns(folder, 'check');
    const handler = join(folder, 'handlers', readdirSync(join(folder, 'handlers'))[0] ?? '');
    writeFileSync(handler, "import { Gone } from './gone.js';\nexport const x = Gone;\n");
    await threeRuns(folder, 'check');
    writeFileSync(join(folder, 'handlers/gone.ts'), 'export const Gone = 1;\n');
    await threeRuns(folder, 'check');
  });

  it.each([
    ['a file is edited', (at: string) => writeFileSync(join(at, 'types.ts'), 'export {};\n')],
    ['a file is missing', (at: string) => rmSync(join(at, 'types.ts'))],
    ['a file is extra', (at: string) => writeFileSync(join(at, 'mine.ts'), 'export {};\n')],
    ['the manifest is gone', (at: string) => rmSync(join(at, '.docwright.json'))],
    ['a changelog is there', (at: string) => writeFileSync(join(at, 'CHANGELOG.md'), '# Mine\n')],
    [
      'line ends are those of Windows',
      (at: string) => {
        const path = join(at, 'types.ts');
        writeFileSync(path, readFileSync(path, 'utf8').replaceAll('\n', '\r\n'));
      },
    ],
  ])('sees as one without that %s', async (_, change) => {
    const folder = project();
    await generate({ folder, mode: 'write' });
    change(join(folder, 'generated/mail'));
    await threeRuns(folder, 'check');
    await threeRuns(folder, 'plan');
    const other = project();
    cpSync(folder, other, { recursive: true });
    const options: Omit<GenerateOptions, 'folder'> = { mode: 'write', force: true };
    const with_ = await generate({ folder, ...options });
    expect(outcome(with_)).toEqual(outcome(await generate({ folder: other, cache: false, ...options })));
    for (const path of readdirSync(join(other, 'generated/mail')).filter((one) => one.includes('.')))
      expect(readFileSync(join(folder, 'generated/mail', path))).toEqual(
        readFileSync(join(other, 'generated/mail', path)),
      );
  });
});
