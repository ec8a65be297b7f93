import { visible } from '../../diagnostics/visible.js';
import type { Change } from '../change.js';
import { verdictOfChange, type DiffDocument } from '../document.js';
import { groupChanges } from './groups.js';
import { effectsOf, many, short } from './sides.js';

/** How many changes are told one by one. */
const told = 10;

/** What changed, in a few lines for people who did not ask for a diff: the gravest changes and the verdict. */
export function summaryOfChanges(service: string, document: DiffDocument): string {
  const { verdict, views, changes, prose, proposedVersion } = document;
  const groups = groupChanges(changes);
  const shown = groups.slice(0, told);
  const left = groups.slice(told).flatMap((group) => group.changes).length;
  const proposed = proposedVersion === undefined ? '' : `; version proposed: ${proposedVersion}`;
  const head = `${service} since it was last generated: ${verdict} (wire ${views.wire}, types ${views.types}, server ${views.server})`;
  const lines = [
    visible(`${head}${proposed}`),
    ...shown.map(
      ({ message, changes: [change] }) =>
        `  ${verdictOfChange(change).padEnd(5)}  ${short(message, 160)} (${effectsOf(change)})`,
    ),
    ...(left > 0 ? [`  ... and ${many(left, 'more change')}; docwright diff shows them all`] : []),
    ...deprecations(changes),
    ...(prose.length > 0 ? [`  ${many(prose.length, 'change')} of wording only`] : []),
  ];
  return `${lines.join('\n')}\n`;
}

/** What is deprecated now, however many graver changes there are. */
function deprecations(changes: readonly Change[]): readonly string[] {
  const facts = changes.filter(({ rule }) => rule === 'deprecated').map(({ fact }) => fact);
  if (facts.length === 0) return [];
  return [
    `  deprecated now: ${short(facts.map((fact) => fact.replace(/\.deprecated$/u, '')).join(', '), 400)}`,
  ];
}
