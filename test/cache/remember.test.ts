import { readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openCaches } from '../../src/cache/open-cache.js';
import { rememberNothing, type Ask, type Stage } from '../../src/cache/remember.js';
import { diagnose } from '../../src/diagnostics/report.js';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import { folderWith } from '../support/folder.js';

const finding = diagnose('page-empty', {}, { file: 'a.md', line: 1, column: 1, endLine: 1, endColumn: 1 });

/** A stage that counts its calls, and finds something each time. */
function countingStage() {
  const calls: string[] = [];
  const stage: Stage<string, { readonly made: string; readonly bytes: Buffer }> = async (input, tell) => {
    calls.push(input);
    tell(finding);
    await new Promise((done) => setTimeout(done, 5));
    return { made: `${input}!`, bytes: Buffer.from('ünd 😀\n') };
  };
  return { calls, stage };
}

/** Calls a stage as a run does: with a cache of its own, which is closed behind it. */
async function runWith<Input, Output>(
  path: string,
  stage: Stage<Input, Output>,
  inputs: readonly Input[],
  { shelf, ask = () => undefined }: { readonly shelf?: string; readonly ask?: Ask } = {},
) {
  const caches = openCaches({});
  const findings: Diagnostic[] = [];
  const remembered = caches.of(path, '.cache')(stage, (input) => ['kind', input], shelf);
  const outputs = await Promise.all(
    inputs.map((input) => remembered(input, (found) => findings.push(found), ask)),
  ).finally(() => caches.close());
  return { outputs, findings };
}

const entriesIn = (path: string): readonly string[] => readdirSync(join(path, '.cache'));

describe.each([
  ['an entry each', {}],
  ['a shelf', { shelf: 'pages' }],
])('remember, in %s', (_, where) => {
  it('gives what an earlier run has made, and tells its findings again', async () => {
    const path = folderWith();
    const { calls, stage } = countingStage();
    const first = await runWith(path, stage, ['a', 'b'], where);
    expect(await runWith(path, stage, ['a', 'b'], where)).toEqual(first);
    expect(first.findings).toEqual([finding, finding]);
    expect(first.outputs.map((output) => [output.made, String(output.bytes)])).toEqual([
      ['a!', 'ünd 😀\n'],
      ['b!', 'ünd 😀\n'],
    ]);
    expect(calls).toEqual(['a', 'b']);
  });

  it('asks again for another input, and where an entry is damaged or gone', async () => {
    const path = folderWith();
    const { calls, stage } = countingStage();
    await runWith(path, stage, ['a'], where);
    await runWith(path, stage, ['c'], where);
    for (const damage of [
      (file: string) => rmSync(file),
      (file: string) => writeFileSync(file, ''),
      (file: string) => writeFileSync(file, readFileSync(file).subarray(0, -1)),
      (file: string) => writeFileSync(file, readFileSync(file, 'latin1').replace('!', '?'), 'latin1'),
    ]) {
      await runWith(path, stage, ['c'], where);
      for (const entry of entriesIn(path)) damage(join(path, '.cache', entry));
      calls.length = 0;
      const { outputs, findings } = await runWith(path, stage, ['c'], where);
      expect([outputs[0]?.made, findings, calls]).toEqual(['c!', [finding], ['c']]);
    }
  });

  it('asks again where an answer is another by now', async () => {
    const path = folderWith();
    const answers: unknown[] = [];
    const stage: Stage<string, unknown> = async (input, _tell, ask) => ask(`is ${input} there?`);
    for (const answer of [true, true, false, false, true])
      answers.push(...(await runWith(path, stage, ['a'], { ...where, ask: () => answer })).outputs);
    expect(answers).toEqual([true, true, false, false, true]);
  });

  it('keeps neither what fails nor what is undefined, and tells what was found before', async () => {
    const path = folderWith();
    let calls = 0;
    const stage: Stage<string, string | undefined> = async (input, tell) => {
      calls += 1;
      tell(finding);
      if (input === 'fails') throw new Error('no');
      return undefined;
    };
    const findings: Diagnostic[] = [];
    const caches = openCaches({});
    const remembered = caches.of(path, '.cache')(stage, (input) => ['kind', input], undefined);
    for (let round = 0; round < 2; round += 1)
      await expect(
        remembered(
          'fails',
          (one) => findings.push(one),
          () => null,
        ),
      ).rejects.toThrow('no');
    expect(findings).toEqual([finding, finding]);
    await runWith(path, stage, ['nothing'], where);
    await runWith(path, stage, ['nothing'], where);
    expect(calls).toBe(4);
  });

  it('is no fault where nothing can be written', async () => {
    const path = folderWith({ '.cache': 'a file' });
    const { calls, stage } = countingStage();
    for (let round = 0; round < 2; round += 1)
      expect((await runWith(path, stage, ['a'], where)).findings).toEqual([finding]);
    expect(calls).toEqual(['a', 'a']);
  });
});

describe('remember', () => {
  it('lets calls at the same time share what is made, and each is told what was found', async () => {
    const { calls, stage } = countingStage();
    const { outputs, findings } = await runWith(folderWith(), stage, ['a', 'a', 'a']);
    expect(outputs.map(({ made }) => made)).toEqual(['a!', 'a!', 'a!']);
    expect([calls, findings]).toEqual([['a'], [finding, finding, finding]]);
  });

  it('keeps nothing without a key, and nothing at all where there is no cache', async () => {
    const path = folderWith();
    const { calls, stage } = countingStage();
    const caches = openCaches({});
    const keyless = caches.of(path, '.cache')(stage, () => undefined);
    for (const one of [keyless, keyless, rememberNothing(stage, () => ['kind'])])
      await one(
        'a',
        () => undefined,
        () => undefined,
      );
    await caches.close();
    expect(calls).toEqual(['a', 'a', 'a']);
    expect(readdirSync(path)).toEqual([]);
  });

  it('drops from a shelf what a run no longer asks for', async () => {
    const path = folderWith();
    const { calls, stage } = countingStage();
    await runWith(path, stage, ['a', 'b'], { shelf: 'pages' });
    await runWith(path, stage, ['b', 'c'], { shelf: 'pages' });
    await runWith(path, stage, ['b', 'c', 'a'], { shelf: 'pages' });
    expect(calls).toEqual(['a', 'b', 'c', 'a']);
    expect(entriesIn(path)).toHaveLength(1);
  });

  it('keeps an entry young that is used', async () => {
    const path = folderWith();
    const { calls, stage } = countingStage();
    await runWith(path, stage, ['a']);
    const [entry = ''] = entriesIn(path);
    const old = new Date(Date.now() - 20 * 24 * 60 * 60 * 1000);
    utimesSync(join(path, '.cache', entry), old, old);
    await runWith(path, stage, ['a', 'b']);
    utimesSync(join(path, '.cache', entry), old, new Date(Date.now() - 31 * 24 * 60 * 60 * 1000));
    await runWith(path, stage, ['c']);
    expect(calls).toEqual(['a', 'b', 'c']);
    expect(entriesIn(path)).not.toContain(entry);
  });
});
