import { chmodSync, symlinkSync } from 'node:fs';
import { join, posix } from 'node:path';
import { userInfo } from 'node:os';
import { globby } from 'globby';
import { describe, expect, it } from 'vitest';
import { collector } from '../../src/diagnostics/report.js';
import { readPages } from '../../src/files/pages.js';
import { folderWith } from '../support/folder.js';

/** The pages read, and the codes and places of what was reported. */
async function read(folder: string, patterns: readonly string[]) {
  const { report, diagnostics } = collector();
  const pages = await readPages(patterns, folder, report);
  const findings = diagnostics.map(({ code, message, source }) => ({ code, message, source }));
  return { pages, paths: pages.map(({ path }) => path), findings };
}

describe('readPages', () => {
  it('takes the pages of a folder and of the folders in it, sorted by code units', async () => {
    const folder = folderWith({
      'docs/b.md': 'b',
      'docs/B.txt': 'B',
      'docs/ä.markdown': 'ä',
      'docs/deep/a.mdx': 'a',
      'docs/logo.svg': '<svg/>',
      'docs/node_modules/x/readme.md': 'no',
    });
    const { paths, findings } = await read(folder, ['docs']);
    expect(paths).toEqual(['docs/B.txt', 'docs/b.md', 'docs/deep/a.mdx', 'docs/ä.markdown']);
    expect(findings).toEqual([]);
  });

  it.each([['.'], ['./'], ['docs/..']])('gives paths as plain as can be for %s', async (pattern) => {
    expect((await read(folderWith({ 'a.md': '', 'docs/b.md': '' }), [pattern])).paths).toEqual([
      'a.md',
      'docs/b.md',
    ]);
  });

  it('takes files of any ending where they are named', async () => {
    const folder = folderWith({ 'API.page': 'x', 'other.page': 'y' });
    expect((await read(folder, ['API.page'])).pages).toEqual([{ path: 'API.page', text: 'x' }]);
  });

  it('takes each page once, whatever the order of the patterns', async () => {
    const folder = folderWith({ 'docs/a.md': '', 'docs/b.md': '' });
    const one = await read(folder, ['docs/b.md', 'docs', './docs/*.md']);
    expect(one.paths).toEqual(['docs/a.md', 'docs/b.md']);
    expect((await read(folder, ['docs/*.md', 'docs/b.md'])).paths).toEqual(one.paths);
  });

  it('leaves out what a pattern with ! names', async () => {
    const folder = folderWith({ 'docs/a.md': '', 'docs/drafts/b.md': '' });
    expect((await read(folder, ['docs', '!docs/drafts/**'])).paths).toEqual(['docs/a.md']);
  });

  it.each([
    ['../docs', '../docs/drafts/**'],
    ['../docs', 'docs/drafts/**'],
    ['./a', './a/drafts/**'],
    ['a/', './a/drafts/**'],
    ['.//a', 'a/drafts/**'],
    ['a', '../project/a/drafts/**'],
    ['a', 'a/**'],
    ['./a/x.md', 'a/**'],
    ['a/x.md', 'a/x.md/**'],
    ['a/x.md', 'a/drafts/**'],
    ['a/.hidden.md', '.'],
    ['a/other.page', 'b/**'],
    ['a/node_modules/x/readme.md', 'b/**'],
    ['<root>/a', 'a/drafts/**'],
    ['<root>/a', '<root>/a/drafts/**'],
    ['a', '<root>/a/drafts/**'],
    ['<root>/a/x.md', 'a/**'],
    ['linked', 'a/drafts/**'],
  ])('finds for %s without %s what globby finds', async (pattern, ignored) => {
    const names = ['x.md', 'drafts/y.md', '.hidden.md', 'node_modules/x/readme.md', 'other.page'];
    const files = names.flatMap((name) => [`docs/${name}`, `project/a/${name}`]);
    const folder = folderWith(Object.fromEntries(files.map((file) => [file, ''])));
    const cwd = join(folder, 'project');
    symlinkSync('a', join(cwd, 'linked'));
    const placed = (path: string): string => path.replace('<root>', cwd.replaceAll('\\', '/'));
    const [named, ignore] = [placed(pattern), placed(ignored)];
    const isFile = /\.(?:md|page)$/u.test(pattern);
    const expected = await globby(isFile ? [named] : [`${named}/**/*.md`], {
      cwd,
      ignore: ['**/node_modules/**', ignore],
      expandDirectories: false,
    });
    const { paths } = await read(cwd, [named, `!${ignore}`]);
    expect(paths).toEqual(expected.map((path) => posix.normalize(path)).sort());
  });

  it('takes a folder by its name, though the name has the signs of a pattern', async () => {
    const folder = folderWith({ 'docs [v2] {x}/a.md': '' });
    expect((await read(folder, ['docs [v2] {x}'])).paths).toEqual(['docs [v2] {x}/a.md']);
  });

  it('reads a folder above the working folder', async () => {
    const folder = folderWith({ 'docs/a.md': 'x', 'work/x.txt': '' });
    expect((await read(join(folder, 'project'), ['../docs'])).paths).toEqual(['../docs/a.md']);
  });

  it('gives LF line ends, whatever the file has, and leaves out a byte order mark', async () => {
    const folder = folderWith({ 'a.md': '\u{feff}one\r\ntwo\rthree\n' });
    expect((await read(folder, ['a.md'])).pages).toEqual([{ path: 'a.md', text: 'one\ntwo\nthree\n' }]);
  });

  it('reports bytes that are no UTF-8 where they stand, and goes on', async () => {
    const folder = folderWith({ 'a.md': Buffer.from([0x6f, 0x0d, 0x0a, 0xc3, 0xa4, 0xff]), 'b.md': 'b' });
    const { paths, findings } = await read(folder, ['.']);
    expect(paths).toEqual(['b.md']);
    expect(findings).toMatchObject([
      { code: 'input-not-utf8', source: { file: 'a.md', line: 2, column: 2 } },
    ]);
  });

  it('reports paths to nothing and patterns without a match, and goes on', async () => {
    const folder = folderWith({ 'docs/a.md': '', 'empty/x.svg': '' });
    const { paths, findings } = await read(folder, ['nowhere', 'empty', 'x/*.md', 'docs']);
    expect(paths).toEqual(['docs/a.md']);
    expect(findings.map(({ code }) => code)).toEqual(['input-missing', 'input-no-pages', 'input-no-pages']);
    expect(findings[0]?.message).toBe('Found no file or folder "nowhere".');
  });

  it.skipIf(userInfo().uid <= 0)(
    'reports a page that may not be read (left out for the superuser)',
    async () => {
      const folder = folderWith({ 'a.md': 'a', 'b.md': 'b' });
      chmodSync(join(folder, 'a.md'), 0);
      const { paths, findings } = await read(folder, ['.']);
      expect(paths).toEqual(['b.md']);
      expect(findings).toMatchObject([{ code: 'input-unreadable' }]);
    },
  );
});
