import { visible } from '../../diagnostics/visible.js';
import type { Change, ChangeSide } from '../change.js';
import { verdictOfChange } from '../document.js';
import { verdicts, views } from '../verdict.js';

/** `API_CreateUser.md:41`, with the line that is there where it is known. */
export const placeOf = ({ source }: ChangeSide): string => visible(`${source.file}:${source.line}`);

/** The effects on one line: `wire none, types minor, server major`. */
export const effectsOf = (change: Change): string =>
  views.map((view) => `${view} ${change[view]}`).join(', ');

/** What was there and what is there, in that order. */
export const sidesOf = ({
  before,
  after,
}: Change): readonly (readonly [sign: '-' | '+', side: ChangeSide])[] => [
  ...(before ? [['-', before] as const] : []),
  ...(after ? [['+', after] as const] : []),
];

/** How much of a quoted line is shown. */
const shown = 120;

/**
 * The line that states a side, for people: without the anchors of pages, and where it is long and there is another, from
 * shortly before they differ.
 */
export function quoteOf(side: ChangeSide, { before, after }: Change): string | undefined {
  if (side.line === undefined) return undefined;
  const line = plain(side.line);
  const other = plain((side === before ? after : before)?.line ?? line);
  const differs = [...line].findIndex((letter, at) => letter !== other[at]);
  const start = line.length <= shown || differs < shown - 40 ? 0 : differs - 40;
  return short(start === 0 ? line : `...${line.slice(start)}`, shown);
}

const plain = (line: string): string =>
  line
    .replaceAll(/<a name="[^"]*"><\/a>/gu, '')
    .replaceAll(/\s+/gu, ' ')
    .trim();

/** A text on one line, cut to a readable length. */
export function short(text: string, longest = shown): string {
  const line = visible(text.replaceAll(/\s+/gu, ' ').trim());
  return line.length > longest ? `${line.slice(0, longest)}...` : line;
}

/** `1 change`, `2 changes`. */
export const many = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

/** `5 major, 48 minor`; empty where nothing changed. */
export const countsOf = (changes: readonly Change[]): string =>
  [...verdicts]
    .reverse()
    .map((verdict) => [changes.filter((one) => verdictOfChange(one) === verdict).length, verdict] as const)
    .filter(([count]) => count > 0)
    .map(([count, verdict]) => `${count} ${verdict === 'none' ? 'without effect' : verdict}`)
    .join(', ');
