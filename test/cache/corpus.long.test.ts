import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { generate, type GenerateResult } from '../../src/commands/generate.js';
import { filesOf, folderWith } from '../support/folder.js';

const corpus = '../shared/corpus/awsdocs';
const services = existsSync(corpus) ? readdirSync(corpus) : [];

const outcome = ({ diagnostics, services: made, files }: GenerateResult) => ({ diagnostics, made, files });

function projectOf(service: string): string {
  const config = { services: { [service]: { pages: 'pages' } } };
  const folder = folderWith({ 'package.json': '{}', 'docwright.config.json': JSON.stringify(config) });
  cpSync(join(corpus, service), join(folder, 'pages'), { recursive: true });
  mkdirSync(join(folder, 'node_modules'));
  return folder;
}

/** Changes one line of every tenth page, each time another. */
function mutate(folder: string, round: number): void {
  const pages = readdirSync(join(folder, 'pages')).sort();
  for (const page of pages.filter((_, index) => index % 10 === round % 10)) {
    const path = join(folder, 'pages', page);
    const lines = readFileSync(path, 'utf8').split('\n');
    const at = (round * 37 + 11) % lines.length;
    writeFileSync(
      path,
      lines.toSpliced(at, 1, `${lines[at] ?? ''} Maximum length of ${String(round)}.`).join('\n'),
    );
  }
}

describe.skipIf(services.length === 0)('real services (left out where ../shared/corpus is missing)', () => {
  it.each(services)(
    '%s: with a cache and without, the same files and findings',
    { timeout: 600_000 },
    async (service) => {
      const [warm, cold] = [projectOf(service), projectOf(service)];
      for (const round of [0, 1, 2]) {
        if (round > 0) for (const folder of [warm, cold]) mutate(folder, round);
        const without = await generate({ folder: cold, mode: 'write', cache: false });
        expect(outcome(await generate({ folder: warm, mode: 'write' }))).toEqual(outcome(without));
        expect(filesOf(join(warm, 'generated'))).toEqual(filesOf(join(cold, 'generated')));
        const again = await generate({ folder: cold, mode: 'write', cache: false });
        const known = await generate({ folder: warm, mode: 'write' });
        expect(outcome(known)).toEqual(outcome(again));
        expect(known.times.map(({ stage }) => stage)).not.toContain('readFragments');
      }
    },
  );
});
