import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { filesOf } from '../support/folder.js';
import { runHere, sampleConfig, sampleProject } from './docwright.js';

describe('docwright generate', () => {
  it('writes a package that a second run finds unchanged', async () => {
    const folder = sampleProject('{"services": {"mail": {"pages": "pages"}}}');
    const first = await runHere(folder, ['generate']);
    expect(first).toMatchObject({ code: 0, stdout: '' });
    expect(first.stderr).toMatch(/1 service, 2 operations, .* files created/u);
    const written = filesOf(join(folder, 'generated'));
    expect(Object.keys(written)).toEqual(
      expect.arrayContaining(['mail/client.ts', 'mail/model.json', 'mail/types.ts']),
    );
    const second = await runHere(folder, ['generate']);
    expect(second.stderr).toMatch(/, \d+ files unchanged/u);
    expect(filesOf(join(folder, 'generated'))).toEqual(written);
  });

  it('goes where the configuration says, relative to the configuration', async () => {
    const folder = sampleProject(
      sampleConfig({ output: 'src/api', package: { name: '@acme/mail', version: '1.2.3' } }, [
        'package',
        'model',
      ]),
    );
    const elsewhere = join(folder, 'elsewhere');
    mkdirSync(elsewhere);
    expect(await runHere(elsewhere, ['generate', '--config', '../docwright.config.json'])).toMatchObject({
      code: 0,
    });
    const packageJson: unknown = JSON.parse(readFileSync(join(folder, 'src/api/package.json'), 'utf8'));
    expect(packageJson).toMatchObject({ name: '@acme/mail', version: '1.2.3' });
    expect(readFileSync(join(folder, 'src/api/model.json'), 'utf8')).toContain('"pages/API_CreateGroup.md"');
  });

  it('checks at run time what the configuration wants checked, and says why', async () => {
    const levels = { 'CreateGroup.input.Name.pattern': { level: 'warn', reason: 'Names may have emoji.' } };
    const folder = sampleProject(sampleConfig({ validation: { levels } }, ['validators']));
    await runHere(folder, ['generate']);
    const text = readFileSync(join(folder, 'generated/mail/validators.ts'), 'utf8');
    expect(text).toContain('Names may have emoji.');
  });

  it('applies corrections of the configuration, and points at those that name nothing', async () => {
    const overrides = {
      'CreateGroup.input.Name.length.max': { set: 64, reason: 'The service refuses longer names.' },
      'CreateGrup.input.Name': { remove: true, reason: 'Misspelled.' },
    };
    const folder = sampleProject(sampleConfig({ overrides }));
    const { stdout } = await runHere(folder, ['inspect', '--operation', 'CreateGroup']);
    expect(stdout).toMatch(/Name +string .*length 1\.\.64/u);
    const elsewhere = join(folder, 'pages');
    const { stderr } = await runHere(elsewhere, [
      'generate',
      '--dry-run',
      '--config',
      '../docwright.config.json',
    ]);
    expect(stderr).toMatch(/^\.\.\/docwright\.config\.json:1:\d+ .*override/mu);
    expect(stderr).toContain('"CreateGrup.input.Name"');
  });

  it('does not take for pages what it has written itself', async () => {
    const folder = sampleProject(sampleConfig({ pages: '.' }, ['package', 'types']));
    await runHere(folder, ['generate']);
    expect(existsSync(join(folder, 'generated/mail/README.md'))).toBe(true);
    const { stderr } = await runHere(folder, ['generate']);
    expect(stderr).not.toContain('README.md');
  });

  it('removes what is no longer generated, and nothing of the user', async () => {
    const folder = sampleProject();
    await runHere(folder, ['generate']);
    writeFileSync(join(folder, 'generated/mail/mine.ts'), 'export {};\n');
    writeFileSync(join(folder, 'docwright.config.json'), sampleConfig({}, ['types']));
    expect(await runHere(folder, ['generate'])).toMatchObject({ code: 0 });
    const left = Object.keys(filesOf(join(folder, 'generated/mail')));
    expect(left).toEqual(expect.arrayContaining(['mine.ts', 'types.ts']));
    expect(left).not.toContain('errors.ts');
  });

  it('keeps a stale file that somebody edited, and says so', async () => {
    const folder = sampleProject();
    await runHere(folder, ['generate']);
    appendFileSync(join(folder, 'generated/mail/errors.ts'), '// mine\n');
    writeFileSync(join(folder, 'docwright.config.json'), sampleConfig({}, ['types']));
    const { code, stderr } = await runHere(folder, ['generate']);
    expect(code).toBe(1);
    expect(stderr).toContain(
      '"generated/mail/errors.ts" is no longer generated, but somebody edited it; it is not deleted.',
    );
    expect(existsSync(join(folder, 'generated/mail/errors.ts'))).toBe(true);
    expect(await runHere(folder, ['generate', '--force'])).toMatchObject({ code: 0 });
    expect(existsSync(join(folder, 'generated/mail/errors.ts'))).toBe(false);
  });

  it('does not overwrite a file that it did not write, and says so', async () => {
    const folder = sampleProject();
    mkdirSync(join(folder, 'generated/mail'), { recursive: true });
    writeFileSync(join(folder, 'generated/mail/types.ts'), '// mine\n');
    const { code, stderr } = await runHere(folder, ['generate']);
    expect(code).toBe(1);
    expect(stderr).toContain('"generated/mail/types.ts" exists and is not in the manifest');
    expect(readFileSync(join(folder, 'generated/mail/types.ts'), 'utf8')).toBe('// mine\n');
  });
});

describe('docwright generate --check', () => {
  it('passes after generate, and tells changed, missing and extra files apart without touching them', async () => {
    const folder = sampleProject();
    await runHere(folder, ['generate']);
    expect(await runHere(folder, ['generate', '--check'])).toMatchObject({ code: 0, stdout: '' });
    const output = join(folder, 'generated/mail');
    appendFileSync(join(output, 'types.ts'), '// mine\n');
    rmSync(join(output, 'errors.ts'));
    writeFileSync(join(output, 'old.ts'), 'export {};\n');
    const before = filesOf(folder);
    const { code, stderr } = await runHere(folder, ['generate', '--check']);
    expect(code).toBe(1);
    expect(stderr).toContain('The generated file "generated/mail/types.ts" is changed.');
    expect(stderr).toContain('The generated file "generated/mail/errors.ts" is missing.');
    expect(stderr).toContain('The generated file "generated/mail/old.ts" is extra.');
    expect(stderr).toContain('-// mine');
    expect(filesOf(folder)).toEqual(before);
  });

  it('fails before the first generate and writes nothing', async () => {
    const folder = sampleProject();
    expect((await runHere(folder, ['generate', '--check'])).code).toBe(1);
    expect(existsSync(join(folder, 'generated'))).toBe(false);
  });
});

describe('docwright generate --dry-run', () => {
  it('prints the plan on stdout and writes nothing', async () => {
    const folder = sampleProject();
    const { code, stdout } = await runHere(folder, ['generate', '--dry-run']);
    expect(code).toBe(0);
    expect(stdout.split('\n')).toContain('create  generated/mail/types.ts');
    expect(existsSync(join(folder, 'generated'))).toBe(false);
  });

  it('prints the plan as JSON', async () => {
    const folder = sampleProject();
    const { stdout } = await runHere(folder, ['generate', '--dry-run', '--reporter', 'json']);
    const document: unknown = JSON.parse(stdout);
    expect(document).toMatchObject({ version: '1.0', counts: { error: 0 } });
    expect(document).toHaveProperty(
      'files',
      expect.arrayContaining([{ path: 'generated/mail/types.ts', action: 'create' }]),
    );
  });
});

describe('what people see', () => {
  it('--quiet says nothing when all is well', async () => {
    const folder = sampleProject();
    expect(await runHere(folder, ['generate', '--quiet'])).toEqual({ code: 0, stdout: '', stderr: '' });
  });

  it('colours only where asked for', async () => {
    const folder = sampleProject(sampleConfig({ pages: 'nowhere' }));
    const plain = await runHere(folder, ['generate']);
    const coloured = await runHere(folder, ['generate', '--color']);
    const forced = await runHere(folder, ['generate'], { NO_COLOR: undefined, FORCE_COLOR: '1' });
    expect(plain.stderr).not.toContain('\u{1b}[');
    expect(coloured.stderr).toContain('\u{1b}[31merror');
    expect(forced.stderr).toContain('\u{1b}[31merror');
  });
});
