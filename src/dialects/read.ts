import type { Report } from '../diagnostics/report.js';
import type { Fragment } from '../ir/fragments.js';
import type { Page } from './dialect.js';
import { dialects } from './registry.js';

/** Reads every page with the first dialect that knows it; the others are reported and left out. */
export const readFragments = (pages: readonly Page[], report: Report): readonly Fragment[] =>
  pages.flatMap((page) => readPage(page, report));

function readPage(page: Page, report: Report): readonly Fragment[] {
  const start = { file: page.path, line: 1, column: 1, endLine: 1, endColumn: 1 };
  const first = page.text.split(/\r?\n/).find((line) => line.trim() !== '');
  if (first === undefined) {
    report('page-empty', {}, start);
    return [];
  }
  const dialect = dialects.find((candidate) => candidate.matches(page));
  const fragments = dialect?.read(page, report) ?? [];
  if (fragments.length === 0) report('page-not-recognised', { first: first.trim().slice(0, 60) }, start);
  return fragments;
}
