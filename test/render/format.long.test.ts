import { readdirSync } from 'node:fs';
import { format as prettier } from 'prettier';
import { describe, expect, it } from 'vitest';
import { formatFile } from '../../src/render/format.js';
import { readServices } from '../../src/pipeline.js';
import { hasShared, needsShared, sharedPages, sharedPath, unspoken } from '../shared.js';
import { emitEverything, unequal } from './engines.js';

const foldersIn = (...parts: string[]): readonly string[] =>
  readdirSync(sharedPath(...parts), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);

/** Every service of the corpus; `history` has versions of one of them, a folder each. */
const folders = (hasShared ? foldersIn('corpus') : [])
  .filter((group) => group !== 'history')
  .flatMap((group) => foldersIn('corpus', group).map((name) => [group, name] as const));

describe.skipIf(!hasShared)(`the engines print equal bytes of real services${needsShared}`, () => {
  it('of which there are many', () => {
    expect(folders.length).toBeGreaterThan(10);
  });

  for (const [folder, protocol] of Object.entries(unspoken))
    it.skip(`${folder}: ${protocol} has no implementation yet`);

  it.each(folders.filter((folder) => !(folder.join('/') in unspoken)))('%s/%s', async (...folder) => {
    const pages = sharedPages('corpus', ...folder);
    const { services } = await readServices(pages, {}, () => undefined);
    const files = emitEverything(services);
    expect(await unequal(files)).toEqual([]);
    const readme = files.find(({ path }) => path === 'README.md');
    const formatted = await formatFile('README.md', readme?.content ?? '');
    expect(await prettier(formatted, { parser: 'markdown', singleQuote: true, printWidth: 110 })).toBe(
      formatted,
    );
  });
});
