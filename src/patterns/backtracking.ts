import type { Backtracking, Translation } from './types.js';
import { isPlainlyHarmless } from './harmless.js';
import { backtracking, keyOf } from './memory.js';

/**
 * How an expression can take too long; undefined where it does not. Results are kept, for the same patterns stand in many
 * places. The analysis is loaded for the first expression that a short look leaves in doubt.
 */
export async function findBacktracking(translation: Translation): Promise<Backtracking | undefined> {
  const key = keyOf(translation);
  const before = backtracking.recall(key);
  if (before !== undefined) return before ?? undefined;
  return backtracking.keep(key, (await find(translation)) ?? null) ?? undefined;
}

async function find(translation: Translation): Promise<Backtracking | undefined> {
  if (isPlainlyHarmless(translation)) return undefined;
  const { analyse } = await import('./analysis.js');
  return await analyse(translation);
}
