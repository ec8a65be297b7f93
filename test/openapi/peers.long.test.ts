import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { peers } from '../../bench/peers/index.js';
import type { Page } from '../../src/ecosystems/dialect.js';
import type { BoundService } from '../../src/ecosystems/ecosystem.js';
import { shop } from '../emitters/support/shop.js';
import { hasShared, needsShared } from '../shared.js';
import { samplePages } from '../wire/pages.js';
import { typeErrorsIn } from './compile.js';
import { corpus, corpusPages } from './corpus.js';
import { boundService, documentOf } from './documents.js';

/** Inside the repository, where the generated code finds zod. */
mkdirSync('node_modules/.cache', { recursive: true });
const folder = mkdtempSync(resolve('node_modules/.cache/openapi-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const expectToCompile = (name: string, pages: readonly Page[]): Promise<void> =>
  expectServiceToCompile(name, boundService(pages));

async function expectServiceToCompile(name: string, bound: BoundService): Promise<void> {
  const document = join(folder, `${name}.json`);
  writeFileSync(document, JSON.stringify(documentOf(bound)));
  for (const [peer, generate] of Object.entries(peers)) {
    const output = join(folder, name, peer);
    await generate(document, output);
    expect({ peer, errors: typeErrorsIn(output) }).toEqual({ peer, errors: [] });
  }
}

describe('what other generators make of the samples', () => {
  it.each(['finspace-data', 'workmail'])('compiles: %s', async (name) => {
    await expectToCompile(name, samplePages(name));
  });
});

it('compiles what other generators make of a service over plain HTTP', async () => {
  await expectServiceToCompile('shop', shop);
});

describe.skipIf(!hasShared)(`what other generators make of real pages${needsShared}`, () => {
  it.each(corpus)('compiles: %s', async (name, ...pages) => {
    await expectToCompile(`real-${name}`, corpusPages(pages));
  });
});
