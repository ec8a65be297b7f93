import type { Translation } from './translate.js';

/** How the time to reject a text can grow with its length. */
export interface Backtracking {
  readonly growth: 'exponential' | 'polynomial';
  /** The part of the expression at fault. */
  readonly part: string;
}

const known = new Map<string, Promise<Backtracking | undefined>>();

/**
 * How an expression can take too long, found by static analysis (`scslre`); undefined where it finds nothing. Results
 * are kept, for the same patterns stand in many places; the analysis is loaded at the first question.
 */
export function findBacktracking(translation: Translation): Promise<Backtracking | undefined> {
  const id = `/${translation.source}/${translation.flags}`;
  const before = known.get(id);
  if (before) return before;
  const found = analyse(translation);
  known.set(id, found);
  return found;
}

async function analyse({ source, flags }: Translation): Promise<Backtracking | undefined> {
  const checker = await import('scslre');
  // Matching is not anchored, so that every expression may be tried from each place: `Move` says no more than that.
  const { reports } = checker.analyse({ source, flags }, { reportTypes: { Move: false } });
  const worst = reports.find(({ exponential }) => exponential) ?? reports[0];
  if (!worst) return undefined;
  const quantifier = 'quant' in worst ? worst.quant : worst.startQuant;
  return { growth: worst.exponential ? 'exponential' : 'polynomial', part: quantifier.raw };
}
