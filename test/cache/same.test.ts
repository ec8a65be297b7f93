import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { generate } from '../../src/commands/generate.js';
import { sampleConfig } from '../cli/docwright.js';
import { filesOf } from '../support/folder.js';
import { cacheOf, project, threeRuns } from './runs.js';

describe('a run with a cache', () => {
  it('comes to what one without comes to, before and after a page changes', async () => {
    const folder = project(sampleConfig({}, ['types', 'errors', 'model']));
    const page = join(folder, 'pages/API_CreateGroup.md');
    await threeRuns(folder, 'plan');
    await generate({ folder, mode: 'write' });
    await threeRuns(folder, 'check');
    writeFileSync(page, readFileSync(page, 'utf8').replace(/Maximum length of \d+/, 'Maximum length of 7'));
    await threeRuns(folder, 'check');
    writeFileSync(join(folder, 'generated/mail/types.ts'), 'export {};\n');
    rmSync(join(folder, 'generated/mail/errors.ts'));
    await threeRuns(folder, 'check');
  });

  it('follows every option that decides on a package', async () => {
    const folder = project();
    const configs = [
      sampleConfig(),
      sampleConfig({ package: { name: 'other' } }, ['package']),
      sampleConfig({ package: { name: 'other', version: '1.2.3' } }, ['package']),
      sampleConfig({ validation: { levels: { length: { level: 'off', reason: 'a test' } } } }, [
        'validators',
      ]),
      sampleConfig({ overrides: { DeleteGroup: { remove: true, reason: 'a test' } } }),
    ];
    for (const config of [...configs, ...configs]) {
      writeFileSync(join(folder, 'docwright.config.json'), config);
      await threeRuns(folder, 'plan');
    }
  });

  it('survives whatever becomes of the entries', async () => {
    const folder = project(sampleConfig({}, ['types', 'errors', 'model']));
    await generate({ folder, mode: 'write' });
    const entries = readdirSync(cacheOf(folder));
    for (const [index, entry] of entries.entries()) {
      const path = join(cacheOf(folder), entry);
      if (index % 3 === 0) rmSync(path);
      else writeFileSync(path, index % 3 === 1 ? '' : readFileSync(path).subarray(0, -1));
      await threeRuns(folder, 'check');
    }
  });

  it('takes no text from an entry that has become another', async () => {
    const folder = project(sampleConfig({}, ['types', 'errors', 'package', 'model']));
    const output = join(folder, 'generated/mail');
    const page = join(folder, 'pages/API_CreateGroup.md');
    const clean = async () => {
      rmSync(output, { recursive: true });
      await generate({ folder, mode: 'write', cache: false });
      return filesOf(output);
    };
    await generate({ folder, mode: 'write' });
    const changes = [
      () => rmSync(join(output, 'errors.ts')),
      () => writeFileSync(page, readFileSync(page, 'utf8').replace('Maximum length of', 'Minimum length of')),
      () => rmSync(output, { recursive: true }),
    ];
    for (const change of changes) {
      // As long as before, so that only what it says tells that it is another.
      for (const entry of readdirSync(cacheOf(folder)).filter((name) => name.startsWith('texts-'))) {
        const path = join(cacheOf(folder), entry);
        writeFileSync(path, readFileSync(path, 'latin1').replaceAll('e', 'E'), 'latin1');
      }
      change();
      await generate({ folder, mode: 'write' });
      const written = filesOf(output);
      expect(written).toEqual(await clean());
    }
  });

  it('formats anew what only an entry that is lost knew in its final form', async () => {
    const folder = project(sampleConfig({}, ['types', 'errors', 'model']));
    const page = join(folder, 'pages/API_CreateGroup.md');
    await generate({ folder, mode: 'write' });
    for (const entry of readdirSync(cacheOf(folder)).filter((name) => name.startsWith('texts-')))
      rmSync(join(cacheOf(folder), entry));
    writeFileSync(page, readFileSync(page, 'utf8').replace('Maximum length of', 'Minimum length of'));
    await threeRuns(folder, 'plan');
  });

  it('holds nothing of the machine: the cache of one project serves a copy of it elsewhere', async () => {
    const folder = project();
    await generate({ folder, mode: 'write' });
    const other = project();
    cpSync(cacheOf(folder), cacheOf(other), { recursive: true });
    const before = readdirSync(cacheOf(other)).sort();
    const { times } = await generate({ folder: other, mode: 'plan' });
    expect(times.map(({ stage }) => stage)).not.toContain('emitService');
    expect(readdirSync(cacheOf(other)).sort()).toEqual(before);
    for (const entry of before)
      expect(readFileSync(join(cacheOf(other), entry), 'utf8')).not.toContain(folder);
  });

  it('is not made where the run or the configuration wants none', async () => {
    const folder = project();
    await generate({ folder, mode: 'write', cache: false });
    writeFileSync(
      join(folder, 'docwright.config.json'),
      JSON.stringify({ ...JSON.parse(sampleConfig()), cache: false }),
    );
    await generate({ folder, mode: 'write' });
    expect(existsSync(cacheOf(folder))).toBe(false);
    writeFileSync(
      join(folder, 'docwright.config.json'),
      JSON.stringify({ ...JSON.parse(sampleConfig()), cache: '.kept' }),
    );
    await generate({ folder, mode: 'write' });
    expect(readdirSync(join(folder, '.kept')).length).toBeGreaterThan(0);
  });

  it('comes to the same after any edits of a page', { timeout: 120_000 }, async () => {
    const folder = project(sampleConfig({}, ['types']));
    const page = join(folder, 'pages/API_CreateGroup.md');
    const original = readFileSync(page, 'utf8').split('\n');
    const edit = fc.record({
      line: fc.nat(original.length - 1),
      kind: fc.constantFrom('drop', 'double', 'cut', 'number', 'swap'),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 4 }), async (edits) => {
        writeFileSync(page, edits.reduce(edited, original).join('\n'));
        await threeRuns(folder, 'plan');
      }),
      { numRuns: 25 },
    );
  });
});

function edited(
  lines: readonly string[],
  { line, kind }: { readonly line: number; readonly kind: string },
): readonly string[] {
  const at = Math.min(line, lines.length - 1);
  const text = lines[at] ?? '';
  const changed: Readonly<Record<string, readonly string[]>> = {
    drop: [],
    double: [text, text],
    cut: [text.slice(0, text.length / 2)],
    number: [text.replace(/\d+/, (found) => String(Number(found) + 1))],
    swap: [lines[at + 1] ?? '', text],
  };
  return lines.toSpliced(at, kind === 'swap' ? 2 : 1, ...(changed[kind] ?? []));
}
