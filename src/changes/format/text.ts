import { visible } from '../../diagnostics/visible.js';
import type { Change } from '../change.js';
import { isEmpty, verdictOfChange, type Correction, type DiffDocument } from '../document.js';
import { ruleOf } from '../rules.js';
import { groupChanges, type ChangeGroup } from './groups.js';
import { countsOf, effectsOf, many, placeOf, quoteOf, short, sidesOf } from './sides.js';

/** For a terminal: the verdict, then every change with its places. */
export function textOf(document: DiffDocument): string {
  const { old, new: now, verdict, views, rulesVersion, proposedVersion } = document;
  const head = [
    visible(`${old} -> ${now}: ${verdict}`),
    `wire ${views.wire}, types ${views.types}, server ${views.server} (rules ${rulesVersion})`,
    ...countLines(document),
    ...incompleteLines(document),
    ...(proposedVersion === undefined ? [] : [`version proposed: ${proposedVersion}`]),
  ];
  if (isEmpty(document)) return [head[0], ...incompleteLines(document), 'no difference', ''].join('\n');
  const sections = [
    head,
    ...groupChanges(document.changes).map(linesOf),
    ...document.corrections.map(correctionLines),
    ...document.suppressed.map(({ change, reason, expires }) => [
      `accepted until ${visible(expires)}: ${visible(change.message)}`,
      `  ${short(reason)}`,
    ]),
    proseLines(document.prose),
  ];
  return sections
    .filter((lines) => lines.length > 0)
    .map((lines) => `${lines.join('\n')}\n`)
    .join('\n');
}

const incompleteLines = ({ incomplete = [] }: DiffDocument): readonly string[] =>
  incomplete.length === 0
    ? []
    : [
        'INCOMPLETE, so that the verdict cannot be relied on:',
        ...incomplete.map((one) => `  ${short(one, 200)}`),
      ];

const countLines = (document: DiffDocument): readonly string[] => {
  const counts = countsOf(document.changes);
  return counts === '' ? [] : [`changes: ${counts}`];
};

/** The same change in several places is told once, with each place. */
const linesOf = ({ message, changes }: ChangeGroup): readonly string[] => {
  const [first] = changes;
  return [
    `${verdictOfChange(first).padEnd(5)}  ${short(message, 200)}`,
    `       ${effectsOf(first)}${certaintyOf(first)}`,
    ...changes.flatMap((change) => [
      ...(changes.length > 1 ? [`       ${visible(change.fact)}`] : []),
      ...placeLines(change),
    ]),
    ...(verdictOfChange(first) === 'major' ? [`       why: ${ruleOf(first.rule).why}`] : []),
    ...(first.look === undefined ? [] : [`       look: ${first.look}`]),
  ];
};

const placeLines = (change: Change): readonly string[] =>
  sidesOf(change).map(([sign, side]) => {
    const quote = quoteOf(side, change);
    return `     ${sign} ${placeOf(side)}${quote === undefined ? '' : `  ${quote}`}`;
  });

const certaintyOf = ({ certainty }: Change): string =>
  certainty === undefined ? '' : `; ${Math.round(certainty * 100)} % sure`;

const correctionLines = ({ kind, code, message, places, changes }: Correction): readonly string[] => [
  `docs corrected  contradiction ${kind}: ${short(message, 200)} [${code}]`,
  ...places.map(({ source }) => `       ${visible(`${source.file}:${source.line}`)}`),
  ...changes.map((change) => `       with it: ${short(change.message, 200)}`),
];

const proseLines = (prose: readonly Change[]): readonly string[] =>
  prose.length === 0 ? [] : [`${many(prose.length, 'change')} of wording only; --format json lists them`];
