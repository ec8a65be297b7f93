import { expect, it } from 'vitest';
import { changelogSection } from '../../src/changes/changelog.js';
import { compareServices } from '../../src/changes/compare/services.js';
import { documentOf } from '../../src/changes/document.js';
import { formatDiff } from '../../src/changes/format/index.js';
import { summaryOfChanges } from '../../src/changes/format/summary.js';
import { fact } from '../emitters/support/build.js';
import { emitted } from '../emitters/support/emit.js';
import { books, withMember, withOperation, withShape } from './sample.js';

const gone = 'Lend nothing any more.';

/** An operation, one of its members and a shape, deprecated. */
const deprecated = withShape(
  'Author',
  (one) => ({ ...one, deprecated: fact('Nobody writes.') }),
  withOperation('LendBook', (one) => ({
    ...one,
    deprecated: fact(gone),
    input: withMember(one.input, 'labels', (it) => ({ ...it, deprecated: fact('Use none.') })),
  })),
);

it('a deprecation reaches the types and the methods of the client', { timeout: 60_000 }, async () => {
  expect(await emitted(books, 'types.ts')).not.toContain('@deprecated');
  const types = await emitted(deprecated, 'types.ts');
  expect(types).toContain('@deprecated Use none.');
  expect(types).toContain('@deprecated Nobody writes.');
  expect(await emitted(deprecated, 'client.ts')).toContain(`@deprecated ${gone}`);
});

it('a deprecation reaches the diff and the changelog, as a patch', () => {
  const changes = compareServices(books, deprecated);
  const document = documentOf({ old: 'old', new: 'new', changes, corrections: [], suppressed: [] });
  expect(document).toMatchObject({
    verdict: 'patch',
    views: { wire: 'none', types: 'patch', server: 'none' },
  });
  expect(document.changes.map(({ fact: id }) => id)).toEqual([
    'Author.deprecated',
    'LendBook.deprecated',
    'LendBook.input.labels.deprecated',
  ]);
  expect(formatDiff(document, 'text')).toContain('deprecation added: LendBook.deprecated');
  expect(changelogSection(document, '1.0.1')).toContain(
    '### Deprecated\n\n- `deprecation added: Author.deprecated`\n- `deprecation added: LendBook.deprecated`',
  );
  expect(summaryOfChanges('books', document)).toContain(
    '  deprecated now: Author, LendBook, LendBook.input.labels\n',
  );
});
