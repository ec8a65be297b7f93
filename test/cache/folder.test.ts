import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cacheFolderOf, openCacheFolder } from '../../src/files/cache-folder.js';
import { folderWith } from '../support/folder.js';

const name = (digit: string): string => `package-${digit.repeat(64)}`;

describe('a cache folder', () => {
  it('gives back what was written, and nothing for what never was', async () => {
    const folder = openCacheFolder(join(folderWith(), 'deep', 'cache'));
    folder.write(name('a'), Buffer.from('täxt\n'));
    await folder.close();
    expect(folder.read(name('a'))?.toString()).toBe('täxt\n');
    expect(folder.read(name('b'))).toBeUndefined();
  });

  it('takes an entry for missing where a byte is another, or the end is missing', async () => {
    const path = folderWith();
    const folder = openCacheFolder(path);
    folder.write(name('a'), Buffer.from('some text'));
    await folder.close();
    const whole = readFileSync(join(path, name('a')), 'utf8');
    writeFileSync(join(path, name('a')), whole.replace('some', 'same'));
    expect(folder.read(name('a'))).toBeUndefined();
    writeFileSync(join(path, name('a')), whole);
    expect(folder.read(name('a'))?.toString()).toBe('some text');
    for (const length of [whole.length - 1, 65, 64, 10, 0]) {
      truncateSync(join(path, name('a')), length);
      expect(folder.read(name('a'))).toBeUndefined();
    }
  });

  it('lets runs write at the same time, and leaves nothing half-written', async () => {
    const path = folderWith();
    const texts = Array.from({ length: 20 }, (_, index) => String(index).repeat(10_000));
    const folders = texts.map((text) => {
      const folder = openCacheFolder(path);
      folder.write(name('a'), Buffer.from(text));
      return folder;
    });
    await Promise.all(folders.map((folder) => folder.close()));
    expect(texts).toContain(openCacheFolder(path).read(name('a'))?.toString());
    expect(readdirSync(path)).toEqual([name('a')]);
  });

  it('is no fault where nothing can be written', async () => {
    const path = folderWith({ taken: 'a file' });
    const folder = openCacheFolder(join(path, 'taken'));
    folder.write(name('a'), Buffer.from('text'));
    await folder.close();
    expect(folder.read(name('a'))).toBeUndefined();
  });

  it('drops what was not used for longest, never what this run has used, and touches nothing of others', async () => {
    const path = folderWith({ 'README.md': 'mine' });
    const before = openCacheFolder(path);
    for (const digit of ['a', 'b', 'c']) before.write(name(digit), Buffer.from(digit.repeat(1000)));
    await before.close();
    for (const [digit, day] of [
      ['a', 1],
      ['b', 2],
      ['c', 3],
    ] as const)
      utimesSync(join(path, name(digit)), new Date(2026, 0, day), new Date(2026, 0, day));
    const now = openCacheFolder(path, { bytes: 3500, days: 1_000_000 });
    now.read(name('a'));
    now.write(name('d'), Buffer.from('d'.repeat(1000)));
    await now.close();
    expect(readdirSync(path).sort()).toEqual(['README.md', name('a'), name('c'), name('d')]);
  });

  it('drops what nobody has used for a month', async () => {
    const path = folderWith();
    const folder = openCacheFolder(path);
    folder.write(name('a'), Buffer.from('old'));
    await folder.close();
    utimesSync(join(path, name('a')), new Date(2020, 0, 1), new Date(2020, 0, 1));
    const now = openCacheFolder(path);
    now.write(name('b'), Buffer.from('new'));
    await now.close();
    expect(readdirSync(path)).toEqual([name('b')]);
  });
});

describe('the place of a cache', () => {
  it('is in the node_modules of the package around the project, then in the folder of the user', () => {
    const path = folderWith({ 'package.json': '{}', 'apps/site/docwright.config.json': '{}' });
    const inside = join(path, 'apps/site');
    expect(cacheFolderOf(inside, undefined)).toBeUndefined();
    expect(cacheFolderOf(inside, '/home/me/.cache')).toBe(join('/home/me/.cache', 'docwright'));
    mkdirSync(join(path, 'node_modules'));
    expect(cacheFolderOf(inside, '/home/me/.cache')).toBe(join(path, 'node_modules/.cache/docwright'));
    expect(existsSync(join(path, 'node_modules/.cache'))).toBe(false);
  });
});
