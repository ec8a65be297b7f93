import type { Code } from './catalogue/index.js';
import type { Severity } from './catalogue/define.js';
import type { SourceRange } from './position.js';

/** Another place that a finding is about, and what is there. */
export interface Related {
  readonly message: string;
  readonly source: SourceRange;
}

/** One finding. */
export interface Diagnostic {
  readonly code: Code;
  readonly severity: Severity;
  readonly message: string;
  /** Absent where the finding has no place in a file. */
  readonly source?: SourceRange;
  readonly related?: readonly Related[];
  /** What the author of the page could write there instead. */
  readonly suggestion?: string;
}
