import { cpSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { useMarkdownEngine } from '../../src/markdown/parse.js';
import { docwright, runHere } from '../cli/docwright.js';
import { filesOf, folderWith } from '../support/folder.js';

type Texts = Readonly<Record<string, string>>;

// Each way in which a page reaches the output: text, Markdown, types, errors, positions.
const emitters = ['types', 'errors', 'schemas', 'model'];
const configOf = (ids: readonly string[]): string =>
  JSON.stringify({ emitters, services: Object.fromEntries(ids.map((id) => [id, { pages: `pages/${id}` }])) });

/** The project's own samples, with the text of each page as `change` gives it. */
function samples(change: (text: string) => string | Uint8Array = (text) => text, ids = services): string {
  const folder = folderWith({ 'docwright.config.json': configOf(ids) });
  for (const id of ids) {
    cpSync(join('docs-input', id), join(folder, 'pages', id), { recursive: true });
    for (const page of readdirSync(join('docs-input', id)))
      writeFileSync(
        join(folder, 'pages', id, page),
        change(readFileSync(join('docs-input', id, page), 'utf8')),
      );
  }
  return folder;
}

const services = ['workmail', 'finspace-data'];
const outputOf = (folder: string): Texts => filesOf(join(folder, 'generated'));

async function generated(folder: string): Promise<Texts> {
  expect(await runHere(folder, ['generate'])).toMatchObject({ code: 0 });
  return outputOf(folder);
}

let first: Texts | undefined;
/** What all other ways must come to, byte for byte. */
const expected = async (): Promise<Texts> => (first ??= await generated(samples()));

afterEach(async () => void (await useMarkdownEngine('fast')));

describe('the same pages give the same bytes', () => {
  it('on a second run, and anew in the same folder', async () => {
    const folder = samples();
    expect(await generated(folder)).toEqual(await expected());
    expect(await runHere(folder, ['generate', '--force'])).toMatchObject({ code: 0 });
    expect(outputOf(folder)).toEqual(await expected());
  });

  it('with the services in another order', async () => {
    expect(await generated(samples((text) => text, [...services].reverse()))).toEqual(await expected());
  });

  it('with the reference engine', async () => {
    expect(await useMarkdownEngine('reference')).toBe('reference');
    expect(await generated(samples())).toEqual(await expected());
  });

  it('with CRLF line ends, at the same lines and columns', async () => {
    const crlf = (text: string) => text.replaceAll('\n', '\r\n');
    expect(await generated(samples(crlf))).toEqual(await expected());
    await useMarkdownEngine('reference');
    expect(await generated(samples(crlf))).toEqual(await expected());
  });

  it('with a byte order mark, at the same lines and columns', async () => {
    const marked = (text: string) => `\u{feff}${text}`;
    expect(await generated(samples(marked))).toEqual(await expected());
    await useMarkdownEngine('reference');
    expect(await generated(samples(marked))).toEqual(await expected());
  });

  it.each([[{ TZ: 'Pacific/Apia', LC_ALL: 'tr_TR.UTF-8', LANG: 'tr_TR.UTF-8' }]])(
    'where the environment says %j, run from another folder',
    async (env) => {
      const folder = samples();
      const config = join(folder, 'docwright.config.json');
      const elsewhere = folderWith();
      const run = await docwright(elsewhere, ['generate', '--config', config], env);
      expect(run).toMatchObject({ code: 0, stdout: '' });
      expect(outputOf(folder)).toEqual(await expected());
    },
  );
});

/** A model without its places: of several pages that state a fact, the first that is read is named. */
const withoutPlaces = (model: string): unknown =>
  JSON.parse(model, (key, value: unknown) => (key === 'source' || key === 'pages' ? undefined : value));

/** Renames pages so that they are read in reverse order; gives the new names by the old. */
function reversed(folder: string, id: string): ReadonlyMap<string, string> {
  const names = readdirSync(join(folder, 'pages', id)).sort();
  return new Map(
    names.map((name, index) => [
      name,
      `${String(100 + names.length - index)}${name.replace(/^.*(?=\.)/u, '')}`,
    ]),
  );
}

describe('the names of pages', () => {
  it('and so the order in which they are read, show in nothing but their names', async () => {
    const [id = ''] = services;
    const folder = samples((text) => text, [id]);
    const names = reversed(folder, id);
    const other = folderWith({ 'docwright.config.json': configOf([id]) });
    for (const [name, renamed] of names)
      cpSync(join(folder, 'pages', id, name), join(other, 'pages', id, renamed));
    const back = new Map([...names].map(([name, renamed]) => [renamed, name]));
    const unplaced = (text: string) => text.replaceAll(/@see \S+/gu, '@see');
    const restored = (text: string) =>
      text.replace(/\b1\d\d\.(?:md|txt)\b/gu, (name) => back.get(name) ?? name);
    const output = await generated(other);
    const texts = Object.fromEntries(Object.entries(output).map(([path, text]) => [path, restored(text)]));
    const { 'workmail/model.json': model = '', 'workmail/.docwright.json': _, ...others } = texts;
    const plain = await generated(folder);
    for (const [path, text] of Object.entries(others))
      expect(unplaced(text)).toBe(unplaced(plain[path] ?? ''));
    expect(withoutPlaces(model)).toEqual(withoutPlaces(plain['workmail/model.json'] ?? ''));
  });
});
