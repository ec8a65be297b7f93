import { describe, expect, test } from 'vitest';
import { readdirSync } from 'node:fs';
import { analyse } from '../../src/patterns/backtracking.js';
import { isPlainlyHarmless } from '../../src/patterns/quick-check.js';
import { isTranslated, translatePattern } from '../../src/patterns/translate.js';
import { hasShared, needsShared, sharedPages, sharedPath } from '../shared.js';

/** Every pattern of the real pages, as a page spells it. */
function documentedPatterns(): readonly string[] {
  const found = new Set<string>();
  for (const form of readdirSync(sharedPath('corpus'), { withFileTypes: true })) {
    if (!form.isDirectory() || form.name === 'history') continue;
    for (const service of readdirSync(sharedPath('corpus', form.name))) {
      for (const { text } of sharedPages('corpus', form.name, service)) {
        for (const [, pattern = ''] of text.matchAll(/Pattern: *`(.+)` *$/gm)) found.add(pattern);
      }
    }
  }
  return [...found];
}

describe.skipIf(!hasShared)(`the patterns of real pages${needsShared}`, () => {
  const patterns = hasShared ? documentedPatterns() : [];

  test('are many', () => {
    expect(patterns.length).toBeGreaterThan(300);
  });

  test('all have a translation that compiles', () => {
    const failing = patterns.flatMap((pattern) => {
      const result = translatePattern(pattern);
      if (!isTranslated(result)) return [`${pattern}: ${result.problem}`];
      new RegExp(result.source, result.flags);
      return [];
    });
    expect(failing).toStrictEqual([]);
  });

  test('are safe from catastrophic backtracking, but for one', async () => {
    const exponential: string[] = [];
    const missed: string[] = [];
    for (const pattern of patterns) {
      const result = translatePattern(pattern);
      const found = isTranslated(result) ? await analyse(result) : undefined;
      if (found?.growth === 'exponential') exponential.push(pattern);
      if (isTranslated(result) && found && isPlainlyHarmless(result)) missed.push(pattern);
    }
    // Any character may stand between the words, a word's own among them.
    expect(exponential).toStrictEqual(['^\\$\\{(\\w+.)+\\w+\\}$']);
    expect(missed).toStrictEqual([]);
  });

  test('pass the quick check, most of them', () => {
    const translations = patterns.map((pattern) => translatePattern(pattern)).filter(isTranslated);
    expect(translations.filter(isPlainlyHarmless).length).toBeGreaterThan(0.8 * translations.length);
  });
});
