import {
  appendFileSync,
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { collector } from '../../src/diagnostics/report.js';
import { checkFiles } from '../../src/files/carry-out.js';
import { planFiles, reportPlan, type OutputFile } from '../../src/files/plan.js';
import { writeFiles } from '../../src/files/write.js';
import { filesOf, folderWith } from '../support/folder.js';

const outputOf = (texts: Readonly<Record<string, string>>): readonly OutputFile[] =>
  Object.entries(texts).map(([path, content]) => ({ path, content }));

/** Plans and writes; gives what happened to each file and what was reported. */
async function write(folder: string, texts: Readonly<Record<string, string>>, force = false) {
  const { report, diagnostics } = collector();
  const plan = await planFiles({ path: folder, label: 'out' }, outputOf(texts), force);
  reportPlan(plan, report);
  await writeFiles(plan, report);
  const actions = Object.fromEntries(plan.changes.map(({ path, action }) => [path, action]));
  return { actions, findings: diagnostics.map(({ code, message }) => `${code}: ${message}`) };
}

async function check(folder: string, texts: Readonly<Record<string, string>>) {
  const { report, diagnostics } = collector();
  await checkFiles(await planFiles({ path: folder, label: 'out' }, outputOf(texts), false), report);
  return diagnostics.map(({ message }) => message);
}

/** What a folder holds beside the manifest. */
function contentOf(folder: string): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(filesOf(folder)).filter(([path]) => path !== '.docwright.json'));
}

describe('writing an output folder', () => {
  it('writes files and folders, and a manifest of them', async () => {
    const folder = join(folderWith(), 'new');
    const { actions, findings } = await write(folder, { 'b/c.ts': 'C', 'a.ts': 'A' });
    expect({ actions, findings }).toEqual({
      actions: { 'a.ts': 'create', 'b/c.ts': 'create' },
      findings: [],
    });
    expect(contentOf(folder)).toEqual({ 'a.ts': 'A', 'b/c.ts': 'C' });
    expect(JSON.parse(readFileSync(join(folder, '.docwright.json'), 'utf8'))).toEqual({
      version: 1,
      files: {
        'a.ts': '559aead08264d5795d3909718cdd05abd49572e84fe55590eef31a88a08fdffd',
        'b/c.ts': '6b23c0d5f35d1b11f9b683f0b0a617355deb11277d91ae091d399c655b87940d',
      },
    });
  });

  it('touches no file that stays as it is', async () => {
    const folder = folderWith();
    await write(folder, { 'a.ts': 'A', 'b.ts': 'B' });
    const inodes = () => ['a.ts', 'b.ts', '.docwright.json'].map((path) => statSync(join(folder, path)).ino);
    const before = inodes();
    expect((await write(folder, { 'a.ts': 'A', 'b.ts': 'B' })).actions).toEqual({
      'a.ts': 'unchanged',
      'b.ts': 'unchanged',
    });
    expect(inodes()).toEqual(before);
    expect((await write(folder, { 'a.ts': 'A', 'b.ts': 'new' })).actions).toEqual({
      'a.ts': 'unchanged',
      'b.ts': 'update',
    });
    expect(statSync(join(folder, 'a.ts')).ino).toBe(before[0]);
  });

  it('counts other line ends as no change', async () => {
    const folder = folderWith();
    await write(folder, { 'a.ts': 'one\ntwo\n' });
    writeFileSync(join(folder, 'a.ts'), 'one\r\ntwo\r\n');
    expect((await write(folder, { 'a.ts': 'one\ntwo\n' })).actions).toEqual({ 'a.ts': 'unchanged' });
  });

  it('removes stale files and the folders that they leave empty, and nothing else', async () => {
    const folder = folderWith({ 'deep/mine.txt': 'mine' });
    await write(folder, { 'a.ts': 'A', 'old/older/b.ts': 'B', 'deep/c.ts': 'C' });
    expect((await write(folder, { 'a.ts': 'A' })).actions).toEqual({
      'a.ts': 'unchanged',
      'deep/c.ts': 'delete',
      'old/older/b.ts': 'delete',
    });
    expect(contentOf(folder)).toEqual({ 'a.ts': 'A', 'deep/mine.txt': 'mine' });
    expect(existsSync(join(folder, 'old'))).toBe(false);
  });

  it('keeps a stale file that was edited until it is forced or restored', async () => {
    const folder = folderWith();
    await write(folder, { 'a.ts': 'A', 'b.ts': 'B' });
    appendFileSync(join(folder, 'b.ts'), 'mine');
    const kept = await write(folder, { 'a.ts': 'A' });
    expect(kept.actions).toEqual({ 'a.ts': 'unchanged', 'b.ts': 'keep' });
    expect(kept.findings).toEqual([
      'output-kept: "out/b.ts" is no longer generated, but somebody edited it; it is not deleted.',
    ]);
    expect((await write(folder, { 'a.ts': 'A' })).actions['b.ts']).toBe('keep');
    expect((await write(folder, { 'a.ts': 'A' }, true)).actions['b.ts']).toBe('delete');
  });

  it('replaces an edited file that is still generated, and says so', async () => {
    const folder = folderWith();
    await write(folder, { 'a.ts': 'A' });
    writeFileSync(join(folder, 'a.ts'), 'mine');
    const { actions, findings } = await write(folder, { 'a.ts': 'A' });
    expect(actions).toEqual({ 'a.ts': 'update' });
    expect(findings).toEqual([
      'output-edited: "out/a.ts" was edited after docwright wrote it; the edit gives way to what is generated.',
    ]);
  });

  it('leaves a file alone that is not in the manifest, unless it is the same or it is forced', async () => {
    const folder = folderWith({ 'a.ts': 'mine', 'b.ts': 'B' });
    const { actions, findings } = await write(folder, { 'a.ts': 'A', 'b.ts': 'B' });
    expect(actions).toEqual({ 'a.ts': 'refuse', 'b.ts': 'unchanged' });
    expect(findings).toMatchObject([expect.stringContaining('output-foreign: "out/a.ts" exists')]);
    expect(contentOf(folder)).toEqual({ 'a.ts': 'mine', 'b.ts': 'B' });
    await write(folder, { 'a.ts': 'A', 'b.ts': 'B' }, true);
    expect(contentOf(folder)).toEqual({ 'a.ts': 'A', 'b.ts': 'B' });
  });

  it('knows the files of a run that was killed as its own', async () => {
    const folder = folderWith();
    await write(folder, { 'a.ts': 'A', 'b.ts': 'B' });
    const manifest: object = JSON.parse(readFileSync(join(folder, '.docwright.json'), 'utf8'));
    const pending = { 'a.ts': 'c8361f9b468e68c86da024270e0949ce139cb704b8d7cce586681b99f3a7ea56' };
    writeFileSync(join(folder, '.docwright.json'), JSON.stringify({ ...manifest, pending }));
    writeFileSync(join(folder, 'a.ts'), 'A2');
    expect(await write(folder, { 'a.ts': 'A3', 'b.ts': 'B' })).toEqual({
      actions: { 'a.ts': 'update', 'b.ts': 'unchanged' },
      findings: [],
    });
    expect(JSON.parse(readFileSync(join(folder, '.docwright.json'), 'utf8'))).not.toHaveProperty('pending');
  });

  it('leaves no trace of a write that fails, and says why', async () => {
    const folder = folderWith();
    await write(folder, { 'a.ts': 'A' });
    writeFileSync(join(folder, 'b'), 'a file where a folder should be');
    const { findings } = await write(folder, { 'a.ts': 'A', 'b/c.ts': 'C' });
    expect(findings).toMatchObject([expect.stringMatching(/^output-failed: Cannot write "out": /u)]);
    expect(contentOf(folder)).toEqual({ 'a.ts': 'A', b: 'a file where a folder should be' });
  });

  it.skipIf(process.getuid?.() === 0)('reports a read-only folder (left out for the superuser)', async () => {
    const folder = folderWith({ 'a.ts': 'A' });
    chmodSync(folder, 0o555);
    onTestFinished(() => chmodSync(folder, 0o755));
    expect((await write(folder, { 'a.ts': 'A', 'b.ts': 'B' })).findings).toMatchObject([
      expect.stringMatching(/^output-failed: /u),
    ]);
  });
});

describe('staying in the output folder', () => {
  it.each([
    ['../a.ts'],
    ['b/../../a.ts'],
    ['/etc/a.ts'],
    ['C:/a.ts'],
    ['..\\a.ts'],
    ['a\0.ts'],
    ['./a.ts'],
    ['b//a.ts'],
    ['.'],
    [''],
    ['.docwright.json'],
  ])('refuses %j', async (path) => {
    const root = folderWith({ 'out/x.txt': '' });
    const { actions, findings } = await write(join(root, 'out'), { [path]: 'evil' });
    expect(actions).toEqual({ [path]: 'refuse' });
    expect(findings).toMatchObject([expect.stringMatching(/^output-outside: /u)]);
    expect(Object.values(filesOf(root))).not.toContain('evil');
  });

  it('refuses to go through a symbolic link to elsewhere', async () => {
    const root = folderWith({ 'out/x.txt': '', 'elsewhere/a.ts': 'mine', 'elsewhere/b.ts': 'mine' });
    const out = join(root, 'out');
    symlinkSync('../elsewhere', join(out, 'folder'));
    symlinkSync('../elsewhere/b.ts', join(out, 'b.ts'));
    symlinkSync('../elsewhere/not-there.ts', join(out, 'c.ts'));
    const { actions } = await write(
      out,
      { 'folder/a.ts': 'evil', 'folder/new/a.ts': 'evil', 'b.ts': 'evil', 'c.ts': 'evil' },
      true,
    );
    expect(actions).toEqual({
      'folder/a.ts': 'refuse',
      'folder/new/a.ts': 'refuse',
      'b.ts': 'refuse',
      'c.ts': 'refuse',
    });
    expect(filesOf(join(root, 'elsewhere'))).toEqual({ 'a.ts': 'mine', 'b.ts': 'mine' });
  });

  it('writes where the output folder itself is a link', async () => {
    const root = folderWith({ 'real/x.txt': '' });
    symlinkSync('real', join(root, 'out'));
    expect((await write(join(root, 'out'), { 'a.ts': 'A' })).actions).toEqual({ 'a.ts': 'create' });
    expect(readFileSync(join(root, 'real/a.ts'), 'utf8')).toBe('A');
  });

  it('deletes nothing outside, whatever the manifest says', async () => {
    const root = folderWith({ 'out/.docwright.json': '', 'mine.txt': 'A' });
    const files = { '../mine.txt': '559aead08264d5795d3909718cdd05abd49572e84fe55590eef31a88a08fdffd' };
    writeFileSync(join(root, 'out/.docwright.json'), JSON.stringify({ version: 1, files }));
    await write(join(root, 'out'), { 'a.ts': 'A' }, true);
    expect(readFileSync(join(root, 'mine.txt'), 'utf8')).toBe('A');
  });

  it.each([['not json'], ['[]'], ['{"files": 3}'], ['{"files": {"a.ts": 3}}']])(
    'takes a broken manifest (%s) for none',
    async (text) => {
      const folder = folderWith({ '.docwright.json': text });
      expect((await write(folder, { 'a.ts': 'A' })).actions).toEqual({ 'a.ts': 'create' });
    },
  );
});

describe('checking an output folder', () => {
  it('finds nothing after writing', async () => {
    const folder = folderWith();
    await write(folder, { 'a.ts': 'A', 'b/c.ts': 'C' });
    expect(await check(folder, { 'a.ts': 'A', 'b/c.ts': 'C' })).toEqual([]);
  });

  it('finds changed, missing, stale and strange files, and touches nothing', async () => {
    const folder = folderWith();
    await write(folder, { 'changed.ts': 'A', 'edited.ts': 'A', 'missing.ts': 'A', 'stale.ts': 'A' });
    writeFileSync(join(folder, 'edited.ts'), 'mine');
    rmSync(join(folder, 'missing.ts'));
    writeFileSync(join(folder, 'strange.ts'), 'mine');
    mkdirSync(join(folder, 'node_modules'));
    writeFileSync(join(folder, 'node_modules/x.js'), '');
    const before = filesOf(folder);
    expect(await check(folder, { 'changed.ts': 'B', 'edited.ts': 'A', 'missing.ts': 'A' })).toEqual([
      'The generated file "out/changed.ts" is changed.',
      'The generated file "out/edited.ts" is changed.',
      'The generated file "out/missing.ts" is missing.',
      'The generated file "out/stale.ts" is extra.',
      'The generated file "out/strange.ts" is extra.',
    ]);
    expect(filesOf(folder)).toEqual(before);
  });

  it('does not count what version control ignores', async () => {
    const folder = folderWith({ '.gitignore': 'dist/\n', 'dist/a.js': '' });
    await write(folder, { 'a.ts': 'A' });
    expect(await check(folder, { 'a.ts': 'A' })).toEqual([]);
  });

  it('finds everything missing where there is no folder, and makes none', async () => {
    const folder = join(folderWith(), 'none');
    expect(await check(folder, { 'a.ts': 'A' })).toEqual(['The generated file "out/a.ts" is missing.']);
    expect(existsSync(folder)).toBe(false);
  });
});
