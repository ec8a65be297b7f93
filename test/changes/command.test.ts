import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { runHere, sampleProject } from '../cli/docwright.js';

/** A project with its pages as they were and as they are, one of them changed. */
function changed(from: string, to: string): string {
  const folder = sampleProject();
  cpSync(join(folder, 'pages'), join(folder, 'old'), { recursive: true });
  const page = join(folder, 'pages/API_CreateGroup.md');
  writeFileSync(page, readFileSync(page, 'utf8').replace(from, to));
  return folder;
}

const tightened = () => changed('Maximum length of 256', 'Maximum length of 200');

describe('docwright diff', () => {
  it('prints the changes and is content where nothing limits them', async () => {
    const { code, stdout, stderr } = await runHere(tightened(), ['diff', 'old', 'pages']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('old -> pages: major\nwire major, types none, server minor');
  });

  it.each([
    ['major', 1],
    ['minor', 1],
  ])('fails on %s', async (limit, expected) => {
    const { code, stderr } = await runHere(tightened(), ['diff', 'old', 'pages', '--fail-on', limit]);
    expect(code).toBe(expected);
    expect(stderr).toContain(`The verdict is major (1 change is ${limit} or more)`);
  });

  it('does not fail on what is less', async () => {
    const folder = changed('Maximum length of 256', 'Maximum length of 300');
    expect((await runHere(folder, ['diff', 'old', 'pages', '--fail-on', 'major'])).code).toBe(0);
    expect((await runHere(folder, ['diff', 'old', 'pages', '--fail-on', 'minor'])).code).toBe(1);
  });

  it('cannot judge pages that it cannot read', async () => {
    const folder = tightened();
    rmSync(join(folder, 'old'), { recursive: true });
    expect(await runHere(folder, ['diff', 'old', 'pages'])).toMatchObject({ code: 3, stdout: '' });
    expect((await runHere(folder, ['diff', 'pages', 'HEAD:pages'])).code).toBe(3);
  });

  it('annotates for GitHub, beside the new line', async () => {
    const { stdout } = await runHere(tightened(), ['diff', 'old', 'pages', '--reporter', 'github']);
    expect(stdout).toMatch(/^::warning file=pages\/API_CreateGroup\.md,line=\d+,/u);
    expect(stdout).toContain('(old/API_CreateGroup.md:');
  });

  it('prints JSON that its schema describes', async () => {
    const schema: unknown = JSON.parse(readFileSync('schemas/diff.schema.json', 'utf8'));
    const validate = new Ajv2020({ allowUnionTypes: true }).compile(Object(schema));
    for (const folder of [tightened(), changed('"Name": "string"', '"Name": number')]) {
      const { stdout } = await runHere(folder, ['diff', 'old', 'pages', '--format', 'json']);
      const document: unknown = JSON.parse(stdout);
      expect([validate(document), validate.errors]).toEqual([true, null]);
    }
  });

  it('prints a file for changesets', async () => {
    const { stdout } = await runHere(tightened(), ['diff', 'old', 'pages', '--changeset']);
    expect(stdout).toContain(': major\n---\n');
  });
});
