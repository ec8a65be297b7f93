import type { Mismatch } from './differ.js';

/** What was compared: a request, the reading of a response, of an error, or an exchange with the generated server. */
export type Aspect =
  | 'request'
  | 'output'
  | 'error'
  | 'server input'
  | 'server output'
  | 'server error'
  | 'call';

/** A difference between the official client and what was generated, with one example of it. */
export interface Difference {
  readonly operation: string;
  readonly aspect: Aspect;
  /** Where in the request or value, such as `body.Tags[].Key`. */
  readonly path: string;
  readonly official: unknown;
  readonly generated: unknown;
}

export interface Counts {
  /** Inputs sent through both clients. */
  requests: number;
  /** Responses read by both clients. */
  outputs: number;
  /** Documented errors read by both, and answered by the generated server. */
  errors: number;
  /** Calls of the official client to the generated server. */
  exchanges: number;
}

/** Gathers differences, one for each operation, aspect and path. */
export interface Differences {
  add(operation: string, aspect: Aspect, found: readonly Mismatch[]): void;
  list(): readonly Difference[];
}

export function gatherDifferences(): Differences {
  const known = new Map<string, Difference>();
  return {
    add(operation, aspect, found) {
      for (const { path, expected, actual } of found) {
        const id = JSON.stringify([operation, aspect, path]);
        if (known.has(id)) continue;
        known.set(id, { operation, aspect, path, official: expected, generated: actual });
      }
    },
    list: () => [...known.values()],
  };
}
