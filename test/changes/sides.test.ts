import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { diff, type DiffOptions } from '../../src/commands/diff.js';
import { readModel } from '../../src/commands/inspect.js';
import { runHere } from '../cli/docwright.js';
import { folderWith } from '../support/folder.js';

const pages = ['API_CreateGroup.md', 'API_DeleteGroup.md'];

const nameLength = 'CreateGroup.input.Name.length.max';

/** The pages say 256; the configuration knows better, on both sides. */
const config = (service: object = {}): string =>
  JSON.stringify({
    services: {
      mail: {
        pages: 'new',
        overrides: { [nameLength]: { set: 100, reason: 'The service refuses longer ones.' } },
        ...service,
      },
    },
  });

/** Pages as they were and as they are: a name of 200 instead of 256. */
function changed(files: Readonly<Record<string, string>>): string {
  const folder = folderWith(files);
  for (const side of ['old', 'new']) {
    for (const page of pages) cpSync(join('docs-input/workmail', page), join(folder, side, page));
  }
  const page = join(folder, 'new/API_CreateGroup.md');
  writeFileSync(page, readFileSync(page, 'utf8').replace('Maximum length of 256', 'Maximum length of 200'));
  return folder;
}

const compare = (folder: string, options: Partial<DiffOptions> = {}) =>
  diff({ folder, old: 'old', new: 'new', format: 'text', today: '2026-11-21', ...options });

const facts = ({ document }: Awaited<ReturnType<typeof diff>>) => document?.changes.map(({ fact }) => fact);

function commit(folder: string): void {
  const git = (...args: readonly string[]) => execFileSync('git', [...args], { cwd: folder, stdio: 'pipe' });
  git('init', '--quiet');
  git('add', '--all');
  git('-c', 'user.name=x', '-c', 'user.email=x@example.org', 'commit', '--quiet', '--message=pages');
}

describe('the configured service that sides are of', () => {
  it('is the one whose pages one of them is, and its overrides count on both', async () => {
    const result = await compare(changed({ 'docwright.config.json': config() }));
    expect(facts(result)).toEqual([]);
    expect(result.notices).toEqual([
      'compared as the configured service mail: 1 override applied to old and new',
    ]);
  });

  it('is the one whose pages a commit has, or that the pages are of', async () => {
    const folder = changed({ 'docwright.config.json': config() });
    commit(folder);
    expect(facts(await compare(folder, { old: 'HEAD:old', new: 'HEAD:new' }))).toEqual([]);
    const elsewhere = changed({
      'docwright.config.json': config({ pages: 'x', service: 'workmail-2017-10-01' }),
    });
    expect(facts(await compare(elsewhere))).toEqual([]);
  });

  it('is none where the pages are of another', async () => {
    const result = await compare(changed({ 'docwright.config.json': config({ pages: 'elsewhere' }) }));
    expect(facts(result)).toEqual([nameLength]);
    expect(result.notices).toEqual([]);
  });

  it('is said on stderr', async () => {
    const folder = changed({ 'docwright.config.json': config() });
    const { code, stdout, stderr } = await runHere(folder, ['diff', 'old', 'new']);
    expect({ code, stderr }).toEqual({
      code: 0,
      stderr: 'compared as the configured service mail: 1 override applied to old and new\n',
    });
    expect(stdout).toContain('no difference');
    expect((await runHere(folder, ['diff', 'old', 'new', '--quiet'])).stderr).toBe('');
  });
});

describe('the lines behind a model file', () => {
  async function withModel(): Promise<string> {
    const folder = changed({});
    const { model } = await readModel({ folder, pages: ['old'] });
    mkdirSync(join(folder, 'generated/mail'), { recursive: true });
    writeFileSync(join(folder, 'generated/mail/model.json'), JSON.stringify(model));
    return folder;
  }
  const old = 'generated/mail/model.json';
  const line = 'Length Constraints: Minimum length of 1. Maximum length of 256.';

  it('are quoted from its pages, beside the working folder or above the file', async () => {
    const folder = await withModel();
    expect((await compare(folder, { old })).document?.changes[0]?.before?.line).toBe(line);
    const below = await compare(join(folder, 'generated'), { old: 'mail/model.json', new: '../new' });
    expect(below.document?.changes[0]?.before?.line).toBe(line);
    expect(below.notices).toEqual([]);
  });

  it('are quoted from the commit that it is of', async () => {
    const folder = await withModel();
    commit(folder);
    writeFileSync(join(folder, 'old/API_CreateGroup.md'), 'Gone.');
    const result = await compare(folder, { old: `HEAD:${old}` });
    expect(result.document?.changes[0]?.before?.line).toBe(line);
  });

  it('are not quoted from pages that say something else by now', async () => {
    const folder = await withModel();
    const page = join(folder, 'old/API_CreateGroup.md');
    writeFileSync(page, `\n${readFileSync(page, 'utf8')}`);
    const { document, notices } = await compare(folder, { old });
    expect(document?.changes[0]?.before?.line).toBeUndefined();
    expect(document?.changes[0]?.after?.line).toContain('Maximum length of 200');
    expect(notices).toEqual([
      `${old}: the pages that this model was made of are not at hand, so that no lines are quoted`,
    ]);
  });

  it('are never read from outside', async () => {
    const folder = await withModel();
    const text = readFileSync(join(folder, old), 'utf8');
    mkdirSync(join(folder, 'deep'));
    writeFileSync(join(folder, 'deep/model.json'), text.replaceAll('"old/', '"../old/'));
    const { document } = await compare(join(folder, 'deep'), { old: 'model.json', new: '../new' });
    expect(document?.changes[0]?.before?.line).toBeUndefined();
  });
});
