import type { Code } from './catalogue/index.js';
import type { Severity } from './catalogue/define.js';
import type { SourceRange } from './position.js';
import type { Unread } from './unread.js';

/** Another place that a finding is about, and what is there. */
export interface Related {
  readonly message: string;
  readonly source: SourceRange;
}

/** One finding. */
export interface Diagnostic {
  /** Those of plug-ins have the plug-in's id before them, as in `acme/bad-row`. */
  readonly code: Code | PluginCode;
  readonly severity: Severity;
  readonly message: string;
  /** Absent where the finding has no place in a file. */
  readonly source?: SourceRange;
  readonly related?: readonly Related[];
  /** What the author of the page could write there instead. */
  readonly suggestion?: string;
  /** Of what was not understood, the form that it has. */
  readonly unread?: Unread;
  /** Of a plug-in's finding, what its code means: the catalogue does not know it. */
  readonly explanation?: { readonly title: string; readonly cause: string; readonly fix: string };
}

export type PluginCode = `${string}/${string}`;
