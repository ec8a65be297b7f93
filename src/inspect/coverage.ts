import { coverageRatio, type PageCoverage } from '../ecosystems/coverage.js';
import { visible } from '../diagnostics/visible.js';

/** Pages that are listed by name, the least understood first. */
const listed = 10;

/** How many of the lines that can state facts were understood, in all and on the pages where some were not. */
export function coverageText(pages: readonly PageCoverage[]): string {
  const lines = pages.reduce((sum, page) => sum + page.lines, 0);
  if (lines === 0) return '';
  const understood = pages.reduce((sum, page) => sum + page.understood, 0);
  const missed = pages
    .filter((page) => page.understood < page.lines)
    .sort((a, b) => a.understood / a.lines - b.understood / b.lines);
  const shown = missed.slice(0, listed).map((page) => `  ${percent([page])}  ${visible(page.page)}`);
  const left = missed.length > listed ? [`  and ${missed.length - listed} more pages`] : [];
  return `\n${[`Coverage  ${percent(pages)} (${understood} of ${lines} lines understood)`, ...shown, ...left].join('\n')}\n`;
}

/** Rounded down, so that 100% means all. */
export const percent = (pages: readonly PageCoverage[]): string =>
  `${(Math.floor(coverageRatio(pages) * 1000) / 10).toFixed(1)}%`;
