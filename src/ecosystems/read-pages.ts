import type { Report } from '../diagnostics/report.js';
import type { Fragment } from '../model/fragments.js';
import type { Dialect, Page, PageReader } from './dialect.js';
import { dialects } from './registry.js';

/** A page format with what reads its pages. */
export interface LoadedDialect {
  readonly dialect: Dialect;
  readonly read: PageReader;
}

/**
 * Loads the dialects that know some of the pages, in the order in which they are asked.
 * @param ids the dialects to try, in this order; every one where absent.
 */
export async function loadDialects(
  pages: readonly Page[],
  ids?: readonly string[],
): Promise<readonly LoadedDialect[]> {
  const tried = ids?.flatMap((id) => dialects.filter((dialect) => dialect.id === id)) ?? dialects;
  const met = tried.filter((dialect) => pages.some((page) => dialect.matches(page)));
  return await Promise.all(met.map(async (dialect) => ({ dialect, read: await dialect.load() })));
}

/** Reads every page with the first dialect that knows it; the others are reported and left out. */
export const readFragments = (
  pages: readonly Page[],
  report: Report,
  loaded: readonly LoadedDialect[],
): readonly Fragment[] => pages.flatMap((page) => readPage(page, loaded, report));

function readPage(page: Page, loaded: readonly LoadedDialect[], report: Report): readonly Fragment[] {
  const start = { file: page.path, line: 1, column: 1, endLine: 1, endColumn: 1 };
  const first = /\S[^\n]*/.exec(page.text)?.[0];
  if (first === undefined) {
    report('page-empty', {}, start);
    return [];
  }
  const known = loaded.find(({ dialect }) => dialect.matches(page));
  const fragments = known?.read(page, report) ?? [];
  if (fragments.length === 0) report('page-not-recognised', { first: first.trim().slice(0, 60) }, start);
  return fragments;
}
