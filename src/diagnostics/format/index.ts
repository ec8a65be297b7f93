import { github } from './github.js';
import { json } from './json.js';
import { pretty } from './pretty.js';
import { sarif } from './sarif.js';
import type { Findings, FormatOptions } from './reporter.js';

/** The forms that `--reporter` takes, by name. */
export const reporters = { pretty, json, sarif, github } as const;

export type ReporterName = keyof typeof reporters;

/** Findings as text in one of the forms. */
export const formatFindings = (findings: Findings, name: ReporterName, options: FormatOptions): string =>
  reporters[name].format(findings, options);
