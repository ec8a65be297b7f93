import { describe, expect, it } from 'vitest';
import { docBugReport } from '../../src/diagnostics/format/doc-bugs.js';
import { diagnose } from '../../src/diagnostics/report.js';

const at = (file: string, line: number) => ({ file, line, column: 1, endLine: line, endColumn: 9 });
const texts: Readonly<Record<string, string>> = {
  'pages/b.md': '# B\nType: `Strung` ```\n',
  'pages/a.md': '# A\nApiAccess\n',
  'pages/user.md': '# User\r\napiAccess\r\n',
};

describe('a report for the authors of the pages', () => {
  const report = docBugReport({
    title: 'Pages of <Gardens>',
    sourceText: (file) => texts[file],
    diagnostics: [
      diagnose('type-unknown', { phrase: '`Strung` ```' }, at('pages/b.md', 2)),
      diagnose('name-case-differs', { name: 'ApiAccess', other: 'apiAccess' }, at('pages/a.md', 2), [
        { message: 'called apiAccess here', source: at('pages/user.md', 2) },
      ]),
      diagnose('page-empty', {}, at('pages/c.md', 1)),
    ],
  });

  it('quotes each place, what contradicts it, and suggests what to write, sorted by page', () => {
    expect(report.split('\n').slice(0, 24)).toEqual([
      '# Pages of \\<Gardens\\>',
      '',
      '2 places on 2 pages.',
      '',
      '## pages/a.md',
      '',
      '### Line 2: "ApiAccess" is called "apiAccess" elsewhere in this service; both were kept as they stand.',
      '',
      '```',
      'ApiAccess',
      '```',
      '',
      'called apiAccess here (pages/user.md, line 2):',
      '',
      '```',
      'apiAccess',
      '```',
      '',
      'Suggested: Write "apiAccess" in place of "ApiAccess".',
      '',
      '(name-case-differs)',
      '',
      '## pages/b.md',
      '',
    ]);
  });

  it('lets no line of a page end its quotation, and leaves out what is no fault of a page', () => {
    expect(report).toContain('````\nType: `Strung` ```\n````');
    expect(report).not.toContain('page-empty');
  });
});
