import { catalogue, type Code, type Params } from './catalogue/index.js';
import type { Rule } from './catalogue/define.js';
import type { Diagnostic, Related } from './diagnostic.js';
import type { SourceRange } from './position.js';

/** Where a stage puts its findings: a code, the values of its message, the place, and other places it is about. */
export type Report = <C extends Code>(
  code: C,
  params: Params<C>,
  source?: SourceRange,
  related?: readonly Related[],
) => void;

/** Makes the diagnostic of a code. */
export function diagnose<C extends Code>(
  code: C,
  params: Params<C>,
  source?: SourceRange,
  related?: readonly Related[],
): Diagnostic {
  if (code === 'plugin-finding') return diagnosePlugin(params as Params<'plugin-finding'>, source, related);
  const rule = catalogue[code] as unknown as Rule<Params<C> & object>;
  return {
    code,
    severity: rule.severity,
    message: rule.message(params),
    ...(source && { source }),
    ...(related?.length && { related }),
    ...(rule.wording && { suggestion: rule.wording(params) }),
    ...(rule.unread && { unread: rule.unread(params) }),
  };
}

/** A plug-in's finding says itself what it is. */
const diagnosePlugin = (
  { code, severity, message, title, cause, fix }: Params<'plugin-finding'>,
  source?: SourceRange,
  related?: readonly Related[],
): Diagnostic => ({
  code,
  severity,
  message,
  ...(source && { source }),
  ...(related?.length && { related }),
  explanation: { title, cause, fix },
});

/** A report that keeps what it is given, in order; and tells each finding at once, if somebody wants to hear. */
export function collector(tell?: (diagnostic: Diagnostic) => void): {
  readonly report: Report;
  readonly diagnostics: readonly Diagnostic[];
} {
  const diagnostics: Diagnostic[] = [];
  const report: Report = (code, params, source, related) => {
    const diagnostic = diagnose(code, params, source, related);
    diagnostics.push(diagnostic);
    tell?.(diagnostic);
  };
  return { report, diagnostics };
}

/** The same report for somebody who stands elsewhere: `prefix` leads from there to where the files' paths start. */
export function relocated(report: Report, prefix: string): Report {
  if (prefix === '') return report;
  const move = mover(prefix);
  return (code, params, source, related) =>
    report(
      code,
      params,
      source && move(source),
      related?.map((other) => ({ ...other, source: move(other.source) })),
    );
}

/** The same for a finding that was made there. */
export function relocatedFinding(diagnostic: Diagnostic, prefix: string): Diagnostic {
  if (prefix === '') return diagnostic;
  const { source, related } = diagnostic;
  const move = mover(prefix);
  return {
    ...diagnostic,
    ...(source && { source: move(source) }),
    ...(related && { related: related.map((other) => ({ ...other, source: move(other.source) })) }),
  };
}

const mover =
  (prefix: string) =>
  (source: SourceRange): SourceRange => ({ ...source, file: `${prefix}/${source.file}` });
