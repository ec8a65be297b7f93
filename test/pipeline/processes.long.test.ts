import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
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
