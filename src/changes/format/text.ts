import { visible } from '../../diagnostics/visible.js';
import type { Change } from '../change.js';
import { isEmpty, verdictOfChange, type Correction, type DiffDocument } from '../document.js';
import { effectsOf, many, placeOf, short, sidesOf } from './sides.js';

/** For a terminal: the verdict, then every change with its places. */
export function textOf(document: DiffDocument): string {
  const { old, new: now, verdict, views, rulesVersion, proposedVersion } = document;
  const head = [
    visible(`${old} -> ${now}: ${verdict}`),
    `wire ${views.wire}, types ${views.types}, server ${views.server} (rules ${rulesVersion})`,
    ...(proposedVersion === undefined ? [] : [`version proposed: ${proposedVersion}`]),
  ];
  if (isEmpty(document)) return `${head[0]}\nno difference\n`;
  const sections = [
    head,
    ...document.changes.map(linesOf),
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

const linesOf = (change: Change): readonly string[] => [
  `${verdictOfChange(change).padEnd(5)}  ${short(change.message, 200)}`,
  `       ${effectsOf(change)}${change.certainty === undefined ? '' : `; ${Math.round(change.certainty * 100)} % sure`}`,
  ...sidesOf(change).map(
    ([sign, side]) =>
      `     ${sign} ${placeOf(side)}${side.line === undefined ? '' : `  ${short(side.line)}`}`,
  ),
  ...(change.look === undefined ? [] : [`       look: ${change.look}`]),
];

const correctionLines = ({ kind, code, message, places, changes }: Correction): readonly string[] => [
  `docs corrected  contradiction ${kind}: ${short(message, 200)} [${code}]`,
  ...places.map(({ source }) => `       ${visible(`${source.file}:${source.line}`)}`),
  ...changes.map((change) => `       with it: ${short(change.message, 200)}`),
];

const proseLines = (prose: readonly Change[]): readonly string[] =>
  prose.length === 0 ? [] : [`${many(prose.length, 'change')} of wording only; --format json lists them`];
