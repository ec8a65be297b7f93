import type { Diagnostic } from '../diagnostic.js';

/** What a file of the output would go through: one line of the plan. */
export interface FileChange {
  /** With forward slashes, relative to the working folder. */
  readonly path: string;
  readonly action: 'create' | 'update' | 'delete' | 'unchanged' | 'keep' | 'refuse';
  /** Some of the lines that change, marked `-` and `+`; under `--check` and `--dry-run`. */
  readonly diff?: readonly string[];
}

/** What reporters are told of a run. */
export interface Findings {
  readonly diagnostics: readonly Diagnostic[];
  /** The files that the run wrote or would write; absent where the command writes none. */
  readonly files?: readonly FileChange[];
}

export interface FormatOptions {
  readonly color: boolean;
  /** Notes, causes and fixes too. */
  readonly verbose: boolean;
  /** Errors only. */
  readonly quiet: boolean;
  /** The text of a file that a diagnostic names, for excerpts; undefined where it is not at hand. */
  readonly sourceText: (file: string) => string | undefined;
  /** The version of docwright. */
  readonly version: string;
}

/** A form in which findings are given; a new one is a file beside this one and a line in `index.ts`. */
export interface Reporter {
  /** One line for people. */
  readonly summary: string;
  /** True where the output is for programs; it is then complete whatever the options say. */
  readonly machine: boolean;
  /** The whole text, ending in a newline; empty where there is nothing to say. */
  format(findings: Findings, options: FormatOptions): string;
}
