import { once } from '../base/memoise.js';
import { startOf } from '../diagnostics/position.js';
import type { Report } from '../diagnostics/report.js';
import type { Fragment } from '../model/fragments.js';
import type { Dialect, Guide, Page, PageReader, Reading } from './dialect.js';
import type { Ecosystem } from './ecosystem.js';
import { dialectsOf, ecosystems } from './registry.js';

/** A page format with what reads its pages. */
export interface LoadedDialect {
  readonly dialect: Dialect;
  readonly ecosystem: Ecosystem;
  readonly read: PageReader;
}

/**
 * Loads the dialects that know some of the pages.
 * @param ids the dialects to try; every one where absent.
 */
export async function loadDialects(
  pages: readonly Page[],
  ids?: readonly string[],
  among: readonly Ecosystem[] = ecosystems,
  reading: Reading = {},
): Promise<readonly LoadedDialect[]> {
  const tried = dialectsOf(among).filter(({ dialect }) => ids?.includes(dialect.id) ?? true);
  const met = tried.filter(({ dialect }) => pages.some((page) => dialect.matches(page, reading) > 0));
  // Those that can be surest are asked first, so that others need not be.
  const sorted = met.sort((one, other) => mostOf(other) - mostOf(one));
  return await Promise.all(sorted.map(async (one) => ({ ...one, read: await one.dialect.load() })));
}

/** What the pages of one run make together. */
export const guideOf = (pages: readonly Page[], reading: Reading = {}): Guide => ({
  pages: new Map(pages.map((page) => [page.path, page])),
  reading,
});

/**
 * The pages that a page stands among, by their paths: all but those that another dialect is surest of. Sorted at the first
 * question, for most readers ask none.
 */
export function guidesAmong(
  pages: readonly Page[],
  loaded: readonly LoadedDialect[],
  reading: Reading = {},
): (page: Page) => ReadonlyMap<string, Page> {
  const owners = once(() => new Map(pages.map((page) => [page.path, surestOf(page, loaded, reading)[0]])));
  const guides = new Map<LoadedDialect | undefined, ReadonlyMap<string, Page>>();
  return (page) => {
    const reader = owners().get(page.path);
    const known = guides.get(reader);
    if (known) return known;
    const among = pages.filter((one) => [undefined, reader].includes(owners().get(one.path)));
    const guide = new Map(among.map((one) => [one.path, one]));
    guides.set(reader, guide);
    return guide;
  };
}

/** Reads every page with the dialect that is surest of it; the others are reported and left out. */
export const readFragments = (
  pages: readonly Page[],
  report: Report,
  loaded: readonly LoadedDialect[],
  guide: Guide = guideOf(pages),
): readonly Fragment[] => pages.flatMap((page) => readPage(page, loaded, guide, report));

function readPage(
  page: Page,
  loaded: readonly LoadedDialect[],
  guide: Guide,
  report: Report,
): readonly Fragment[] {
  const start = startOf(page.path);
  const first = /\S[^\n]*/.exec(page.text)?.[0];
  if (first === undefined) {
    report('page-empty', {}, start);
    return [];
  }
  const sure = surest(page, loaded, guide.reading, report);
  const fragments = sure?.read(page, report, guide) ?? [];
  if (fragments.length === 0) report('page-not-recognised', { first: first.trim().slice(0, 60) }, start);
  return fragments.map((fragment) => ({ ...fragment, ecosystem: sure?.ecosystem.id ?? '' }));
}

/** The dialect that is surest of a page; of two that are as sure the first, and a finding. */
function surest(
  page: Page,
  loaded: readonly LoadedDialect[],
  reading: Reading,
  report: Report,
): LoadedDialect | undefined {
  const [first, ...others] = surestOf(page, loaded, reading);
  if (first && others.length > 0) {
    const ids = [first, ...others].map(({ dialect }) => dialect.id);
    report('dialects-tie', { taken: first.dialect.id, dialects: ids }, startOf(page.path));
  }
  return first;
}

/** The dialects that are surest of a page, more than one where they are as sure; none where none knows it. */
function surestOf(page: Page, loaded: readonly LoadedDialect[], reading: Reading): readonly LoadedDialect[] {
  let most = 0;
  let surest: readonly LoadedDialect[] = [];
  for (const one of loaded) {
    if (mostOf(one) < most) continue;
    const certainty = one.dialect.matches(page, reading);
    if (certainty > most) surest = [];
    if (certainty > 0 && certainty >= most) surest = [...surest, one];
    most = Math.max(most, certainty);
  }
  return surest;
}

const mostOf = ({ dialect }: Pick<LoadedDialect, 'dialect'>): number => dialect.most ?? 1;
