import { afterEach, describe, expect, it } from 'vitest';
import { patternsToKeep, recallPatterns } from '../../src/patterns/memory.js';
import { findBacktracking } from '../../src/patterns/backtracking.js';
import { translatePattern } from '../../src/patterns/translate.js';
import { isFoundEverywhere } from '../../src/patterns/universal.js';

const slow = { source: '^(a+)+$', flags: 'u' };
const fine = { source: '^[a-z]+$', flags: 'u' };

describe('what was found of patterns', () => {
  afterEach(() => recallPatterns(undefined));

  it('is kept as JSON, also where nothing was found, and taken over', async () => {
    recallPatterns(undefined);
    expect((await findBacktracking(slow))?.growth).toBe('exponential');
    expect(await findBacktracking(fine)).toBeUndefined();
    expect(isFoundEverywhere(fine)).toBe(false);
    const kept = patternsToKeep();
    expect(kept?.backtracking['/^[a-z]+$/u']).toBeNull();
    recallPatterns(JSON.parse(JSON.stringify(kept)));
    expect((await findBacktracking(slow))?.growth).toBe('exponential');
    expect(await findBacktracking(fine)).toBeUndefined();
    expect(patternsToKeep()).toBeUndefined();
  });

  it('is answered from what was taken over', () => {
    const translated = { 'flags a': { source: 'b', flags: 'u' } };
    recallPatterns({ translated, everywhere: { '/b/u': true }, simplified: {}, backtracking: {} });
    expect(isFoundEverywhere({ source: 'b', flags: 'u' })).toBe(true);
    expect(translatePattern('a')).toEqual({ source: 'b', flags: 'u' });
  });

  it('leaves out what nobody asked for any more', () => {
    recallPatterns({ translated: {}, everywhere: { '/b/u': true }, simplified: {}, backtracking: {} });
    isFoundEverywhere(fine);
    expect(patternsToKeep()?.everywhere).toEqual({ '/^[a-z]+$/u': false });
  });
});
