import type { Unread } from '../unread.js';

/** `error` makes the run fail, `warning` fails under `--strict`, `note` informs. */
export type Severity = 'error' | 'warning' | 'note';

/**
 * What a diagnostic code stands for. Every field but the last is required, so that an undocumented code does not compile.
 * @typeParam P the values that its message needs.
 */
export interface Rule<P extends object> {
  readonly severity: Severity;
  /** A few words, without a full stop. */
  readonly title: string;
  /** One sentence about this very finding: what was found and what was expected. */
  readonly message: (params: P) => string;
  /** Why it happens. */
  readonly cause: string;
  /** How to go on. */
  readonly fix: string;
  /** For what is wrong with a page: what its author could write there instead. */
  readonly wording?: (params: P) => string;
  /** For what was not understood: its form, which findings of one kind share. */
  readonly unread?: (params: P) => Unread;
}

export const define = <P extends object = Record<never, never>>(rule: Rule<P>): Rule<P> => rule;
