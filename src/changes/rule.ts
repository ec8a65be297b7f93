import type { Effect, Effects } from './verdict.js';

/** One line of the table of changes. */
export interface ChangeRule extends Effects {
  /** A few words for the kind of change. */
  readonly title: string;
  /** One sentence: why it has these effects. */
  readonly why: string;
  /** What somebody should look at, where the effects depend on what only people know. */
  readonly look?: string;
}

/** A line of the table, its effects in the order wire, types, server. */
export const rule = (
  title: string,
  [wire, types, server]: readonly [wire: Effect, types: Effect, server: Effect],
  why: string,
  look?: string,
): ChangeRule => ({ title, wire, types, server, why, ...(look !== undefined && { look }) });
