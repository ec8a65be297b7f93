import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { collector } from '../../src/diagnostics/report.js';
import type { Page } from '../../src/ecosystems/dialect.js';
import { guideOf } from '../../src/ecosystems/read-pages.js';
import { dialectsOf } from '../../src/ecosystems/registry.js';
import { fragmentsOf, page } from './read.js';

/** Pieces of real pages in any order: what a dialect has to survive. */
const pieces = fc.array(
  fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.constantFrom(
      '# Title',
      '## Request Syntax',
      '## Contents',
      '## Errors',
      '## Response Elements',
      '```',
      '```\nGET /a/B HTTP/1.1\n{ "a": [ {',
      ' ** [a](#x) **   <a name="a"></a>',
      '**a**',
      'Type: String',
      'Type: Array of',
      'Required: Yes',
      'HTTP Status Code: 4O4',
      'Pattern: `',
      'Valid Values: ` | `',
      '> quoted',
      '+ item',
      '---',
      'Title - Service',
      'Contents',
      'Errors',
      "curl --request POST \\2 --url 'http://x.{region}.y/z' \\3",
      '{"a": {',
      '<p>',
      '{{',
      '}}',
      '\u2028',
      '__proto__',
      '../..',
    ),
  ),
  { maxLength: 30 },
);

describe.each(dialectsOf().map(({ dialect }) => [dialect.id, dialect] as const))(
  'the dialect %s',
  (_id, dialect) => {
    it('never throws, and every fragment and finding lies within the page', async () => {
      const read = await dialect.load();
      fc.assert(
        fc.property(pieces, fc.constantFrom('\n', '\r\n', '\n\n'), (parts, end) => {
          const text = parts.join(end);
          const { report, diagnostics } = collector();
          const one = page(text);
          const fragments = read(one, report, guideOf([one]));
          const lines = text.split(/\r\n|\n|\r/).length;
          for (const place of [
            ...fragments.map(({ source }) => source),
            ...diagnostics.map(({ source }) => source),
          ]) {
            expect(place?.line).toBeGreaterThanOrEqual(1);
            expect(place?.line).toBeLessThanOrEqual(lines);
          }
        }),
        { numRuns: 300 },
      );
    });
  },
);

describe('pages that are none', () => {
  const codes = (text: string) => {
    const { report, diagnostics } = collector();
    const file: Page = { path: 'pages/x.md', text };
    expect(fragmentsOf([file], report)).toEqual([]);
    return diagnostics.map(({ code, source }) => [code, source?.file, source?.line]);
  };

  it('are reported and left out', () => {
    expect(codes('')).toEqual([['page-empty', 'pages/x.md', 1]]);
    expect(codes(' \n\t\n')).toEqual([['page-empty', 'pages/x.md', 1]]);
    expect(codes('# A recipe\n\nTake two eggs.\n')).toEqual([['page-not-recognised', 'pages/x.md', 1]]);
    expect(codes('no title at all')).toEqual([['page-not-recognised', 'pages/x.md', 1]]);
  });
});
