import { describe, expect, it } from 'vitest';
import { outlineBlocks } from '../../src/markdown/outline.js';
import { sourceText } from '../../src/markdown/source.js';

const SIZE = 50_000;

/** So many times a bounded amount of work takes, and a quadratic one never does. */
const MAX_MS = 10_000;

const repeated = (text: string): string => text.repeat(Math.ceil(SIZE / text.length));

describe('the outline of a hostile page', () => {
  it.each([
    ...[
      '<a ',
      '<A ',
      '<A b="',
      '<A b=\'<A b="',
      '<A {',
      '<A x={',
      '<',
      '{',
      '{{',
      '{{< ',
      '{% ',
      '<!--',
      '{/*',
      '`',
      '`a\n',
      '\\',
    ],
    ...[
      '<Foo>',
      '<Foo>\n',
      '</Foo>\n',
      '<div>\n',
      '<pre>\n',
      '<b>',
      '<b>x</i>',
      '{{x}}',
      '{{<x>}}\n',
      '{{< a= b= "c" >}}',
    ],
    ...[
      '|',
      '|-',
      '|-|\n',
      '|\n',
      '> ',
      '- ',
      '1. ',
      '> 1. ',
      ':::a\n',
      ':::\n',
      '!!! note\n',
      'a\n: b\n',
      '~~',
      '# {#a}\n',
    ],
    ...[
      ' ',
      '\t',
      '\0',
      '\u0001 \uFDD2\uFDD4<!--\uFDD30-->\n',
      '\uFEFF',
      '\r',
      'import a from "b"\n',
      'export {\n',
      '*a ',
      '[',
    ],
  ])('%j over and over', (text) => {
    expect(milliseconds(repeated(text))).toBeLessThan(MAX_MS);
  });

  it.each([
    ['components that end', `${repeated('<Foo>\n')}${repeated('</Foo>\n')}`],
    ['cells without a row', `<table>${repeated('<td>')}</table>`],
    ['tables in tables', repeated('<table><tr><td>\n')],
    ['lists in lists', repeated('<ul><li>\n')],
    ['a wide table', `${repeated('|a')}\n${repeated('|-')}\n${repeated('|`b|c`')}`],
    ['a long table', `a|b\n-|-\n${repeated('{{x}}|`y`\n')}`],
    ['ticks of all lengths', Array.from({ length: 500 }, (_, at) => '`'.repeat(at + 1)).join(' ')],
    ['names that end once', `${repeated('{{< a >}}\n')}{{< /a >}}`],
    ['spaces before a brace', `# ${repeated(' ')}{`],
    ['front matter without end', `---\n${repeated('a: b\n')}`],
    [
      'directives in directives',
      Array.from({ length: 300 }, (_, at) => `${' '.repeat(at * 4)}!!! note`).join('\n'),
    ],
  ])('%s', (_, text) => {
    expect(milliseconds(text)).toBeLessThan(MAX_MS);
  });

  it('does not nest without end', () => {
    const names = Array.from({ length: 2000 }, (_, at) => `A${at}`);
    const text = [
      ...names.map((name) => `<${name}>`),
      'x',
      ...names.reverse().map((name) => `</${name}>`),
    ].join('\n');
    expect(JSON.stringify(outlineBlocks(sourceText('page.md', text))).length).toBeGreaterThan(0);
  });
});

function milliseconds(text: string): number {
  const start = performance.now();
  outlineBlocks(sourceText('page.md', text));
  return performance.now() - start;
}
