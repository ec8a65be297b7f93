import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { summaryOfChanges } from '../../src/changes/format/summary.js';
import { generate } from '../../src/commands/generate.js';
import { sampleConfig, sampleProject } from '../cli/docwright.js';

const config = (version = '1.0.0') => sampleConfig({ package: { version } }, ['package', 'types', 'model']);

function edit(folder: string, from: string, to: string): void {
  const page = join(folder, 'pages/API_CreateGroup.md');
  writeFileSync(page, readFileSync(page, 'utf8').replace(from, to));
}

it('says what changed since a service was last generated, once, and writes it down when asked', async () => {
  const folder = sampleProject(config());
  const run = async (asked: object = {}) => {
    const { services, files, diagnostics } = await generate({ folder, mode: 'write', ...asked });
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    return { changes: services[0]?.changes, touched: files.filter(({ action }) => action !== 'unchanged') };
  };
  expect((await run()).changes).toBeUndefined();
  edit(folder, 'Maximum length of 256', 'Maximum length of 200');
  const { changes, touched } = await run({ changelog: true, changeset: true });
  expect(changes).toMatchObject({ verdict: 'major', views: { types: 'none' }, proposedVersion: '2.0.0' });
  expect(touched.map(({ path }) => path)).toContain('generated/mail/CHANGELOG.md');
  expect(touched.find(({ path }) => path.startsWith('.changeset/'))?.path).toMatch(
    /^\.changeset\/docwright-mail-\w{8}\.md$/u,
  );
  const changelog = () => readFileSync(join(folder, 'generated/mail/CHANGELOG.md'), 'utf8');
  expect(changelog()).toContain('## 2.0.0\n\n### Breaking\n\n- `bound of the input tightened');
  expect(changes && summaryOfChanges('mail', changes)).toContain('mail since it was last generated: major');
  const written = changelog();
  expect(await run({ changelog: true })).toEqual({ changes: undefined, touched: [] });
  expect(changelog()).toBe(written);
});

it('proposes no other version than the one that the configuration has raised', async () => {
  const folder = sampleProject(config());
  await generate({ folder, mode: 'write' });
  edit(folder, 'Maximum length of 256', 'Maximum length of 300');
  writeFileSync(join(folder, 'docwright.config.json'), config('1.1.0'));
  const { services } = await generate({ folder, mode: 'plan' });
  expect(services[0]?.changes?.proposedVersion).toBe('1.1.0');
});
