import type { SourceRange } from '../diagnostics/position.js';

/**
 * How a fact is known, strongest first:
 * - `override`: the configuration says so (with a reason);
 * - `stated`: a labelled line of a page says so;
 * - `syntax`: a request or response syntax block shows it;
 * - `example`: nothing states it, and an example shows it;
 * - `catalogue`: the service catalogue says so, found by the id that the page links to;
 * - `inferred`: none of them says so; it follows from what they say.
 */
export type Known = 'override' | 'stated' | 'syntax' | 'example' | 'catalogue' | 'inferred';

/** Where a fact is stated and how it is known. */
export interface Provenance {
  readonly source: SourceRange;
  readonly known: Known;
}

/** A single value with its provenance. */
export interface Fact<T> extends Provenance {
  readonly value: T;
}
