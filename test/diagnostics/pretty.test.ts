import { describe, expect, it } from 'vitest';
import { excerptOf } from '../../src/diagnostics/format/excerpt.js';
import { pretty } from '../../src/diagnostics/format/pretty.js';
import { visible } from '../../src/diagnostics/visible.js';
import { error, options, page, related, warning } from './sample.js';

/** The lines that findings are printed as. */
const linesOf = (
  diagnostics: Parameters<typeof pretty.format>[0]['diagnostics'],
  change = {},
): readonly string[] => pretty.format({ diagnostics }, { ...options, ...change }).split('\n');

describe('pretty', () => {
  it('shows place, severity, code, message, and the line with a caret', () => {
    expect(linesOf([warning])).toEqual([
      'docs/a.md:1:3 warning page-not-recognised',
      '  No dialect knows this page; it begins with "# Title".',
      '  1 | # Title',
      '    |   ^^^^^',
      '',
    ]);
  });

  it('escapes what would act on the terminal, in messages and excerpts', () => {
    expect(linesOf([error, related])).toEqual([
      'error input-missing',
      '  Found no file or folder "100%,\\u{a}of: "it"".',
      'docs/b c#.md:1:1 warning page-empty',
      '  The page is empty; expected a title and sections.',
      '  see docs/a.md:4:3 as this says',
      '  4 | a red \\u{1b}[31mword\\u{202e}',
      '    |   ^^^',
      '',
    ]);
  });

  it('says cause and fix when asked to be verbose', () => {
    expect(linesOf([warning], { verbose: true })).toContain(
      '  cause: The file is among the pages, but has no section that a reference page has.',
    );
  });

  it('shows errors only when asked to be quiet', () => {
    expect(linesOf([warning, error], { quiet: true })[0]).toBe('error input-missing');
  });

  it('colours only when asked to', () => {
    expect(pretty.format({ diagnostics: [warning] }, { ...options, color: true })).toContain(
      '\u{1b}[33mwarning\u{1b}[39m',
    );
  });
});

describe('excerptOf', () => {
  it('cuts a long line around the place', () => {
    const place = { file: '', line: 3, column: 201, endLine: 3, endColumn: 204 };
    const excerpt = excerptOf(page, place);
    expect(excerpt?.text).toBe(`…${'long '.repeat(6)}end`);
    expect(excerpt?.marker).toBe(`${' '.repeat(31)}^^^`);
  });

  it('marks to the end of the line where the place goes on below', () => {
    const excerpt = excerptOf('one two\nthree', { file: '', line: 1, column: 5, endLine: 2, endColumn: 2 });
    expect(excerpt).toEqual({ line: 1, text: 'one two', marker: '    ^^^' });
  });

  it('counts characters, not code units', () => {
    const excerpt = excerptOf('😀😀 here', { file: '', line: 1, column: 6, endLine: 1, endColumn: 10 });
    expect(excerpt?.marker).toBe('   ^^^^');
  });

  it.each([
    ['after the last line', { line: 9, column: 1 }],
    ['after the end of its line', { line: 1, column: 20 }],
  ])('gives nothing for a place %s', (_, place) => {
    expect(
      excerptOf('one', { file: '', ...place, endLine: place.line, endColumn: place.column }),
    ).toBeUndefined();
  });
});

describe('visible', () => {
  it.each([
    ['a tab', '\t', ' '],
    ['a bell', '\u{7}', '\\u{7}'],
    ['an escape of the upper controls', '\u{9b}31m', '\\u{9b}31m'],
    ['a line separator', '\u{2028}', '\\u{2028}'],
    ['an override of direction', '\u{202e}', '\\u{202e}'],
    ['a lone surrogate', '\ud800', '\\u{d800}'],
    ['letters and signs of any script', 'é漢😀', 'é漢😀'],
  ])('%s', (_, text, shown) => {
    expect(visible(text)).toBe(shown);
  });
});
