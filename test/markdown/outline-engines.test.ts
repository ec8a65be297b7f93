import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse as reference } from '../../src/markdown/engines/remark.js';
import { parse as fast } from '../../src/markdown/engines/satteri.js';
import { outlineBlocks } from '../../src/markdown/outline.js';
import { sourceText } from '../../src/markdown/source.js';
import { checkBlock } from './check-places.js';

/** Pieces of all house styles; pages of them are mostly broken. */
const lines = fc.constantFrom(
  ...[
    '---',
    '+++',
    'title: a',
    '# Title {#x}',
    'Text `code` **bold',
    'bold** <br> text',
    '',
    '',
    '',
    '> quote',
    '- item',
  ],
  ...[
    '  - inner',
    '1. one',
    '    indented',
    '  two',
    '```json',
    '```',
    '~~~',
    '| a | `b|c` |',
    '|---|---|',
    '-|-',
    'a | b',
  ],
  ...[
    '| \\| | {{< x >}} | <b>c</b> |',
    '<table>',
    '<tr><td>a<td>b',
    '</table>',
    '<tr>',
    '<td>',
    '</td>',
    '<ul>',
    '<li>x',
  ],
  ...[
    '<Field name="a"',
    '  type={b}>',
    '<Field>',
    '</Field>',
    '  <Field>',
    '    </Field>',
    '<Icon/>',
    '- <Field>',
    '> <Field>',
  ],
  ...[
    'term',
    ': details',
    '    more',
    ':::note T',
    ':::',
    '!!! note',
    '    inside',
    '{{< a >}}',
    '{{< /a >}}',
    '{{ v }}',
  ],
  ...[
    '{% if x %}',
    '{% endif %}',
    '<%= json :x %>',
    '<!-- c',
    '-->',
    '{/* d */}',
    '`open',
    '<TOKEN>',
    '[l]({{< r >}}) ~~x~~',
  ],
  ...[
    'import A from "a"',
    '@include "b"',
    '<pre>',
    '</pre>',
    '<details>',
    '</details>',
    '*a <i>b* c</i>',
    '\tx',
    'é😀 | ü',
  ],
);

const pages = fc
  .tuple(fc.array(lines, { maxLength: 25 }), fc.constantFrom('\n', '\n', '\r\n'))
  .map(([parts, end]) => parts.join(end));

describe('the outline', () => {
  it('is the same with both engines', () => {
    fc.assert(
      fc.property(pages, (text) => {
        const page = sourceText('page.md', text);
        expect(outlineBlocks(page, fast)).toEqual(outlineBlocks(page, reference));
      }),
      { numRuns: 300 },
    );
  });

  it('stands within the page, and holds nothing of what parsers are shown instead', () => {
    fc.assert(
      fc.property(pages, (text) => {
        const page = sourceText('page.md', text);
        const blocks = outlineBlocks(page);
        expect(JSON.stringify(blocks)).not.toMatch(/[\u0001\uFDD0-\uFDEF]/);
        blocks.forEach((block) => checkBlock(page, block));
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.string({ unit: fc.constantFrom(...'<>{}%/|`:-!= \n\t"a'), maxLength: 200 }),
  ])('is made of any text', (texts) => {
    fc.assert(
      fc.property(texts, (text) => {
        const page = sourceText('page.md', text);
        outlineBlocks(page, fast).forEach((block) => checkBlock(page, block));
        outlineBlocks(page, reference);
      }),
      { numRuns: 500 },
    );
  });
});
