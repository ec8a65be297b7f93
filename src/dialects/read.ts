import type { Report } from '../diagnostics/report.js';
import type { Fragment } from '../ir/fragments.js';
import type { Dialect, Page } from './dialect.js';
import { dialects } from './registry.js';

/**
 * Reads every page with the first dialect that knows it; the others are reported and left out.
 * @param ids the dialects to try, in this order; every one where absent.
 */
export function readFragments(
  pages: readonly Page[],
  report: Report,
  ids?: readonly string[],
): readonly Fragment[] {
  const tried = ids?.flatMap((id) => dialects.filter((dialect) => dialect.id === id)) ?? dialects;
  return pages.flatMap((page) => readPage(page, tried, report));
}

function readPage(page: Page, tried: readonly Dialect[], report: Report): readonly Fragment[] {
  const start = { file: page.path, line: 1, column: 1, endLine: 1, endColumn: 1 };
  const first = page.text.split(/\r?\n/).find((line) => line.trim() !== '');
  if (first === undefined) {
    report('page-empty', {}, start);
    return [];
  }
  const dialect = tried.find((candidate) => candidate.matches(page));
  const fragments = dialect?.read(page, report) ?? [];
  if (fragments.length === 0) report('page-not-recognised', { first: first.trim().slice(0, 60) }, start);
  return fragments;
}
