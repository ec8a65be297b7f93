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
import { openCache } from '../../src/cache/cache.js';
import { cacheFolderOf, openCacheFolder } from '../../src/files/cache.js';
import { folderWith } from '../support/folder.js';

const name = (digit: string): string => `package-${digit.repeat(64)}`;

describe('a cache folder', () => {
  it('gives back what was written, and nothing for what never was', async () => {
    const folder = openCacheFolder(join(folderWith(), 'deep', 'cache'));
    await folder.write(name('a'), 'täxt\n');
    expect(folder.read(name('a'))?.toString()).toBe('täxt\n');
    expect(folder.read(name('b'))).toBeUndefined();
  });

  it('takes an entry for missing where a byte is another, or the end is missing', async () => {
    const path = folderWith();
    const folder = openCacheFolder(path);
    await folder.write(name('a'), 'some text');
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
    await Promise.all(texts.map((text) => openCacheFolder(path).write(name('a'), text)));
    expect(texts).toContain(openCacheFolder(path).read(name('a'))?.toString());
    expect(readdirSync(path)).toEqual([name('a')]);
  });

  it('is no fault where nothing can be written', async () => {
    const path = folderWith({ taken: 'a file' });
    const folder = openCacheFolder(join(path, 'taken'));
    await folder.write(name('a'), 'text');
    expect(folder.read(name('a'))).toBeUndefined();
    await folder.prune();
  });

  it('drops what was not used for longest, never what this run has used, and touches nothing of others', async () => {
    const path = folderWith({ 'README.md': 'mine' });
    const before = openCacheFolder(path);
    for (const digit of ['a', 'b', 'c']) await before.write(name(digit), digit.repeat(1000));
    for (const [digit, day] of [
      ['a', 1],
      ['b', 2],
      ['c', 3],
    ] as const)
      utimesSync(join(path, name(digit)), new Date(2026, 0, day), new Date(2026, 0, day));
    const now = openCacheFolder(path, { bytes: 3500, days: 1_000_000 });
    now.read(name('a'));
    await now.write(name('d'), 'd'.repeat(1000));
    await now.prune();
    expect(readdirSync(path).sort()).toEqual(['README.md', name('a'), name('c'), name('d')]);
  });

  it('drops what nobody has used for a month', async () => {
    const path = folderWith();
    const folder = openCacheFolder(path);
    await folder.write(name('a'), 'old');
    utimesSync(join(path, name('a')), new Date(2020, 0, 1), new Date(2020, 0, 1));
    const now = openCacheFolder(path);
    await now.write(name('b'), 'new');
    await now.prune();
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

describe('a cache', () => {
  it('keeps values, and texts as they are', async () => {
    const cache = openCache(openCacheFolder(folderWith()));
    const key = cache.key('kind', { some: 'options' });
    cache.put(key, { one: [1, 'ü\n"'] }, () => ['first\n', '', Buffer.from('ünd 😀')]);
    await cache.close();
    const kept = cache.get(key);
    expect(kept?.value).toEqual({ one: [1, 'ü\n"'] });
    expect(kept?.texts.map(String)).toEqual(['first\n', '', 'ünd 😀']);
  });

  it('keeps texts of any length one behind the other, to be peeked at', async () => {
    const path = folderWith();
    const cache = openCache(openCacheFolder(path));
    const texts = [3, 300_000, 0, 5, 200_000, 100_000, 7].map((length, at) => String(at).repeat(length));
    const key = cache.key('kind');
    cache.store(key, texts);
    await cache.close();
    expect(cache.peek(key)?.toString()).toBe(texts.join(''));
    expect(readdirSync(path).filter((entry) => entry.startsWith('kind'))).toEqual([key]);
  });

  it('names different parts differently, and the same alike', () => {
    const cache = openCache(openCacheFolder(folderWith()));
    expect(cache.key('kind', 'a', 'b')).toBe(cache.key('kind', 'a', 'b'));
    const keys = [cache.key('kind', 'ab'), cache.key('kind', 'a', 'b'), cache.key('sort', 'a', 'b')];
    expect(new Set(keys).size).toBe(3);
  });
});
