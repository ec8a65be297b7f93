import type { Report } from '../diagnostics/report.js';
import { coverageOf, coverageRatio, type PagesRead } from '../ecosystems/coverage.js';
import { countsOf, readingLine, unreadGroups, type UnreadGroup } from './unread.js';

/** Forms that are told of; `docwright inspect --unread` shows them all. */
const told = 10;

/**
 * Reports that too few of the lines that can state facts were understood for a package to be trusted, and what was not,
 * by its form. True where it has.
 */
export function reportHalfRead(
  { fragments, findings }: PagesRead,
  { id, minCoverage }: { readonly id: string; readonly minCoverage: number },
  report: Report,
): boolean {
  const pages = coverageOf(fragments, findings);
  if (coverageRatio(pages) >= minCoverage) return false;
  const lines = pages.reduce((sum, page) => sum + page.lines, 0);
  const understood = pages.reduce((sum, page) => sum + page.understood, 0);
  const related = unreadGroups(findings)
    .slice(0, told)
    .map((group) => ({ message: tellOf(group), source: group.sample }));
  const least = `${minCoverage * 100}%`;
  report('input-half-read', { service: id, understood, lines, least }, undefined, related);
  return true;
}

const tellOf = (group: UnreadGroup): string =>
  `${group.form}: ${countsOf(group)}${group.reading ? `; explained by ${readingLine(group.reading)}` : ''}`;
