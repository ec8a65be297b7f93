import fc from 'fast-check';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { runHere, sampleConfig } from '../cli/docwright.js';
import { buryOwner, removeLocks, withFault } from '../support/faults.js';
import { filesOf, folderWith } from '../support/folder.js';

/** What may happen between two looks of a person at their files. */
type Step =
  | { readonly kind: 'pages'; readonly operation: Operation; readonly there: boolean }
  | { readonly kind: 'rename' }
  | { readonly kind: 'retype' }
  | { readonly kind: 'outdate' }
  | {
      readonly kind: 'write';
      readonly file: string;
      readonly line: string;
      readonly at: number;
      readonly end: string;
    }
  | { readonly kind: 'generate'; readonly fix: boolean; readonly force: boolean; readonly killedAt: number };

const operations = ['CreateGroup', 'DeleteGroup', 'UpdateGroup', 'DescribeGroup'] as const;
type Operation = (typeof operations)[number];

/** Handler files, one that nothing generates, and one in a deeper folder. */
const files = [
  'createGroup.ts',
  'deleteGroup.ts',
  'updateGroup.ts',
  'describeGroup.ts',
  'mine.ts',
  'deep/notes.txt',
] as const;

/** Lines that a person may write: the second and the third only until they are mended. */
const lines = [
  '// mine: keep the order of groups',
  'const mine = 1;',
  "  return { mine: 'é\u{1f600}' };",
  'export {',
  'console.log(`${mine}`); /* mine',
];

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    kind: fc.constant('pages' as const),
    operation: fc.constantFrom(...operations),
    there: fc.boolean(),
  }),
  fc.record({ kind: fc.constantFrom('rename' as const, 'retype' as const, 'outdate' as const) }),
  fc.record({
    kind: fc.constant('write' as const),
    file: fc.constantFrom(...files),
    line: fc.constantFrom(...lines),
    at: fc.nat(9),
    end: fc.constantFrom('\n', '\r\n'),
  }),
  fc.record({
    kind: fc.constant('generate' as const),
    fix: fc.boolean(),
    force: fc.boolean(),
    // Beyond the calls of a run it is not killed.
    killedAt: fc.oneof(fc.integer({ min: 2, max: 6 }), fc.nat(30), fc.constant(1000)),
  }),
);

const pageOf = (folder: string, operation: Operation): string => join(folder, 'pages', `API_${operation}.md`);

function changePage(folder: string, change: (text: string) => string): void {
  for (const path of operations.map((operation) => pageOf(folder, operation)).filter(existsSync))
    writeFileSync(path, change(readFileSync(path, 'utf8')));
}

/** A line of the user's at some line of a file; the number makes it one of a kind. */
function writeLine(
  folder: string,
  { file, line, at, end }: Extract<Step, { kind: 'write' }>,
  number: number,
): string {
  const path = join(folder, 'src/handlers', file);
  mkdirSync(join(path, '..'), { recursive: true });
  const present = existsSync(path) ? readFileSync(path, 'utf8').split(/(?<=\n)/u) : [];
  const written = `${line} // ${String(number)}`;
  const place = Math.min(at, present.length);
  const before = present.slice(0, place).join('');
  const gap = before === '' || before.endsWith('\n') ? '' : '\n';
  writeFileSync(path, `${before}${gap}${written}${end}${present.slice(place).join('')}`);
  return written;
}

/** A handler of an operation that was called otherwise: `--fix` has something to mend. */
const outdated = (method: string, now: string) =>
  `import type { MakeGroupHandler } from '../../generated/mail/server.js';\r\n` +
  `// mine: ${now}\n\nexport const ${method}: MakeGroupHandler = async () => ({});\n`;

function project(): string {
  const folder = folderWith({
    'docwright.config.json': sampleConfig({ handlers: 'src/handlers' }, ['server']),
    'src/handlers/createGroup.ts': outdated('createGroup', 'CreateGroup'),
    'generated/mail/mine.ts': '// mine\n',
  });
  mkdirSync(join(folder, 'pages'));
  return folder;
}

function page(folder: string, operation: Operation, there: boolean): void {
  const path = pageOf(folder, operation);
  if (!there) rmSync(path, { force: true });
  else writeFileSync(path, readFileSync(join('docs-input/workmail', `API_${operation}.md`)));
}

async function generate(folder: string, { fix, force, killedAt }: Extract<Step, { kind: 'generate' }>) {
  const args = ['generate', ...(fix ? ['--fix'] : []), ...(force ? ['--force'] : [])];
  await withFault('killed', killedAt, () => runHere(folder, args).catch(() => undefined));
  buryOwner(folder);
  removeLocks(folder);
}

/** Every line that is the user's stands in its file, in the order in which it stood; types may be mended on request. */
function expectKept(
  before: Readonly<Record<string, string>>,
  after: Readonly<Record<string, string>>,
  fix: boolean,
) {
  for (const [path, text] of Object.entries(before)) {
    if (!fix) expect(after[path], path).toBe(text);
    const kept = (one: string) => one.replaceAll(/\b(?:Make|Create)GroupHandler\b/gu, 'Handler');
    expect(after[path] === undefined ? undefined : kept(after[path]), path).toBe(kept(text));
  }
}

const userFiles = (folder: string) => {
  const own = Object.entries(filesOf(join(folder, 'src/handlers'))).filter(
    ([path]) => !path.endsWith('.docwright'),
  );
  return Object.fromEntries(own);
};

/** The handler is that of an earlier package again, with all that was written in it since. */
function outdate(folder: string): void {
  const path = join(folder, 'src/handlers/createGroup.ts');
  writeFileSync(path, readFileSync(path, 'utf8').replaceAll('CreateGroupHandler', 'MakeGroupHandler'));
}

async function take(folder: string, one: Step, number: number): Promise<void> {
  if (one.kind === 'pages') page(folder, one.operation, one.there);
  else if (one.kind === 'rename') changePage(folder, (text) => text.replaceAll('GroupId', 'GroupKey'));
  else if (one.kind === 'retype')
    changePage(folder, (text) => text.replaceAll('Type: String', 'Type: Integer'));
  else if (one.kind === 'outdate') outdate(folder);
  else if (one.kind === 'write') {
    const written = writeLine(folder, one, number);
    expect(userFiles(folder)[one.file]).toContain(written);
  } else {
    const before = userFiles(folder);
    await generate(folder, one);
    expectKept(before, userFiles(folder), one.fix);
    const added = Object.entries(userFiles(folder)).filter(([path]) => before[path] === undefined);
    for (const [path, text] of added) expect(text, path).toMatch(/^\};?\n$(?![^])/mu);
    expect(readFileSync(join(folder, 'generated/mail/mine.ts'), 'utf8')).toBe('// mine\n');
  }
}

/**
 * No sequence of changed pages, edits, runs with and without `--fix` and `--force`, and kills at any call that writes
 * changes a file of the user's, but for the types that `--fix` mends; and a last run leaves nothing of those killed.
 */
export async function checkSequences(numRuns: number): Promise<void> {
  const sequence = fc.array(step, { minLength: 3, maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(sequence, async (steps) => {
      const folder = project();
      page(folder, 'CreateGroup', true);
      for (const [number, one] of steps.entries()) await take(folder, one, number);
      const last = { kind: 'generate', fix: true, force: false, killedAt: 1000 } as const;
      page(folder, 'CreateGroup', true);
      await take(folder, last, steps.length);
      const left = Object.keys(filesOf(folder)).filter((path) => /\.docwright(?:-|\.lock|$)/u.test(path));
      expect(left).toEqual([]);
    }),
    { numRuns, seed: 7 },
  );
}
