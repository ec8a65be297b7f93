import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { SourceRange } from '../../diagnostics/position.js';
import { collector } from '../../diagnostics/report.js';
import type { Dialect, Page, PageReader } from '../../ecosystems/dialect.js';
import { guideOf } from '../../ecosystems/read-pages.js';
import type { Fragment, MemberFragment } from '../../model/fragments.js';
import { check, checkSame, type DeclareTest } from './suite.js';

/** What a dialect is held to, and by which pages. */
export interface DialectSuite {
  readonly dialect: Dialect;
  readonly test: DeclareTest;
  /** Pages of its format, each with the names of what it describes: operations, shapes and enumerations. */
  readonly pages: readonly { readonly page: Page; readonly describes: readonly string[] }[];
  /** Pages that are none of its. */
  readonly foreign?: readonly Page[];
}

/**
 * What every dialect has to hold: it knows its own pages and no others, reads them into fragments that lie within the
 * page, never throws, and gives the same for the same page.
 */
export function testDialect({ dialect, test, pages, foreign = prose }: DialectSuite): void {
  test(`${dialect.id} has pages to be tested with`, () => check(pages.length > 0, 'give at least one page'));
  for (const sample of pages) testPage(dialect, sample, test);
  for (const page of foreign) {
    test(`${dialect.id} leaves ${page.path} alone`, async () => {
      if (dialect.matches(page) === 0) return;
      checkSame(read(await dialect.load(), page).fragments.length, 0, 'fragments of a page that is none');
    });
  }
}

function testPage(
  dialect: Dialect,
  { page, describes }: DialectSuite['pages'][number],
  test: DeclareTest,
): void {
  test(`${dialect.id} is sure of ${page.path}`, () => {
    const certainty = dialect.matches(page);
    check(certainty > 0 && certainty <= 1, `its certainty is ${certainty}; expected more than 0, at most 1`);
  });
  test(`${dialect.id} reads ${page.path}`, async () => {
    const result = read(await dialect.load(), page);
    checkSame(result.fragments.map(nameOf).sort(), [...describes].sort(), 'what the page describes');
    checkPlaces(page, result);
  });
  test(`${dialect.id} gives the same for ${page.path} twice`, async () => {
    const reader = await dialect.load();
    checkSame(read(reader, page).fragments, read(reader, page).fragments, 'the second reading');
  });
  test(`${dialect.id} never throws at what is left of ${page.path}`, async () => {
    const reader = await dialect.load();
    for (const part of broken(page)) checkPlaces(part, read(reader, part));
  });
}

interface Read {
  readonly fragments: readonly Fragment[];
  readonly diagnostics: readonly Diagnostic[];
}

function read(reader: PageReader, page: Page): Read {
  const { report, diagnostics } = collector();
  return { fragments: reader(page, report, guideOf([page])), diagnostics };
}

const nameOf = (fragment: Fragment): string => {
  if (fragment.kind === 'operation') return fragment.name ?? fragment.title ?? '';
  return fragment.kind === 'guide' ? 'guide' : fragment.name;
};

/** Every place that a reader names is one of its page. */
function checkPlaces(page: Page, { fragments, diagnostics }: Read): void {
  const lines = page.text.split(/\r\n|\n|\r/u).length;
  const places = [...fragments.flatMap(placesOf), ...diagnostics.flatMap(({ source }) => source ?? [])];
  for (const { file, line, column, endLine } of places) {
    const inside = file === page.path && line >= 1 && column >= 1 && endLine >= line && endLine <= lines;
    check(inside, `${file}:${line}:${column} is no place of ${page.path}, which has ${lines} lines`);
  }
}

function placesOf(fragment: Fragment): readonly SourceRange[] {
  const members = (list: readonly MemberFragment[]): readonly SourceRange[] =>
    list.flatMap(({ source, type }) => [source, ...(type ? [type.source] : [])]);
  if (fragment.kind === 'shape') return [fragment.source, ...members(fragment.members)];
  if (fragment.kind !== 'operation') return [fragment.source];
  return [
    fragment.source,
    ...members(fragment.input),
    ...fragment.responses.flatMap((response) => [response.source, ...members(response.members)]),
  ];
}

/** The page cut off at each quarter, without every second line, backwards, and with the marks of other formats in it. */
function broken({ path, text }: Page): readonly Page[] {
  const lines = text.split('\n');
  const texts = [
    ...[0.25, 0.5, 0.75].map((share) => text.slice(0, Math.floor(text.length * share))),
    lines.filter((_, at) => at % 2 === 0).join('\n'),
    [...lines].reverse().join('\n'),
    lines.join('\r\n'),
    text.replaceAll('|', '||').replaceAll('`', '``'),
    `<!-- ${text}`,
    `\u0000\u2028${text}\ud800`,
  ];
  return texts.map((part) => ({ path, text: part }));
}

/** Pages of no reference. */
const prose: readonly Page[] = [
  { path: 'empty.md', text: '' },
  { path: 'diary.md', text: '# Tuesday\n\nIt rained, and nobody came to the garden.\n' },
];
