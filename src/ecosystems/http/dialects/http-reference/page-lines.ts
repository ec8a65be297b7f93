import type { Block } from '../../../../markdown/blocks.js';
import type { SourceRange } from '../../../../diagnostics/position.js';
import { phraseOf, plain } from './phrase.js';
import type { PageContext } from './page-context.js';
import { roleOfItem } from './places.js';
import { tellUnknown } from './unknown-words.js';
import { unknownComponents, unreadForm } from './unread-forms.js';
import { withDescendants, type Item } from './sections.js';

/**
 * Counts the lines of a page that can state facts: rows of tables, items of lists that begin with a name, entries, members
 * by component, and code. Prose is no such line. Where none of a block was taken into a fact, that is a finding.
 */
export function coverLines(page: PageContext): number {
  const lines = new Set<number>();
  for (const section of withDescendants(page.analysis.outline.root)) {
    for (const item of section.items) coverItem(item, page, lines);
  }
  coverUnknown(page, lines);
  tellUnknown(page);
  return lines.size;
}

function coverUnknown(page: PageContext, lines: Set<number>): void {
  for (const { component, ...form } of unknownComponents(page.analysis.outline.unknown)) {
    const { source } = component;
    lines.add(source.line);
    const first = { ...source, endLine: source.line, endColumn: source.column };
    page.report('block-unread', { what: 'component', lines: 1, title: component.name, ...form }, first);
  }
}

/**
 * Counts what could state facts on a page of which nothing was made: tables and components that list members by what
 * stands in them. All else there is taken for prose.
 */
export function coverForms(page: PageContext): number {
  const lines = new Set<number>();
  for (const section of withDescendants(page.analysis.outline.root)) {
    for (const item of section.items)
      if (item.block.kind === 'table' && unreadForm(item, page).reading?.columns)
        coverItem(item, page, lines);
  }
  coverUnknown(page, lines);
  return lines.size;
}

function coverItem(item: Item, page: PageContext, lines: Set<number>): void {
  const { file } = item.block.source;
  const stating = statingLines(item.block);
  // Lines of an included file are counted as its own.
  if (file === page.analysis.page.path) for (const line of stating) lines.add(line);
  const unread = stating.filter((line) => !page.lines.has(file, line));
  if (isFrame(item) || isCard(item, page) || isNothing(item, page))
    for (const line of unread) lines.delete(line);
  else
    for (const run of runsOf(unread))
      page.report(
        'block-unread',
        {
          what: nameOf(item.block),
          lines: run.length,
          title: item.section.title,
          ...unreadForm(item, page),
        },
        rangeOf(run, item),
      );
}

/** Lines that follow one another; rows of a list may have others between them. */
function runsOf(lines: readonly number[]): readonly (readonly number[])[] {
  const runs: number[][] = [];
  for (const line of lines) {
    const run = runs.at(-1);
    if (run?.at(-1) === line - 1) run.push(line);
    else runs.push([line]);
  }
  return runs;
}

const rangeOf = ([first = 1, ...others]: readonly number[], { block: { source } }: Item): SourceRange => {
  const last = others.at(-1) ?? first;
  return {
    ...source,
    line: first,
    column: 1,
    endLine: last,
    endColumn: last === source.endLine ? source.endColumn : 1,
  };
};

/** What the configuration says is nothing of the API. */
const isNothing = (item: Item, { analysis, guide }: PageContext): boolean =>
  roleOfItem(item, analysis.outline.root, guide.style.reading).side === 'none';

/** The labelled lines of an operation's own card are known, whatever they say. */
const isCard = ({ block }: Item, { analysis }: PageContext): boolean =>
  analysis.sites.some(({ requests }) => requests.some(({ item }) => item?.block === block));

const nameOf = ({ kind }: Block): string =>
  kind === 'definitions' ? 'definition list' : kind === 'code' ? 'code' : kind;

/** The lines that a block's facts would stand on. */
function statingLines(block: Block): readonly number[] {
  switch (block.kind) {
    case 'table':
      return block.rows.map(({ source }) => source.line);
    case 'definitions':
      return block.entries.map(({ source }) => source.line);
    case 'list':
      return block.items.flatMap(({ inline, source }) =>
        inline && /^(?:\uE000|[\w.-]+ ?[:(–])/.test(phraseOf(inline).text) ? [source.line] : [],
      );
    case 'component':
      return Object.keys(block.attributes).length > 0 && block.origin === 'element' && !block.selfClosing
        ? [block.source.line]
        : [];
    default:
      return [];
  }
}

/** Lists of links are an index, and sections about something else are known as such. */
function isFrame({ block }: Item): boolean {
  if (block.kind !== 'table' && block.kind !== 'list') return false;
  const inlines =
    block.kind === 'table'
      ? block.rows.flatMap(({ cells: [first] }) => first?.inline ?? [])
      : block.items.flatMap(({ inline }) => inline ?? []);
  return (
    inlines.length > 0 &&
    inlines.every(
      ({ spans }) =>
        spans.find((span) => span.kind !== 'text' || plain(span.text).trim() !== '')?.kind === 'link',
    )
  );
}
