import { describe, expect, it } from 'vitest';
import { coverageOf, coverageRatio } from '../../src/ecosystems/coverage.js';
import { page, read } from './read.js';

const bed = (lines: string) =>
  page(
    `# Bed\n\nWords about it.\n\n## Contents\n\n**depth**\n\nHow deep.\n\n${lines}\n\n## See Also\n\nLinks.\n`,
  );

describe('coverage', () => {
  it('counts the lines of known sections', () => {
    const { fragments, diagnostics } = read(bed('Type: Integer\n\nRequired: Yes'));
    expect(coverageOf(fragments, diagnostics)).toEqual([
      { page: 'pages/API_Page.md', lines: 4, understood: 4 },
    ]);
    expect(coverageRatio(coverageOf(fragments, diagnostics))).toBe(1);
  });

  it('leaves out each line that was not understood, once', () => {
    const { fragments, diagnostics } = read(
      bed('Type: Integer\n\nValid Range: Small.\n\nRequired: Sometimes'),
    );
    expect(coverageOf(fragments, diagnostics)).toEqual([
      { page: 'pages/API_Page.md', lines: 5, understood: 3 },
    ]);
    expect(coverageRatio(coverageOf(fragments, diagnostics))).toBeCloseTo(0.6);
  });
});
