import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { sampleConfig } from '../cli/docwright.js';
import { filesOf } from '../support/folder.js';
import {
  cleanOutputs,
  docwright,
  expectClean,
  handlersIn,
  mailProject,
  outputIn,
  publish,
  runHere,
} from './mail.js';

describe('several processes with the same output folder', () => {
  it('come to what one would, also where the pages change meanwhile', async () => {
    const clean = await cleanOutputs();
    const folder = mailProject('spring');
    const first = [docwright(folder, ['generate']), docwright(folder, ['generate', '--fix'])];
    expect((await Promise.all(first)).map(({ code }) => code)).toEqual([0, 0]);
    await expectClean(folder, clean.spring);
    const early = docwright(folder, ['generate']);
    publish(folder, 'autumn');
    const late = docwright(folder, ['generate', '--fix']);
    const check = docwright(folder, ['generate', '--check']);
    expect((await early).code).toBe(0);
    expect((await late).code).toBe(0);
    expect([0, 1]).toContain((await check).code);
    await expectClean(folder, clean.autumn);
    expect(Object.keys(filesOf(handlersIn(folder)))).toEqual([
      'createGroup.ts',
      'deleteGroup.ts',
      'updateGroup.ts',
    ]);
  });

  it('write a section of the changelog once', async () => {
    const folder = mailProject('spring', sampleConfig({}, ['model']));
    await runHere(folder, ['generate']);
    publish(folder, 'autumn');
    const runs = [1, 2].map(() => docwright(folder, ['generate', '--changelog']));
    expect((await Promise.all(runs)).map(({ code }) => code)).toEqual([0, 0]);
    const changelog = readFileSync(join(outputIn(folder), 'CHANGELOG.md'), 'utf8');
    expect(changelog.match(/^## /gmu)).toHaveLength(1);
    expect(changelog).toContain('UpdateGroup');
  });
});

describe.skipIf(process.platform === 'win32')('a watch (not on Windows, which has no signals)', () => {
  it('and a run beside it come to what one would, and then are quiet', async () => {
    const clean = await cleanOutputs();
    const folder = mailProject('spring');
    const watch = spawn(process.execPath, [resolve('dist/cli.js'), 'generate', '--watch'], { cwd: folder });
    onTestFinished(() => void watch.kill('SIGKILL'));
    let said = '';
    let heard = () => {};
    watch.stderr.on('data', (data) => {
      said += String(data);
      heard();
    });
    const says = async (text: RegExp): Promise<void> => {
      while (!text.test(said)) await new Promise<void>((done) => (heard = done));
    };
    await says(/1 service, 2 operations/u);
    publish(folder, 'autumn');
    expect((await docwright(folder, ['generate'])).code).toBe(0);
    await says(/1 service, 2 operations[^]*1 service, 2 operations/u);
    watch.kill('SIGTERM');
    expect(await new Promise((done) => watch.on('close', done))).toBe(0);
    await runHere(folder, ['generate']);
    await expectClean(folder, clean.autumn);
  });
});
