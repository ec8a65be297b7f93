import { describe, expect, it } from 'vitest';
import { shortDiff } from '../../src/files/carry-out.js';

describe('shortDiff', () => {
  it('shows the lines that change with one line around them', async () => {
    expect(await shortDiff('a\nb\nc\nd\ne\n', 'a\nb\nC\nd\ne\n')).toEqual([
      '@@ line 2 @@',
      ' b',
      '-c',
      '+C',
      ' d',
    ]);
  });

  it('shows no more than a screen of them', async () => {
    const many = Array.from({ length: 100 }, (_, index) => `line ${index}\n`).join('');
    const lines = await shortDiff(many, '');
    expect(lines).toHaveLength(25);
    expect(lines.at(-1)).toBe('... 77 more lines');
  });
});
