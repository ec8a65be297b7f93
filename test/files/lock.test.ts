import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { collector } from '../../src/diagnostics/report.js';
import { lockFolder, whenFree, whileAlone } from '../../src/files/output-lock.js';
import { lockName } from '../../src/files/staging.js';
import { newOwner } from '../../src/files/owner.js';
import { deadProcess } from '../support/faults.js';
import { filesOf, folderWith } from '../support/folder.js';

/** Short, so that what never ends in a test ends soon. */
const waits = { look: 5, beat: 20, silence: 300, unsigned: 50, patience: 2000 };

const lockOf = (owner: string): string => folderWith({ [lockName]: owner });
const deadOwner = newOwner().replace(/^\d+/u, deadProcess);
const elsewhere = newOwner().replace(/-[0-9a-f]{8}-/u, '-00000000-');

describe('the lock of a folder', () => {
  it('is a file that goes when it is released', async () => {
    const folder = folderWith();
    const { state, release } = await lockFolder(folder, waits);
    expect(state).toBe('held');
    expect(readdirSync(folder)).toEqual([lockName]);
    await release();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('makes the folder, and removes it again where nothing was written', async () => {
    const root = folderWith();
    const { release } = await lockFolder(join(root, 'a/b'), waits);
    expect(existsSync(join(root, 'a/b', lockName))).toBe(true);
    await release();
    expect(readdirSync(root)).toEqual([]);
    const other = await lockFolder(join(root, 'a/b'), waits);
    writeFileSync(join(root, 'a/x'), '');
    await other.release();
    expect(filesOf(root)).toEqual({ 'a/x': '' });
  });

  it('keeps a second run waiting until it is released', async () => {
    const folder = folderWith();
    const first = await lockFolder(folder, waits);
    const order: string[] = [];
    const second = lockFolder(folder, waits).then((lock) => {
      order.push('second');
      return lock;
    });
    const reader = whenFree(folder, waits).then(() => order.push('reader'));
    await new Promise((done) => setTimeout(done, 100));
    order.push('released');
    await first.release();
    await (await second).release();
    await reader;
    expect(order[0]).toBe('released');
    expect(order.sort()).toEqual(['reader', 'released', 'second']);
  });

  it('is busy where its owner lives and does not end', async () => {
    const folder = folderWith();
    const first = await lockFolder(folder, waits);
    expect((await lockFolder(folder, { ...waits, patience: 600 })).state).toBe('busy');
    await first.release();
  });

  it.each([
    ['whose process is gone', deadOwner],
    ['on another machine that gives no sign of life', elsewhere],
    ['that was killed before it signed', ''],
    ['that was killed while it signed', deadOwner.slice(0, 9)],
  ])('is taken over from an owner %s', async (_, owner) => {
    const folder = lockOf(owner);
    const { state, release } = await lockFolder(folder, waits);
    expect(state).toBe('held');
    await release();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('is taken over where a run was killed that was taking it over', async () => {
    const guard = `${lockName}.${createHash('sha256').update(deadOwner).digest('hex').slice(0, 16)}`;
    const folder = folderWith({ [lockName]: deadOwner, [guard]: deadOwner });
    const { state, release } = await lockFolder(folder, waits);
    expect(state).toBe('held');
    await release();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('is refused, without waiting, where no folder can be', async () => {
    const folder = folderWith({ file: '' });
    expect((await lockFolder(join(folder, 'file'), waits)).state).toBe('refused');
    expect((await lockFolder(join(folder, 'file/deeper'), waits)).state).toBe('refused');
  });

  it('is had by one at a time of many that find a dead one', async () => {
    const folder = lockOf(deadOwner);
    let holders = 0;
    const most: number[] = [];
    const work = async () => {
      const { state, release } = await lockFolder(folder, { ...waits, patience: 20_000 });
      expect(state).toBe('held');
      holders += 1;
      most.push(holders);
      await new Promise((done) => setTimeout(done, 3));
      holders -= 1;
      await release();
    };
    await Promise.all(Array.from({ length: 12 }, work));
    expect(most).toEqual(Array.from({ length: 12 }, () => 1));
    expect(readdirSync(folder)).toEqual([]);
  });
});

/** Counts up in a file, which goes wrong where two do it at once. */
const counting = `
  import { readFileSync, writeFileSync } from 'node:fs';
  import { setTimeout as sleep } from 'node:timers/promises';
  import { lockFolder } from ${JSON.stringify(pathToFileURL(resolve('dist/files/output-lock.js')))};
  for (let round = 0; round < 15; round += 1) {
    const { state, release } = await lockFolder('out');
    if (state !== 'held') throw new Error(state);
    const number = Number(readFileSync('number', 'utf8'));
    await sleep(2);
    writeFileSync('number', String(number + 1));
    await release();
  }`;

it('one process at a time works on a folder', async () => {
  const folder = folderWith({ number: '0' });
  mkdirSync(join(folder, 'out'));
  writeFileSync(join(folder, 'out', lockName), deadOwner);
  const one = () =>
    new Promise<number | null>((done) =>
      spawn(process.execPath, ['--input-type=module', '-e', counting], {
        cwd: folder,
        stdio: 'ignore',
      }).on('close', done),
    );
  expect(await Promise.all([one(), one(), one(), one()])).toEqual([0, 0, 0, 0]);
  expect(readFileSync(join(folder, 'number'), 'utf8')).toBe('60');
  expect(readdirSync(join(folder, 'out'))).toEqual([]);
});

describe('what killed runs left', () => {
  const staging = '.docwright-00000000-0000-4000-8000-000000000000';
  const left = {
    [`${staging}/0`]: 'half',
    [`${lockName}.0123456789abcdef`]: deadOwner,
    '.docwright-notes/mine.txt': 'mine',
    '.hidden': 'mine',
  };

  it('is removed by a run that writes, and by none that compares', async () => {
    const folder = folderWith(left);
    const { report, diagnostics } = collector();
    await whileAlone({ path: folder, label: 'out' }, false, report, async () => undefined);
    expect(filesOf(folder)).toEqual(left);
    await whileAlone({ path: folder, label: 'out' }, true, report, async () => undefined);
    expect(filesOf(folder)).toEqual({ '.docwright-notes/mine.txt': 'mine', '.hidden': 'mine' });
    expect(diagnostics).toEqual([]);
  });
});
