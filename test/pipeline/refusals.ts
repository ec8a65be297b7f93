import { expect } from 'vitest';
import { runHere, sampleConfig } from '../cli/docwright.js';
import { filesOf } from '../support/folder.js';
import { buryOwner, withFault, type Fault } from '../support/faults.js';
import { mailProject, outputIn, publish } from './mail.js';

// Neither is formatted, which takes most of the time of a run.
const quick = sampleConfig({}, ['model', 'json-schema']);

/** The output without what is only there during a run. */
const outputOf = (folder: string) =>
  Object.fromEntries(
    Object.entries(filesOf(outputIn(folder))).filter(([path]) => !/^\.docwright(?:-|\.lock)/u.test(path)),
  );

/** What the faults are called when people are told of them. */
export const faults = [
  ['ENOSPC', 'no space is left on the disk (ENOSPC)'],
  ['EROFS', 'the file system is read-only (EROFS)'],
] as const;

/**
 * Runs with a fault from a call on, from every call in turn, `step` apart: an error that says so, exit code 1, and the
 * old output.
 */
export async function refuseRuns(fault: Fault, words: string, step: number): Promise<void> {
  const folder = mailProject('spring', quick);
  for (let at = 0, calls = 1; at < calls; at += step) {
    publish(folder, 'spring');
    expect(await runHere(folder, ['generate'])).toMatchObject({ code: 0 });
    const before = outputOf(folder);
    publish(folder, 'autumn');
    let run = { code: null as number | null, stderr: '' };
    calls = await withFault(fault, at, async () => {
      run = await runHere(folder, ['generate']);
    });
    buryOwner(folder);
    const failed = run.stderr.includes(`output-failed\n  Cannot write "generated/mail": ${words}. `);
    expect(run.code).toBe(failed ? 1 : 0);
    if (run.stderr.includes('What was there is unchanged')) expect(outputOf(folder)).toEqual(before);
    if (failed) expect(run.stderr).not.toContain(' updated');
    // The last calls only remove what was staged.
    expect(failed || at > 10).toBe(true);
  }
}
