import { startOf } from '../../src/diagnostics/position.js';
import { diagnose } from '../../src/diagnostics/report.js';
import type { FormatOptions } from '../../src/diagnostics/format/reporter.js';

/** A page whose third line is long and whose fourth acts on terminals. */
export const page = ['# Title', '', `${'long '.repeat(40)}end`, 'a\tred \u{1b}[31mword\u{202e}'].join('\r\n');

/** Options of a run that may print the page above and no colours. */
export const options: FormatOptions = {
  color: false,
  verbose: false,
  quiet: false,
  sourceText: (file) => (file === 'docs/a.md' ? page : undefined),
  version: '1.2.3',
};

/** A finding of each severity that any page can cause. */
export const warning = diagnose(
  'page-not-recognised',
  { first: '# Title' },
  { file: 'docs/a.md', line: 1, column: 3, endLine: 1, endColumn: 8 },
);

export const error = diagnose('input-missing', { path: '100%,\nof: "it"' });

export const related = diagnose('page-empty', {}, startOf('docs/b c#.md'), [
  { message: 'as this says', source: { file: 'docs/a.md', line: 4, column: 3, endLine: 4, endColumn: 6 } },
]);
