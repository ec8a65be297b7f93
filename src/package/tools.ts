import type { Cache } from '../cache/cache.js';
import type { Stopwatch } from '../base/stopwatch.js';

/** What helps to make it, and changes nothing of it. */
export interface Tools {
  readonly cache: Cache;
  readonly clock: Stopwatch;
  /** Takes note of an engine that is not installed here. */
  readonly missing: (engine: MissingEngine) => void;
}

/** A fast engine that is missing, and what does its work. */
export interface MissingEngine {
  readonly package: string;
  readonly instead: string;
}
