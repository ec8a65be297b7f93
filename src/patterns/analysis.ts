import type { Report } from 'scslre';
import { ambiguousLoop } from './ambiguity.js';
import type { Backtracking, Translation } from './types.js';
import { positionsOf } from './positions.js';
import { parseExpression, regExpParser } from './regexpp.js';
import { simplifyForTest } from './simplify.js';

/** From here on a repetition counts as endless. */
const many = 12;

/** Beyond so many positions the pairs of them are too many to look at. */
const tooMany = 120;

/**
 * How an expression can take too long, found by static analysis: `scslre` with one repeated character, and ours for loops
 * that take several. The library takes longer to load than all the patterns of a service to analyse.
 */
export async function analyse(translation: Translation): Promise<Backtracking | undefined> {
  const checker = await import('scslre');
  const { source, flags } = translation;
  // `Move` says no more than that an expression may be tried from each place, for it is not anchored.
  const { reports } = checker.analyse({ source, flags }, { reportTypes: { Move: false } });
  const worst = reports.find(({ exponential }) => exponential) ?? reports[0];
  if (worst?.exponential) return { growth: 'exponential', part: partOf(worst) };
  const loop = await loopOfSeveral(translation);
  if (loop !== undefined) return { growth: 'exponential', part: loop };
  return worst && { growth: 'polynomial', part: partOf(worst) };
}

const partOf = (report: Report): string => ('quant' in report ? report.quant : report.startQuant).raw;

async function loopOfSeveral(translation: Translation): Promise<string | undefined> {
  const { toUnicodeSet } = await import('regexp-ast-analysis');
  // What is tested is what counts: a loop that nothing follows gives up no text.
  const { source, flags } = simplifyForTest(translation);
  const known = regExpParser.parseFlags(flags);
  const positions = positionsOf(
    parseExpression(source),
    (element) => toUnicodeSet(element, known).chars,
    many,
  );
  if (!positions || positions.length > tooMany) return undefined;
  return ambiguousLoop(positions, (one, other) => !one.isDisjointWith(other));
}
