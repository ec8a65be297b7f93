import { catalogue, isCode, type Code } from './catalogue/index.js';
import type { Severity } from './catalogue/define.js';

/** What a diagnostic code means, in words. */
export interface Explanation {
  readonly code: Code;
  readonly severity: Severity;
  readonly title: string;
  readonly cause: string;
  readonly fix: string;
}

/** The explanation of a code; undefined where there is no such code. */
export function explain(code: string): Explanation | undefined {
  if (!isCode(code)) return undefined;
  const { severity, title, cause, fix } = catalogue[code];
  return { code, severity, title, cause, fix };
}

/** Every code, sorted. */
export const codes = (): readonly Code[] => Object.keys(catalogue).filter(isCode).sort();
