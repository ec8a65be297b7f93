import type { Report } from '../diagnostics/report.js';
import type { SourceRange } from '../diagnostics/position.js';
import type { Change } from './change.js';
import type { SuppressedChange, Suppression } from './document.js';
import { isRuleId } from './rules.js';

/** A suppression as a configuration has it, and where. */
export interface ConfiguredSuppression extends Omit<Suppression, 'rule'> {
  readonly rule: string;
  readonly source: SourceRange;
}

export interface Sifted {
  readonly changes: readonly Change[];
  readonly suppressed: readonly SuppressedChange[];
}

/**
 * Takes out what the configuration accepts. What has expired counts again, and is reported; so is what nothing fits.
 * @param today such as `2026-11-21`.
 */
export function sift(
  changes: readonly Change[],
  suppressions: readonly ConfiguredSuppression[],
  today: string,
  report: Report,
): Sifted {
  for (const one of suppressions) reportUseless(one, changes, today, report);
  const valid = suppressions.filter(({ expires }) => expires >= today);
  const reasonFor = (change: Change) =>
    valid.find(({ fact, rule }) => fact === change.fact && rule === change.rule);
  return {
    changes: changes.filter((change) => !reasonFor(change)),
    suppressed: changes.flatMap((change) => {
      const found = reasonFor(change);
      return found ? [{ change, reason: found.reason, expires: found.expires }] : [];
    }),
  };
}

function reportUseless(
  { fact, rule, expires, source }: ConfiguredSuppression,
  changes: readonly Change[],
  today: string,
  report: Report,
): void {
  if (!isRuleId(rule)) report('suppression-unknown-rule', { rule }, source);
  else if (!changes.some((change) => change.fact === fact && change.rule === rule))
    report('suppression-unused', { fact, rule }, source);
  else if (expires < today) report('suppression-expired', { fact, rule, expires }, source);
}
