import type { Report } from '../diagnostics/report.js';
import type { Related } from '../diagnostics/diagnostic.js';
import type { Change, ChangeSide } from './change.js';
import { verdictOfChange, type DiffDocument } from './document.js';
import { effectsOf } from './format/sides.js';

/** Puts every change of the API among the findings, for annotations beside the lines that changed. */
export function reportChanges({ changes, corrections }: DiffDocument, report: Report): void {
  for (const change of changes) reportChange(change, report);
  for (const { kind, message, places } of corrections) {
    const [place, ...others] = places;
    report('docs-corrected', { kind, message }, place?.source, others);
  }
}

function reportChange(change: Change, report: Report): void {
  const { message, before, after } = change;
  const code = codes[verdictOfChange(change)];
  const place = after ?? before;
  const related = before && after ? [relatedOf(before)] : [];
  report(code, { message, effects: effectsOf(change) }, place?.source, related);
}

const codes = {
  major: 'change-major',
  minor: 'change-minor',
  patch: 'change-patch',
  none: 'change-patch',
} as const;

const relatedOf = ({ source, line }: ChangeSide): Related => ({ message: `was: ${line ?? 'here'}`, source });
