import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { cleanOutputs, docwright, expectClean, mailProject, publish, runHere } from './mail.js';

describe.skipIf(process.platform === 'win32')('a watch (not on Windows, which has no signals)', () => {
  it('and a run beside it come to what one would, and then are quiet', async () => {
    const clean = await cleanOutputs();
    const folder = mailProject('spring');
    const watch = spawn(process.execPath, [resolve('bundle/cli.js'), 'generate', '--watch'], { cwd: folder });
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
