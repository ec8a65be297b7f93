import { spawn } from 'node:child_process';
import { appendFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { sampleConfig, sampleProject } from './docwright.js';

/** A run of `generate --watch`: what it says on stderr, awaited piece by piece. */
function startWatch(folder: string) {
  const child = spawn(process.execPath, [resolve('bundle/cli.js'), 'generate', '--watch'], {
    cwd: folder,
    env: { ...process.env, NO_COLOR: '1' },
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  let text = '';
  let heard = () => {};
  child.stderr.on('data', (data) => {
    text += String(data);
    heard();
  });
  const ended = new Promise<number | null>((done) => child.on('close', done));
  /** Waits until stderr holds the text, and forgets everything up to its end. */
  const says = async (expected: string): Promise<void> => {
    while (!text.includes(expected)) await new Promise<void>((done) => (heard = done));
    text = text.slice(text.indexOf(expected) + expected.length);
  };
  return { says, stop: () => child.kill('SIGTERM'), ended };
}

describe.skipIf(process.platform === 'win32')(
  'docwright generate --watch (not on Windows, which has no signals)',
  () => {
    it('generates again after changes, survives faults, and ends cleanly on a signal', async () => {
      const folder = sampleProject();
      const config = join(folder, 'docwright.config.json');
      const types = join(folder, 'generated/mail/types.ts');
      const { says, stop, ended } = startWatch(folder);
      await says('files created in');
      rmSync(join(folder, 'pages/API_DeleteGroup.md'));
      await says('1 operation,');
      expect(readFileSync(types, 'utf8')).not.toContain('DeleteGroup');
      writeFileSync(config, '{');
      await says('error config-unreadable');
      writeFileSync(config, sampleConfig({}, ['model']));
      await says('1 file created, ');
      appendFileSync(join(folder, 'pages/API_CreateGroup.md'), '\n');
      await says('1 service,');
      stop();
      expect(await ended).toBe(0);
    });

    it('generates again when a template changes', async () => {
      const folder = sampleProject(
        JSON.stringify({ emitters: ['types'], templates: 'mine', services: { mail: { pages: 'pages' } } }),
      );
      const template = join(folder, 'mine/types.hbs');
      mkdirSync(join(folder, 'mine'));
      writeFileSync(template, 'export const one = 1;\n');
      const { says, stop, ended } = startWatch(folder);
      await says('file created in');
      writeFileSync(template, '{{nothing}}');
      await says('mine/types.hbs:1:3');
      writeFileSync(template, 'export const two = 2;\n');
      await says('1 file updated');
      expect(readFileSync(join(folder, 'generated/mail/types.ts'), 'utf8')).toBe('export const two = 2;\n');
      stop();
      expect(await ended).toBe(0);
    });
  },
);
