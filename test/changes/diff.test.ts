import { execFileSync } from 'node:child_process';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { diff, type DiffOptions } from '../../src/commands/diff.js';
import { readModel } from '../../src/commands/inspect.js';
import { folderWith } from '../support/folder.js';

const pages = ['API_CreateGroup.md', 'API_DeleteGroup.md'];

/** A folder with two pages of the project's own, twice. */
function twice(files: Readonly<Record<string, string>> = {}): string {
  const folder = folderWith(files);
  for (const side of ['old', 'new']) {
    for (const page of pages) cpSync(join('docs-input/workmail', page), join(folder, side, page));
  }
  return folder;
}

function edit(folder: string, path: string, from: string | RegExp, to: string): void {
  const text = readFileSync(join(folder, path), 'utf8');
  const edited = text.replace(from, to);
  if (edited === text) throw new Error(`nothing to edit in ${path}`);
  writeFileSync(join(folder, path), edited);
}

const compare = (folder: string, options: Partial<DiffOptions> = {}) =>
  diff({ folder, old: 'old', new: 'new', format: 'text', today: '2026-11-21', ...options });

const codesOf = ({ diagnostics }: Awaited<ReturnType<typeof diff>>) => diagnostics.map(({ code }) => code);

describe('sides of a comparison', () => {
  it('may be folders', async () => {
    expect((await compare(twice())).document).toMatchObject({ verdict: 'none', changes: [], prose: [] });
  });

  it('may be models', async () => {
    const folder = twice();
    const { model } = await readModel({ folder, pages: ['old'] });
    writeFileSync(join(folder, 'model.json'), JSON.stringify(model));
    edit(folder, 'new/API_CreateGroup.md', 'Maximum length of 256', 'Maximum length of 200');
    const { document } = await compare(folder, { old: 'model.json' });
    expect(document?.changes).toMatchObject([
      { rule: 'input-bound-tightened', wire: 'major', types: 'none' },
    ]);
  });

  it('may be commits', async () => {
    const folder = twice();
    const git = (...args: readonly string[]) =>
      execFileSync('git', [...args], { cwd: folder, stdio: 'pipe' });
    git('init', '--quiet');
    git('add', 'old');
    git('-c', 'user.name=x', '-c', 'user.email=x@example.org', 'commit', '--quiet', '--message=pages');
    const { document } = await compare(folder, { old: 'HEAD:old', new: 'old' });
    expect(document?.verdict).toBe('none');
    expect(codesOf(await compare(folder, { old: 'HEAD:nowhere' }))).toEqual(['input-git']);
    expect(codesOf(await compare(folder, { old: 'nobody:old' }))).toEqual(['input-git']);
    writeFileSync(join(folder, 'old/API_DeleteGroup.md'), Buffer.from([0x23, 0x20, 0xff, 0x0a]));
    git(
      '-c',
      'user.name=x',
      '-c',
      'user.email=x@example.org',
      'commit',
      '--quiet',
      '--all',
      '--message=broken',
    );
    expect(codesOf(await compare(folder, { old: 'HEAD:old' }))).toContain('input-compared');
  });

  it('are refused where they are no model, or nothing at all', async () => {
    const folder = twice({ 'other.json': '{"irVersion": "9.0"}', 'half.json': '{"irVersion": "1.0"}' });
    expect(codesOf(await compare(folder, { old: 'other.json' }))).toEqual(['input-no-model']);
    expect(codesOf(await compare(folder, { old: 'half.json' }))).toEqual(['input-no-model']);
    expect(codesOf(await compare(folder, { old: 'nowhere' }))).toEqual(['input-compared']);
  });

  it('must be read in full', async () => {
    const folder = twice();
    writeFileSync(join(folder, 'new/API_DeleteGroup.md'), '');
    expect(codesOf(await compare(folder))).toContain('input-compared');
    writeFileSync(join(folder, 'new/API_DeleteGroup.md'), 'Access denied.');
    const { document, text, diagnostics } = await compare(folder);
    expect(diagnostics.map(({ code }) => code)).toContain('input-compared');
    expect(document?.incomplete).toHaveLength(1);
    expect(text).toMatch(/^INCOMPLETE.*\n {2}new\/API_DeleteGroup\.md: .*Access denied/mu);
    expect((await compare(folder, { format: 'markdown' })).text).toContain('cannot be relied on');
    expect((await compare(folder, { old: 'old', new: 'old' })).document).not.toHaveProperty('incomplete');
  });
});

describe('what is told apart', () => {
  it('is wording', async () => {
    const folder = twice();
    edit(folder, 'new/API_CreateGroup.md', /\n\n(?=[A-Z])/u, '\n\nIn other words: ');
    const { document } = await compare(folder);
    expect(document).toMatchObject({
      verdict: 'patch',
      changes: [],
      views: { wire: 'none', types: 'patch' },
    });
    expect(document?.prose.length).toBeGreaterThan(0);
  });

  it('is a contradiction that the pages mended', async () => {
    const folder = twice();
    edit(folder, 'old/API_CreateGroup.md', '"Name": "string"', '"Name": number');
    const { document } = await compare(folder);
    expect(document).toMatchObject({ verdict: 'none', changes: [] });
    expect(document?.corrections).toMatchObject([{ kind: 'mended', code: 'type-disagrees' }]);
  });

  it('is what the configuration accepts, until its day', async () => {
    const accepted = (expires: string) =>
      JSON.stringify({
        services: {
          workmail: {
            pages: 'new',
            package: { version: '0.4.2' },
            acceptedChanges: [
              {
                fact: 'CreateGroup.input.Name.length.max',
                rule: 'input-bound-tightened',
                reason: 'Known.',
                expires,
              },
            ],
          },
        },
      });
    const folder = twice({ 'docwright.config.json': accepted('2026-11-21') });
    edit(folder, 'new/API_CreateGroup.md', 'Maximum length of 256', 'Maximum length of 200');
    const valid = await compare(folder);
    expect(valid.document).toMatchObject({ verdict: 'none', proposedVersion: '0.4.2', changes: [] });
    expect(valid.document?.suppressed).toMatchObject([{ reason: 'Known.', change: { wire: 'major' } }]);
    writeFileSync(join(folder, 'docwright.config.json'), accepted('2026-11-20'));
    const expired = await compare(folder, { failOn: 'major' });
    expect(expired.document).toMatchObject({ verdict: 'major', proposedVersion: '0.5.0', suppressed: [] });
    expect(codesOf(expired)).toEqual(['suppression-expired', 'change-major', 'verdict-reached']);
    // What is found in the configuration is shown there, as what is found in a page is.
    expect(expired.sourceText('docwright.config.json')).toBe(accepted('2026-11-20'));
  });
});

describe('the forms of a comparison', () => {
  const changed = () => {
    const folder = twice();
    edit(folder, 'new/API_CreateGroup.md', 'Required: Yes', 'Required: No');
    return folder;
  };

  it('is text with both lines', async () => {
    const { text } = await compare(changed());
    expect(text).toContain('old -> new: major');
    expect(text).toContain(
      'why: Every old request is still right, but a handler has to do without the member.',
    );
    expect(text).toMatch(/- old\/API_CreateGroup\.md:\d+ {2}Required: Yes/u);
    expect(text).toMatch(/\+ new\/API_CreateGroup\.md:\d+ {2}Required: No/u);
  });

  it('is Markdown in which text of pages stands in code spans', async () => {
    const folder = changed();
    edit(folder, 'new/API_CreateGroup.md', 'Required: No', 'Required: No | `x` <b>');
    const { text } = await compare(folder, { format: 'markdown' });
    expect(text).toContain('## API changes:');
    expect(text?.replaceAll(/(`+)(?!`).*?(?<!`)\1(?!`)/gsu, '')).not.toContain('<b>');
  });

  it('is JSON with a verdict and changes', async () => {
    const { text = '' } = await compare(changed(), { format: 'json' });
    const document: unknown = JSON.parse(text);
    expect(document).toMatchObject({ verdict: 'major', changes: [{ rule: 'input-now-optional' }] });
  });

  it('is a file for changesets', async () => {
    expect((await compare(changed())).changeset).toMatch(/^---\n"workmail": major\n---\n\n/u);
    expect((await compare(twice())).changeset).toBeUndefined();
  });
});
