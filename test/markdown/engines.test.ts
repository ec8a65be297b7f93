import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { parse as reference } from '../../src/markdown/engines/remark.js';
import { parse as fast } from '../../src/markdown/engines/satteri.js';
import { markdownEngine, parseMarkdown, useMarkdownEngine } from '../../src/markdown/parse.js';
import { plain } from './engines.js';

const lines = fc.constantFrom(
  '---',
  'a: b',
  '# Title <a name="x"></a>',
  '## Errors',
  '```',
  '   "a": "string",',
  ' ** [a](#b) **   <a name="c"></a>',
  '**a**',
  'Type: [Tag](API_Tag.md) object  ',
  'Pattern: `[^`|]+`  ',
  '+ item',
  '  + nested `code`',
  '> quoted',
  'lazy',
  '',
  '\\.\\*\\$1',
  '*emphasis* &amp; &copy;',
  '| a | b |',
  '| - | - |',
  '~~gone~~',
  'https://example.com',
  '    indented',
  '<p>html</p>',
  'é 😀 text',
);

describe('the engines', () => {
  afterAll(async () => {
    await useMarkdownEngine('fast');
  });

  it('give equal trees', () => {
    fc.assert(
      fc.property(fc.array(lines, { maxLength: 12 }), (parts) => {
        const text = parts.join('\n');
        expect(plain(fast(text))).toEqual(plain(reference(text)));
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    '- item\n---\n    one\n    two',
    '> quoted\n# Title\n    one\n\n      two\n\ttwo and a half\n',
    '- outer\n  - item\n  ```\n  code\n  ```\n      one\n      two',
  ])('take indented code behind a list or quotation for one block: %j', (text) => {
    expect(plain(fast(text))).toEqual(plain(reference(text)));
  });

  it('can be chosen', async () => {
    expect(await useMarkdownEngine('reference')).toBe('reference');
    expect(markdownEngine()).toBe('reference');
    expect(parseMarkdown('# A').children[0]?.type).toBe('heading');
    expect(await useMarkdownEngine('fast')).toBe('fast');
  });
});
