import type { Cache } from '../cache/cache.js';
import type { ProjectService } from '../config/project.js';
import { createPatternMemory, type PatternAnswers, type PatternMemory } from '../patterns/backtracking.js';

/** Does work with what the last run of a service has found of its patterns, and keeps what is new. */
export async function withPatternMemory<Result>(
  { id, pages }: ProjectService,
  cache: Cache,
  work: (patterns: PatternMemory) => Promise<Result>,
): Promise<Result> {
  const key = cache.key('patterns', id, pages);
  const patterns = createPatternMemory(cache.get<PatternAnswers>(key)?.value);
  const result = await work(patterns);
  const answers = patterns.newAnswers();
  if (answers) cache.put(key, answers);
  return result;
}
