import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { collector } from '../../src/diagnostics/report.js';
import { whileAlone } from '../../src/files/output-lock.js';
import { checkFiles } from '../../src/files/carry-out.js';
import { planFiles, reportPlan } from '../../src/files/plan.js';
import { writeFiles } from '../../src/files/write.js';
import { buryOwner, withFault, type Fault } from '../support/faults.js';
import { filesOf, folderWith } from '../support/folder.js';

type Texts = Readonly<Record<string, string>>;

const first: Texts = { 'a.ts': 'a1', 'b.ts': 'b1', 'stale/deep/s.ts': 's1', 'edited.ts': 'e1' };
const second: Texts = { 'a.ts': 'a2', 'b.ts': 'b1', 'new/n.ts': 'n2', 'edited.ts': 'e2', 'foreign.ts': 'f2' };
const third: Texts = { 'a.ts': 'a3', 'stale/deep/s.ts': 's3', 'other/o.ts': 'o3' };
const foreign: Texts = { 'foreign.ts': 'mine', 'more/mine.ts': 'mine' };

/** One run over an output folder; gives what it reported. */
async function run(folder: string, texts: Texts): Promise<readonly string[]> {
  const { report, diagnostics } = collector();
  const output = { path: folder, label: 'out' };
  const files = Object.entries(texts).map(([path, content]) => ({ path, content }));
  await whileAlone(output, true, report, async () => {
    const plan = await planFiles(output, files, false);
    reportPlan(plan, report);
    await writeFiles(plan, report);
  });
  return diagnostics.map(({ code, message }) => `${code}: ${message}`);
}

/** A folder as a person left it: generated once, one file edited, two files of their own. */
async function someFolder(): Promise<string> {
  const folder = folderWith(foreign);
  await run(folder, first);
  writeFileSync(join(folder, 'edited.ts'), 'e1, and mine');
  return folder;
}

/** A run that a fault begins in; gives what it reported, and how many calls it made. */
async function faultyRun(fault: Fault, at: number, folder: string, texts: Texts) {
  let findings: readonly string[] = [];
  const calls = await withFault(fault, at, async () => {
    findings = await run(folder, texts).catch((error: unknown) => [String(error)]);
  });
  buryOwner(folder);
  return { findings, over: calls <= at };
}

/** The files without those that docwright keeps for itself. */
const visible = (folder: string): Texts =>
  Object.fromEntries(Object.entries(filesOf(folder)).filter(([path]) => !path.startsWith('.docwright')));

/** Each file has the text that it had in one of some states, or is missing as in one of them. */
function expectEachOf(folder: string, ...states: readonly Texts[]): void {
  const now = visible(folder);
  for (const path of new Set([now, ...states].flatMap((state) => Object.keys(state))))
    expect(states.map((state) => state[path])).toContain(now[path]);
}

async function expectClean(folder: string, texts: Texts): Promise<void> {
  const { report, diagnostics } = collector();
  const files = Object.entries(texts).map(([path, content]) => ({ path, content }));
  await checkFiles(await planFiles({ path: folder, label: 'out' }, files, false), report);
  const strange = diagnostics.map(({ message }) => message).filter((text) => !/foreign|mine/u.test(text));
  expect(strange).toEqual([]);
  expect(Object.keys(filesOf(folder)).filter((path) => path.startsWith('.docwright'))).toEqual([
    '.docwright.json',
  ]);
}

const after: Texts = { 'a.ts': 'a2', 'b.ts': 'b1', 'new/n.ts': 'n2', 'edited.ts': 'e2', ...foreign };
const afterThird: Texts = { 'a.ts': 'a3', 'stale/deep/s.ts': 's3', 'other/o.ts': 'o3', ...foreign };

/** Lets a fault begin at the calls in turn, `step` apart, until the run makes fewer. */
async function eachCall(fault: Fault, step: number, test: (at: number) => Promise<boolean>): Promise<number> {
  for (let at = 0; at < 200; at += step) if (await test(at)) return at;
  throw new Error(`a run with ${fault} comes to no end`);
}

/**
 * Tests that a run survives a fault at any of its calls.
 * @param step 1 for each call; more leaves some out, to save time.
 */
export function testFaults(step: number): void {
  describe('a run that the disk refuses', () => {
    it.each([
      ['ENOSPC', 'no space is left on the disk (ENOSPC)'],
      ['EACCES', 'permission denied (EACCES)'],
    ] as const)('%s at any call leaves everything as it was, or everything done', async (fault, words) => {
      const count = await eachCall(fault, step, async (at) => {
        const folder = await someFolder();
        const before = visible(folder);
        const { findings, over } = await faultyRun(fault, at, folder, second);
        const failed = findings.filter((finding) => finding.startsWith('output-failed'));
        expect(visible(folder)).toEqual(failed.length > 0 ? before : after);
        for (const finding of failed)
          expect(finding).toBe(`output-failed: Cannot write "out": ${words}. What was there is unchanged.`);
        expect(await run(folder, second)).not.toContain(expect.stringContaining('b.ts'));
        expect(visible(folder)).toEqual(after);
        await expectClean(folder, second);
        return over;
      });
      expect(count).toBeGreaterThan(20);
    });

    it('EROFS from any call on leaves each file old or new, and says truly whether anything changed', async () => {
      const count = await eachCall('EROFS', step, async (at) => {
        const folder = await someFolder();
        const before = visible(folder);
        const { findings, over } = await faultyRun('EROFS', at, folder, second);
        expectEachOf(folder, before, after);
        const failed = findings.find((finding) => finding.startsWith('output-failed'));
        if (failed?.includes('What was there is unchanged.')) expect(visible(folder)).toEqual(before);
        else if (failed)
          expect(failed).toContain('Some files are new and some old; another run completes them.');
        expect((await run(folder, second)).filter((text) => /"out\/(?:a|b|new\/n)\.ts"/u.test(text))).toEqual(
          [],
        );
        expect(visible(folder)).toEqual(after);
        await expectClean(folder, second);
        return over;
      });
      expect(count).toBeGreaterThan(20);
    });
  });

  describe('a run that is killed', () => {
    it('at any call leaves each file old or new, and the next run completes it', async () => {
      const count = await eachCall('killed', step, async (at) => {
        const folder = await someFolder();
        const before = visible(folder);
        const { over } = await faultyRun('killed', at, folder, second);
        expectEachOf(folder, before, after);
        const findings = await run(folder, second);
        expect(findings.filter((text) => !/foreign\.ts|edited\.ts/u.test(text))).toEqual([]);
        expect(visible(folder)).toEqual(after);
        await expectClean(folder, second);
        return over;
      });
      expect(count).toBeGreaterThan(20);
    });

    it('and killed again over other pages, knows all files of both runs as its own', async () => {
      for (let at = 0; at < 40; at += 2 * step) {
        const folder = await someFolder();
        const before = visible(folder);
        await faultyRun('killed', at, folder, second);
        await faultyRun('killed', (at * 7 + 15) % 40, folder, third);
        expectEachOf(folder, before, after, afterThird);
        const findings = await run(folder, third);
        expect(findings.filter((text) => !/edited\.ts/u.test(text))).toEqual([]);
        const { 'edited.ts': edited, ...others } = visible(folder);
        expect([undefined, 'e1, and mine']).toContain(edited);
        expect(others).toEqual(afterThird);
      }
    });
  });
}
