import type { Report } from 'scslre';
import { ambiguousLoop } from './ambiguity.js';
import type { Backtracking, Translation } from './found.js';
import { backtracking, keyOf } from './memory.js';

/**
 * How an expression can take too long, found by static analysis (`scslre`, and ours for loops
 * that take several characters); undefined where it finds nothing. Results
 * are kept, for the same patterns stand in many places; the analysis is loaded at the first question.
 */
export async function findBacktracking(translation: Translation): Promise<Backtracking | undefined> {
  const key = keyOf(translation);
  const before = backtracking.recall(key);
  if (before !== undefined) return before ?? undefined;
  return backtracking.keep(key, (await analyse(translation)) ?? null) ?? undefined;
}

async function analyse(translation: Translation): Promise<Backtracking | undefined> {
  const checker = await import('scslre');
  const { source, flags } = translation;
  // `Move` says no more than that an expression may be tried from each place, for it is not anchored.
  const { reports } = checker.analyse({ source, flags }, { reportTypes: { Move: false } });
  const worst = reports.find(({ exponential }) => exponential) ?? reports[0];
  if (worst?.exponential) return { growth: 'exponential', part: partOf(worst) };
  const loop = await ambiguousLoop(translation);
  if (loop !== undefined) return { growth: 'exponential', part: loop };
  return worst && { growth: 'polynomial', part: partOf(worst) };
}

const partOf = (report: Report): string => ('quant' in report ? report.quant : report.startQuant).raw;
