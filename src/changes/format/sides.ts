import { visible } from '../../diagnostics/visible.js';
import type { Change, ChangeSide } from '../change.js';
import { views } from '../verdict.js';

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

/** A text on one line, cut to a readable length. */
export function short(text: string, longest = 120): string {
  const line = visible(text.replaceAll(/\s+/gu, ' ').trim());
  return line.length > longest ? `${line.slice(0, longest)}...` : line;
}

/** `1 change`, `2 changes`. */
export const many = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;
