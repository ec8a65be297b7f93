import type { Severity } from '../catalogue/define.js';
import type { Diagnostic } from '../diagnostic.js';
import type { FileChange, Findings, Reporter } from './reporter.js';

/** The form that `--reporter json` prints; its JSON Schema is published as `schemas/diagnostics.schema.json`. */
export interface DiagnosticsDocument {
  /** The version of this form. */
  readonly version: '1.0';
  /** How many of each there are. */
  readonly counts: { readonly [S in Severity]: number };
  readonly diagnostics: readonly Diagnostic[];
  /** The files that the run wrote, or would write under `--dry-run` and `--check`. */
  readonly files?: readonly FileChange[];
}

/** How many findings of each severity there are. */
export function countBySeverity(diagnostics: readonly Diagnostic[]): DiagnosticsDocument['counts'] {
  const count = (severity: Severity) => diagnostics.filter((one) => one.severity === severity).length;
  return { error: count('error'), warning: count('warning'), note: count('note') };
}

/** For programs: everything, as JSON. */
export const json: Reporter = {
  summary: 'for programs: schemas/diagnostics.schema.json',
  machine: true,
  format: ({ diagnostics, files }: Findings): string => {
    const document: DiagnosticsDocument = {
      version: '1.0',
      counts: countBySeverity(diagnostics),
      diagnostics,
      ...(files && { files }),
    };
    return `${JSON.stringify(document, null, 2)}\n`;
  },
};
