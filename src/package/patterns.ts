import type { Cache } from '../cache/cache.js';
import type { ProjectService } from '../config/project.js';
import { patternsToKeep, recallPatterns, type PatternAnswers } from '../patterns/memory.js';

const keyOf = ({ id, pages }: ProjectService, cache: Cache): string => cache.key('patterns', id, pages);

/** Takes over what the last run of a service has found of its patterns: analysing them takes longer than all else. */
export function recallAnswers(configured: ProjectService, cache: Cache): void {
  recallPatterns(cache.get<PatternAnswers>(keyOf(configured, cache))?.value);
}

/** Keeps what was found of patterns since then. */
export function keepAnswers(configured: ProjectService, cache: Cache): void {
  const answers = patternsToKeep();
  if (answers) cache.put(keyOf(configured, cache), answers);
}
