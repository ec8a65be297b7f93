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

/** What was found of expressions, each spelled `/source/flags`; null where nothing was found. Plain JSON. */
export type PatternAnswers = Readonly<Record<string, Backtracking | null>>;

/** What a run knows of expressions: the same ones stand in many places, and each is analysed once. */
export interface PatternMemory {
  /** How an expression can take too long; undefined where it cannot. */
  readonly findBacktracking: (expression: Expression) => Promise<Backtracking | undefined>;
  /** The answers that this run has asked for; undefined where an earlier run had found all of them. */
  readonly newAnswers: () => PatternAnswers | undefined;
}

/** @param earlier the answers of an earlier run, which are not looked for again. */
export function createPatternMemory(earlier: PatternAnswers = {}): PatternMemory {
  const known = new Map(Object.entries(earlier));
  const asked = new Map<string, Backtracking | null>();
  return {
    findBacktracking: async (expression) => {
      const key = `/${expression.source}/${expression.flags}`;
      const before = asked.get(key) ?? known.get(key);
      const found = before === undefined ? await find(expression) : before;
      asked.set(key, found);
      return found ?? undefined;
    },
    newAnswers: () =>
      [...asked.keys()].every((key) => known.has(key)) ? undefined : Object.fromEntries(asked),
  };
}

const find = async (expression: Expression): Promise<Backtracking | null> =>
  isPlainlyHarmless(expression) ? null : ((await analyse(expression)) ?? null);

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
