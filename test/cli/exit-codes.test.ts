import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderWith } from '../support/folder.js';
import { docwright, runHere, sampleProject } from './docwright.js';

describe('usage and configuration: exit code 2', () => {
  it('an unknown option, with the nearest one', async () => {
    const { code, stderr, stdout } = await docwright(folderWith(), ['generate', '--chek']);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain("unknown option '--chek'");
    expect(stderr).toContain('--check');
  });

  it('an unknown command', async () => {
    const { code, stderr } = await docwright(folderWith(), ['generat']);
    expect(code).toBe(2);
    expect(stderr).toContain("unknown command 'generat'");
  });

  it('a value that an option does not take', async () => {
    const { code, stderr } = await runHere(folderWith(), ['inspect', '--format', 'xml']);
    expect(code).toBe(2);
    expect(stderr).toContain('table, ir, smithy');
  });

  it('an argument too many', async () => {
    expect((await runHere(folderWith(), ['generate', 'pages'])).code).toBe(2);
  });

  it('no configuration', async () => {
    const { code, stderr } = await runHere(folderWith(), ['generate']);
    expect(code).toBe(2);
    expect(stderr).toContain('docwright.config.ts');
  });

  it('a configuration that is named and not there', async () => {
    const { code, stderr } = await runHere(folderWith(), ['generate', '--config', 'other.json']);
    expect(code).toBe(2);
    expect(stderr).toContain('"other.json" does not exist');
  });

  it('a configuration that is no JSON, with the place', async () => {
    const folder = folderWith({ 'docwright.config.json': '{\n  "services": {,}\n}\n' });
    const { code, stderr } = await runHere(folder, ['generate']);
    expect(code).toBe(2);
    expect(stderr).toContain('docwright.config.json:2:16 error config-unreadable');
  });

  it('a misspelled key of the configuration, with the place and the line', async () => {
    const folder = folderWith({ 'docwright.config.json': '{\n  "service": {}\n}\n' });
    const { code, stderr } = await runHere(folder, ['generate']);
    expect(code).toBe(2);
    expect(stderr).toContain('docwright.config.json:2:3 error config-unknown-key');
    expect(stderr).toContain(
      'Unexpected key "service" in the configuration; expected output, emitters, formatter, header, templates, strict, cache, plugins, services.',
    );
  });

  it('a service that is not configured', async () => {
    const { code, stderr } = await runHere(sampleProject(), ['generate', '--service', 'post']);
    expect(code).toBe(2);
    expect(stderr).toContain('No service "post" is configured; expected mail.');
  });

  it('an operation that no page describes', async () => {
    const { code, stderr, stdout } = await runHere(sampleProject(), ['inspect', '--operation', 'CreateGrup']);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('Found no operation "CreateGrup"; expected CreateGroup, DeleteGroup.');
  });

  it('a code that no finding has', async () => {
    const { code, stderr } = await runHere(folderWith(), ['explain', 'page-emty']);
    expect(code).toBe(2);
    expect(stderr).toContain('page-empty');
  });
});

describe('input that cannot be read: exit code 3', () => {
  it('a folder that is not there', async () => {
    const { code, stderr, stdout } = await runHere(folderWith(), ['inspect', 'pages']);
    expect({ code, stdout }).toEqual({ code: 3, stdout: '' });
    expect(stderr).toContain('Found no file or folder "pages".');
  });

  it('a folder without pages', async () => {
    const { code, stderr } = await runHere(folderWith({ 'pages/logo.svg': '<svg/>' }), ['inspect', 'pages']);
    expect(code).toBe(3);
    expect(stderr).toContain('Found no pages for "pages"');
  });

  it('a pattern that matches nothing', async () => {
    expect((await runHere(folderWith(), ['inspect', 'pages/**/*.md'])).code).toBe(3);
  });

  it('an empty file', async () => {
    const { code, stderr } = await runHere(folderWith({ 'API_Empty.md': '' }), ['inspect', 'API_Empty.md']);
    expect(code).toBe(3);
    expect(stderr).toContain('API_Empty.md:1:1 warning page-empty');
  });

  it('a page that is no reference page', async () => {
    const folder = folderWith({ 'notes.md': '# Shopping\n\nMilk and bread.\n' });
    const { code, stderr } = await runHere(folder, ['inspect', 'notes.md']);
    expect(code).toBe(3);
    expect(stderr).toContain('notes.md:1:1 warning page-not-recognised');
    expect(stderr).toContain('it begins with "# Shopping"');
  });

  it('bytes that are no UTF-8, with the place', async () => {
    const folder = folderWith({});
    writeFileSync(join(folder, 'page.md'), Buffer.from([0x61, 0x0a, 0x62, 0xff, 0xfe]));
    const { code, stderr } = await runHere(folder, ['inspect', 'page.md']);
    expect(code).toBe(3);
    expect(stderr).toContain('page.md:2:2 error input-not-utf8');
  });

  it('leaves the output alone where nothing can be read', async () => {
    const folder = folderWith({
      'docwright.config.json': '{"services": {"mail": {"pages": "pages"}}}',
      'generated/mail/mine.txt': 'kept',
    });
    const { code, stderr } = await runHere(folder, ['generate']);
    expect(code).toBe(3);
    expect(stderr).toContain('Nothing was generated for "mail"');
  });
});

describe('findings: exit code 1', () => {
  it('a warning under --strict, and none without', async () => {
    const folder = sampleProject();
    writeFileSync(join(folder, 'pages/README.md'), '# About these pages\n');
    const lenient = await runHere(folder, ['generate', '--dry-run']);
    const strict = await runHere(folder, ['generate', '--dry-run', '--strict']);
    expect([lenient.code, strict.code]).toEqual([0, 1]);
    expect(strict.stderr).toContain('pages/README.md:1:1 warning page-not-recognised');
  });
});

describe('exit code 0', () => {
  it.each([[['--help']], [['--version']], [['generate', '--help']], [['explain', 'page-empty']]])(
    'docwright %j, on stdout',
    async (args) => {
      const { code, stdout, stderr } = await runHere(folderWith(), args);
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      expect(stdout).not.toBe('');
    },
  );
});
