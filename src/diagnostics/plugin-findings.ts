import type { Rule } from './catalogue/define.js';
import type { Related } from './diagnostic.js';
import type { SourceRange } from './position.js';
import type { Report } from './report.js';

/** The findings that a plug-in can make, by their codes without the plug-in's id. */
export type FindingRules = {
  // Any kind of values that a message needs: only the rule itself reads them.
  readonly [code: string]: Rule<never>;
};

/** Makes findings of a plug-in: a code that it has not declared does not compile. */
export type Tell<Rules extends FindingRules> = <C extends keyof Rules & string>(
  report: Report,
  code: C,
  params: Rules[C] extends Rule<infer P> ? P : never,
  source?: SourceRange,
  related?: readonly Related[],
) => void;

/**
 * Declares the findings of a plug-in and gives what makes them; their codes have the plug-in's id before them, as in
 * `acme/bad-row`.
 */
export const declareFindings =
  <const Rules extends FindingRules>(id: string, rules: Rules): Tell<Rules> =>
  (report, code, params, source, related) => {
    const rule = rules[code];
    if (!rule) throw new RangeError(`${id} declares no finding ${JSON.stringify(code)}.`);
    const { severity, title, message, cause, fix } = rule as Rule<object>;
    const told = { code: `${id}/${code}` as const, severity, title, cause, fix };
    report('plugin-finding', { ...told, message: message(params as object) }, source, related);
  };
