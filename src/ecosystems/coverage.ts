import type { Code } from '../diagnostics/catalogue/index.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Fragment } from '../model/fragments.js';

/** What pages state, and what was found while they were read. */
export interface PagesRead {
  readonly fragments: readonly Fragment[];
  readonly findings: readonly Diagnostic[];
}

/** How many of the lines that can state facts were understood, on one page. */
export interface PageCoverage {
  readonly page: string;
  readonly lines: number;
  readonly understood: number;
}

/** The findings that mean that a line was not understood. */
const NOT_UNDERSTOOD: ReadonlySet<string> = new Set<Code>([
  'line-unknown',
  'line-repeated',
  'label-unknown',
  'type-unknown',
  'constraint-unknown',
  'constraint-misplaced',
  'required-unknown',
  'status-unknown',
  'syntax-not-understood',
  'block-unread',
]);

/** The lines that a finding says were not understood. */
export function missedLines({ code, source }: Diagnostic): readonly number[] {
  if (!source || !NOT_UNDERSTOOD.has(code)) return [];
  const end = code === 'block-unread' ? source.endLine : source.line;
  return Array.from({ length: end - source.line + 1 }, (_, at) => source.line + at);
}

/** The coverage of each page, in the order of the fragments; pages without such lines are left out. */
export function coverageOf(
  fragments: readonly Fragment[],
  diagnostics: readonly Diagnostic[],
): PageCoverage[] {
  const missed = new Map<string, Set<number>>();
  for (const finding of diagnostics) {
    const found = missedLines(finding);
    if (!finding.source || found.length === 0) continue;
    const lines = missed.get(finding.source.file) ?? new Set<number>();
    for (const line of found) lines.add(line);
    missed.set(finding.source.file, lines);
  }
  return fragments
    .filter(({ lines }) => lines > 0)
    .map(({ page, lines }) => ({
      page,
      lines,
      understood: lines - Math.min(lines, missed.get(page)?.size ?? 0),
    }));
}

/** The share of lines understood, from 0 to 1; 1 where there are none. */
export function coverageRatio(pages: readonly PageCoverage[]): number {
  const lines = pages.reduce((sum, page) => sum + page.lines, 0);
  const understood = pages.reduce((sum, page) => sum + page.understood, 0);
  return lines === 0 ? 1 : understood / lines;
}
