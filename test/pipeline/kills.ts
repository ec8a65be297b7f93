import { spawn } from 'node:child_process';
import { appendFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect } from 'vitest';
import { filesOf } from '../support/folder.js';
import {
  cleanOutputs,
  expectClean,
  handlersIn,
  mailProject,
  outputIn,
  publish,
  runHere,
  type Edition,
} from './mail.js';

type Texts = Readonly<Record<string, string>>;

const cli = resolve('bundle/cli.js');

/** A run that may have been killed: how long it lived, in milliseconds, and whether it was cut short. */
interface Life {
  readonly lived: number;
  readonly cut: boolean;
}

/** Runs the command line and kills it after a while. */
export function killed(folder: string, args: readonly string[], milliseconds: number): Promise<Life> {
  const started = performance.now();
  return new Promise((done) => {
    const child = spawn(process.execPath, [cli, ...args], { cwd: folder, stdio: 'ignore' });
    const timer = setTimeout(() => child.kill('SIGKILL'), milliseconds);
    child.on('close', (_, signal) => {
      clearTimeout(timer);
      done({ lived: performance.now() - started, cut: signal === 'SIGKILL' });
    });
  });
}

/** Numbers from 0 to 1 that are the same for the same seed (Lehmer's generator). */
export function* randomNumbers(seed: number): Generator<number, never> {
  for (let state = seed; ; ) {
    state = (state * 48271) % 2147483647;
    yield state / 2147483647;
  }
}

/** Every file is as it was, or as it is about to be; one of neither may be missing. */
function expectOldOrNew(now: Texts, before: Texts, after: Texts): void {
  for (const path of new Set([...Object.keys(before), ...Object.keys(after)])) {
    expect([before[path], after[path]], path).toContain(now[path]);
  }
  const known = (path: string) => path in before || path in after || path.startsWith('.docwright');
  expect(Object.keys(now).filter((path) => !known(path))).toEqual([]);
}

const withoutManifest = ({ '.docwright.json': _, ...files }: Texts): Texts => files;

/** How long a run takes that exchanges one edition for the other and has both in its cache. */
async function timeOfRun(folder: string): Promise<number> {
  let last = 0;
  for (const edition of ['spring', 'autumn', 'spring'] as const) {
    publish(folder, edition);
    last = (await killed(folder, ['generate'], 60_000)).lived;
  }
  return last;
}

/**
 * Kills as many runs, at random moments of the time that a whole run takes here, each over the other edition of the
 * pages; after each, the files are old or new, and one run makes all of them new. Gives how many were cut short.
 */
export async function killRuns(count: number, seed: number, configuration?: string): Promise<number> {
  const clean = await cleanOutputs(configuration);
  const folder = mailProject('spring', configuration);
  let whole = await timeOfRun(folder);
  const random = randomNumbers(seed);
  let edition: Edition = 'spring';
  let cut = 0;
  for (let run = 0; run < count; run += 1) {
    const mine = filesOf(handlersIn(folder));
    const before = clean[edition];
    edition = edition === 'spring' ? 'autumn' : 'spring';
    publish(folder, edition);
    const moment = random.next().value * whole;
    const life = await killed(folder, ['generate', '--fix'], moment);
    if (life.cut) cut += 1;
    // Other work on the machine makes runs shorter or longer.
    else whole = life.lived;
    expectOldOrNew(
      withoutManifest(filesOf(outputIn(folder))),
      withoutManifest(before),
      withoutManifest(clean[edition]),
    );
    expect(filesOf(handlersIn(folder))).toMatchObject(mine);
    const { code, stderr } = await runHere(folder, ['generate', '--check']);
    expect([0, 1]).toContain(code);
    expect(stderr).not.toContain('internal-error');
    const edited = run % 3 === 0;
    if (edited) appendFileSync(join(outputIn(folder), 'types.ts'), '// edited\n');
    const completed = await runHere(folder, ['generate']);
    expect(completed.code).toBe(0);
    expect(completed.stderr.includes('"generated/mail/types.ts" was edited')).toBe(edited);
    await expectClean(folder, clean[edition]);
  }
  return cut;
}
