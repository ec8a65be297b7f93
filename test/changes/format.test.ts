import { outputOf } from '../../src/model/walk.js';
import { describe, expect, it } from 'vitest';
import { compareServices } from '../../src/changes/compare/services.js';
import { documentOf } from '../../src/changes/document.js';
import { groupChanges } from '../../src/changes/format/groups.js';
import { formatDiff } from '../../src/changes/format/index.js';
import { quoteOf } from '../../src/changes/format/sides.js';
import type { Change } from '../../src/changes/change.js';
import type { Service } from '../../src/model/model.js';
import { member, string } from '../emitters/support/build.js';
import { books, withOperation, withOutput } from './sample.js';

const shelf = member('shelf', string());

/** Both operations give one more member, and one of them takes it as well. */
const shelved: Service = {
  ...withOperation('GetBook', (one) => ({ ...one, input: [...one.input, shelf] })),
};
const everywhere: Service = {
  ...shelved,
  operations: shelved.operations.map((one) => withOutput(one, [...outputOf(one), shelf])),
};

const document = (changes: readonly Change[]) =>
  documentOf({ old: 'old', new: 'new', changes, corrections: [], suppressed: [] });

describe('the same change in several places', () => {
  const changes = compareServices(books, everywhere);

  it('is told once, apart from what is judged otherwise', () => {
    const groups = groupChanges(document(changes).changes);
    expect(groups.map(({ message, changes: same }) => [message, same.map(({ fact }) => fact)])).toEqual([
      ['optional input member added: GetBook.input.shelf', ['GetBook.input.shelf']],
      ['output member added: shelf, in 2 places', ['GetBook.output.shelf', 'LendBook.output.shelf']],
    ]);
  });

  it('has each place, in text and in Markdown', () => {
    const text = formatDiff(document(changes), 'text');
    expect(text).toContain('changes: 3 minor\n');
    expect(text).toMatch(/in 2 places\n.*\n {7}GetBook\.output\.shelf\n.*\n {7}LendBook\.output\.shelf\n/u);
    const markdown = formatDiff(document(changes), 'markdown');
    expect(markdown).toContain('### minor (3)');
    expect(markdown).toMatch(
      /<summary>2 places<\/summary>`GetBook\.output\.shelf`.*`LendBook\.output\.shelf`/u,
    );
  });
});

describe('a quoted line', () => {
  const at = { file: 'a.md', line: 1, column: 1, endLine: 1, endColumn: 1 };
  const sideWith = (line: string) => ({ value: 1, known: 'stated' as const, source: at, line });
  const changeOf = (before: string, after: string): Change => ({
    rule: 'wording',
    fact: 'A',
    message: 'm',
    wire: 'none',
    types: 'patch',
    server: 'none',
    before: sideWith(before),
    after: sideWith(after),
  });

  it('leaves the anchors of pages out', () => {
    const change = changeOf('x', ' ** [Name](#a) ** <a name="SSS-x"></a>');
    expect(change.after && quoteOf(change.after, change)).toBe('** [Name](#a) **');
  });

  it('begins shortly before the sides differ, where it is long', () => {
    const same = 'word '.repeat(60);
    const change = changeOf(`${same}old`, `${same}new`);
    expect(change.before && quoteOf(change.before, change)).toMatch(/^\.\.\..{40}old$/u);
    expect(change.after && quoteOf(change.after, change)).toMatch(/^\.\.\..{40}new$/u);
  });

  it('acts on no terminal, and ends no code span', () => {
    const hostile = 'a\u001B[31m `b` ``c`` | <img src=x> \u202E';
    const change = changeOf('x', hostile);
    const text = formatDiff(document([{ ...change, rule: 'type-changed' }]), 'text');
    expect(text).toContain('\\u{1b}[31m');
    expect(text).not.toMatch(/[\u001B\u202E]/u);
    const markdown = formatDiff(document([{ ...change, rule: 'type-changed' }]), 'markdown');
    expect(markdown).toContain('``` a\\u{1b}[31m `b` ``c`` \\| <img src=x> \\u{202e} ```');
  });
});
