import type { Report } from 'scslre';
import { ambiguousLoop } from './ambiguity.js';
import { type Expression, parseFlags } from './expression.js';
import { type CharacterElement, positionsOf } from './positions.js';
import { isPlainlyHarmless } from './quick-check.js';
import { simplifyForTest } from './simplify.js';

/** How the time to reject a text can grow with its length. */
export interface Backtracking {
  readonly growth: 'exponential' | 'polynomial';
  /** The part of the expression that causes it. */
  readonly part: string;
}

/** How an expression can take too long; undefined if it cannot. The analysis runs where a quick check leaves doubt. */
export const findBacktracking = async (expression: Expression): Promise<Backtracking | undefined> =>
  isPlainlyHarmless(expression) ? undefined : await analyse(expression);

/**
 * The static analysis: `scslre` finds loops that share one repeated character, and `ambiguousLoop` those that share a
 * text of several. The libraries load when the first expression needs them.
 */
export async function analyse(expression: Expression): Promise<Backtracking | undefined> {
  const checker = await import('scslre');
  const { source, flags } = expression;
  // A report of `Move` only says that the expression may be tried at each place of a text, as it is not anchored.
  const { reports } = checker.analyse({ source, flags }, { reportTypes: { Move: false } });
  const worst = reports.find(({ exponential }) => exponential) ?? reports[0];
  if (worst?.exponential) return { growth: 'exponential', part: partOf(worst) };
  const loop = await findAmbiguousLoop(expression);
  if (loop !== undefined) return { growth: 'exponential', part: loop };
  return worst && { growth: 'polynomial', part: partOf(worst) };
}

const partOf = (report: Report): string => ('quant' in report ? report.quant : report.startQuant).raw;

/** A part that may be repeated this often counts as a loop. */
const manyTimes = 12;

/** An expression with more positions than this has too many pairs of them to look at. */
const maxPositions = 120;

async function findAmbiguousLoop(expression: Expression): Promise<string | undefined> {
  const { toUnicodeSet } = await import('regexp-ast-analysis');
  // What is tested counts: a loop at the end of the expression never gives back what it took.
  const { tree, flags } = simplifyForTest(expression);
  const known = parseFlags(flags);
  const charactersOf = (element: CharacterElement) => toUnicodeSet(element, known).chars;
  const positions = positionsOf(tree, charactersOf, manyTimes, maxPositions);
  return positions && ambiguousLoop(positions, (one, other) => !one.isDisjointWith(other));
}
