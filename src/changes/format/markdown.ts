import { visible } from '../../diagnostics/visible.js';
import type { Change } from '../change.js';
import { isEmpty, verdictOfChange, type DiffDocument } from '../document.js';
import type { Verdict } from '../verdict.js';
import { ruleOf } from '../rules.js';
import { groupChanges, type ChangeGroup } from './groups.js';
import { many, placeOf, quoteOf, short, sidesOf } from './sides.js';

/** For a pull request: the verdict, then a table for each gravity. Text of pages stands in code spans only. */
export function markdownOf(document: DiffDocument): string {
  const { verdict, views, rulesVersion, proposedVersion } = document;
  const proposed = proposedVersion === undefined ? '' : ` Version proposed: ${code(proposedVersion)}.`;
  const parts = [
    `## API changes: ${verdict}`,
    `${code(document.old)} → ${code(document.new)}.${proposed}`,
    ...incomplete(document),
    `| wire | types | server |\n| --- | --- | --- |\n| ${views.wire} | ${views.types} | ${views.server} |`,
    ...(['major', 'minor', 'patch', 'none'] as const).flatMap((gravity) => table(gravity, document.changes)),
    ...corrections(document),
    ...suppressed(document),
    ...(document.prose.length > 0 ? [`${many(document.prose.length, 'change')} of wording only.`] : []),
    ...(isEmpty(document) ? ['No difference.'] : []),
    `<sub>Rules ${rulesVersion}.</sub>`,
  ];
  return `${parts.join('\n\n')}\n`;
}

function table(gravity: Verdict, changes: readonly Change[]): readonly string[] {
  const grave = changes.filter((change) => verdictOfChange(change) === gravity);
  if (grave.length === 0) return [];
  const rows = groupChanges(grave).map(row);
  const head = '| change | wire | types | server | where |\n| --- | --- | --- | --- | --- |';
  return [`### ${gravity} (${grave.length})`, `${head}\n${rows.join('\n')}`];
}

function row(group: ChangeGroup): string {
  const [{ wire, types, server }] = group.changes;
  return `| ${messageOf(group)} | ${wire} | ${types} | ${server} | ${where(group)} |`;
}

/** What breaks somebody is told with the reason. */
function messageOf({ message, changes: [first] }: ChangeGroup): string {
  const { certainty, look, rule } = first;
  const sure = certainty === undefined ? '' : ` (${Math.round(certainty * 100)} % sure)`;
  const why = verdictOfChange(first) === 'major' ? `<br>${ruleOf(rule).why}` : '';
  return `${code(short(message, 200))}${sure}${why}${look === undefined ? '' : `<br>${look}`}`;
}

/** Several places are folded, so that the table stays one that can be read. */
function where({ changes }: ChangeGroup): string {
  const [first] = changes;
  if (changes.length === 1) return places(first);
  const all = changes.map((change) => `${code(change.fact)}<br>${places(change)}`).join('<br>');
  return `<details><summary>${changes.length} places</summary>${all}</details>`;
}

const places = (change: Change): string =>
  sidesOf(change)
    .map(([sign, side]) => {
      const quote = quoteOf(side, change);
      return `${sign} ${code(placeOf(side))}${quote === undefined ? '' : ` ${code(quote)}`}`;
    })
    .join('<br>');

function incomplete({ incomplete = [] }: DiffDocument): readonly string[] {
  if (incomplete.length === 0) return [];
  const items = incomplete.map((one) => `> - ${code(short(one, 200))}`);
  return [
    `> [!CAUTION]\n> Pages could not be read, so that the verdict cannot be relied on:\n>\n${items.join('\n')}`,
  ];
}

function corrections({ corrections }: DiffDocument): readonly string[] {
  if (corrections.length === 0) return [];
  const items = corrections.map(({ kind, message }) => `- ${kind}: ${code(short(message, 200))}`);
  return ['### docs corrected, not counted', items.join('\n')];
}

function suppressed({ suppressed }: DiffDocument): readonly string[] {
  if (suppressed.length === 0) return [];
  const items = suppressed.map(
    ({ change, reason, expires }) =>
      `- ${code(short(change.message, 200))} until ${code(expires)}: ${code(short(reason))}`,
  );
  return ['### accepted, not counted', items.join('\n')];
}

/** A code span that no text ends: fenced by more backticks than it holds, pipes escaped for tables. */
function code(text: string): string {
  const shown = visible(text).replaceAll('|', '\\|');
  const longest = Math.max(0, ...[...shown.matchAll(/`+/gu)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const pad = longest > 0 || shown === '' ? ' ' : '';
  return `${fence}${pad}${shown}${pad}${fence}`;
}
