import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { folderWith } from '../support/folder.js';
import { runHere, sampleProject } from './docwright.js';

const schema: object = JSON.parse(readFileSync('schemas/model.schema.json', 'utf8'));
const validate = new Ajv2020({ allowUnionTypes: true }).compile(schema);
const lambda = '../shared/corpus/awsdocs/lambda';

describe('docwright inspect', () => {
  it('shows the configured services as an overview', async () => {
    const { code, stdout } = await runHere(sampleProject(), ['inspect']);
    expect(code).toBe(0);
    expect(stdout.split('\n')).toEqual(
      expect.arrayContaining([
        'mail  Amazon WorkMail  2017-10-01  awsJson1_1',
        'Operations',
        '  CreateGroup',
        '  DeleteGroup',
      ]),
    );
    expect(stdout).toMatch(/^ {8}Name +string length 1\.\.256 .*, required$/mu);
    expect(stdout).toMatch(/^ {4}throws {2}[^ ].*\n(?: {12}.*\n)* {12}.*OrganizationNotFoundException/mu);
  });

  it('shows one operation, with what it needs', async () => {
    const { stdout } = await runHere(resolve('.'), [
      'inspect',
      'docs-input/finspace-data',
      '--operation',
      'GetUser',
    ]);
    expect(stdout).toContain('  GetUser  GET /user/{userId} -> 200');
    expect(stdout).not.toContain('CreateUser');
    expect(stdout).not.toContain('PermissionGroup  structure');
  });

  it('shows one shape, with what it holds', async () => {
    const { stdout } = await runHere(resolve('.'), [
      'inspect',
      'docs-input/finspace-data',
      '--shape',
      'PermissionGroup',
    ]);
    expect(stdout).toContain('  PermissionGroup  structure');
    expect(stdout).not.toContain('Operations');
  });

  it.each([
    ['the samples', ['docs-input/finspace-data', 'docs-input/workmail']],
    ['a single page', ['docs-input/finspace-data/API_CreateUser.md']],
    ['a pattern', ['docs-input/workmail/*User*.md']],
  ])('prints a model of %s that keeps to the published schema', async (_, pages) => {
    const { code, stdout } = await runHere(resolve('.'), ['inspect', ...pages, '--format', 'ir']);
    expect(code).toBe(0);
    expect(validate(JSON.parse(stdout)), JSON.stringify(validate.errors, null, 2)).toBe(true);
  });

  it.skipIf(!existsSync(lambda))(
    'prints a model of a whole real service that keeps to the schema (where its pages are at hand)',
    async () => {
      const { stdout } = await runHere(resolve('.'), ['inspect', lambda, '--format', 'ir']);
      expect(validate(JSON.parse(stdout)), JSON.stringify(validate.errors?.slice(0, 3), null, 2)).toBe(true);
    },
  );

  it('prints a Smithy model', async () => {
    const { stdout } = await runHere(resolve('.'), ['inspect', 'docs-input/workmail', '--format', 'smithy']);
    expect(JSON.parse(stdout)).toMatchObject({ smithy: '2.0' });
  });

  it('keeps data and findings apart', async () => {
    const folder = sampleProject();
    const { code, stdout, stderr } = await runHere(folder, [
      'inspect',
      '--format',
      'ir',
      '--reporter',
      'json',
    ]);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toHaveProperty('services');
    expect(JSON.parse(stderr)).toHaveProperty('diagnostics');
  });

  it('prints an OpenAPI document of one service, and asks which where there are two', async () => {
    const one = await runHere(resolve('.'), ['inspect', 'docs-input/workmail', '--format', 'openapi']);
    expect(one.code).toBe(0);
    expect(JSON.parse(one.stdout)).toMatchObject({ openapi: '3.1.1', info: { version: '2017-10-01' } });
    const two = await runHere(resolve('.'), ['inspect', 'docs-input', '--format', 'openapi']);
    expect(two).toMatchObject({ code: 2, stdout: '' });
    expect(two.stderr).toContain('An OpenAPI document describes one service');
  });

  it('leaves out a page that it does not know, and goes on', async () => {
    const folder = sampleProject();
    const { code, stdout, stderr } = await runHere(folder, ['inspect', 'pages', resolve('LICENSE')]);
    expect(code).toBe(0);
    expect(stdout).toContain('CreateGroup');
    expect(stderr).toContain('LICENSE:1:1 warning page-not-recognised');
  });

  it('makes harmless what a page would do to the terminal', async () => {
    const folder = folderWith({ 'evil.md': '\u{1b}]0;title\u{7}# Hello\n' });
    const { stderr } = await runHere(folder, ['inspect', 'evil.md']);
    expect(stderr).toContain('\\u{1b}]0;title\\u{7}# Hello');
    expect(stderr).not.toContain('\u{1b}');
  });
});
