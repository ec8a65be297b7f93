import { config } from './catalogue/config.js';
import { input } from './catalogue/input.js';
import { templates } from './catalogue/templates.js';
import type { Diagnostic } from './diagnostic.js';

/** The exit codes of the command line. */
export const exitCodes = { fine: 0, findings: 1, usage: 2, input: 3, internal: 4 } as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/**
 * The exit code that findings amount to; the gravest one wins. Warnings count only when `strict`.
 */
export function exitCodeOf(diagnostics: readonly Diagnostic[], strict: boolean): ExitCode {
  const failing = diagnostics.filter(({ severity }) => fails(severity, strict)).map(({ code }) => code);
  if (failing.includes('internal-error')) return exitCodes.internal;
  if (failing.some((code) => Object.hasOwn({ ...config, ...templates }, code))) return exitCodes.usage;
  if (failing.some((code) => Object.hasOwn(input, code))) return exitCodes.input;
  return failing.length > 0 ? exitCodes.findings : exitCodes.fine;
}

const fails = (severity: Diagnostic['severity'], strict: boolean): boolean =>
  severity === 'error' || (strict && severity === 'warning');
