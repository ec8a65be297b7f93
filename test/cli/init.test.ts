import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderWith } from '../support/folder.js';
import { runHere } from './docwright.js';

const configOf = (folder: string): unknown =>
  JSON.parse(readFileSync(join(folder, 'docwright.config.json'), 'utf8'));

describe('docwright init', () => {
  it('writes a configuration that works, for each service that it finds', async () => {
    const folder = folderWith();
    cpSync('docs-input/finspace-data', join(folder, 'docs/finspace'), { recursive: true });
    cpSync('docs-input/workmail', join(folder, 'docs/mail'), { recursive: true });
    const { code, stderr } = await runHere(folder, ['init', 'docs']);
    expect(code).toBe(0);
    expect(stderr).toContain('Wrote docwright.config.json');
    expect(configOf(folder)).toMatchObject({
      services: { 'finspace-data': { pages: 'docs/finspace' }, workmail: { pages: 'docs/mail' } },
    });
    const { code: next, stdout } = await runHere(folder, ['inspect']);
    expect(next).toBe(0);
    expect(stdout).toMatch(/^finspace-data .*\n(?:.*\n)*workmail /mu);
  });

  it('names the pages one by one where two services share a folder', async () => {
    const folder = folderWith();
    for (const page of ['finspace-data/API_EnableUser.md', 'workmail/API_DeleteGroup.md']) {
      cpSync(join('docs-input', page), join(folder, page.replace(/^.*\//u, '')));
    }
    await runHere(folder, ['init']);
    expect(configOf(folder)).toMatchObject({
      services: {
        'finspace-data': { pages: ['API_EnableUser.md'] },
        workmail: { pages: ['API_DeleteGroup.md'] },
      },
    });
  });

  it('leaves a configuration alone that is there already', async () => {
    const folder = folderWith({ 'docwright.config.mjs': 'export default {};\n' });
    const { code, stderr } = await runHere(folder, ['init']);
    expect(code).toBe(2);
    expect(stderr).toContain('Found docwright.config.mjs; it is not overwritten.');
  });

  it('writes nothing where there are no pages', async () => {
    const folder = folderWith();
    expect((await runHere(folder, ['init'])).code).toBe(3);
    expect(() => configOf(folder)).toThrow();
  });
});
