import type { Cache } from '../cache/cache.js';
import type { ProjectService } from '../config/project.js';
import { patternsToKeep, recallPatterns, type PatternAnswers } from '../ir/patterns/memory.js';

/** Takes over what the last run of a service has found of its patterns: analysing them takes longer than all else. */
export async function recallAnswers(
  { id, pages }: ProjectService,
  cache: Cache,
): Promise<{ readonly keep: () => void }> {
  const key = cache.key('patterns', id, pages);
  recallPatterns((await cache.get<PatternAnswers>(key))?.value);
  return {
    keep: () => {
      const answers = patternsToKeep();
      if (answers) cache.put(key, answers);
    },
  };
}
