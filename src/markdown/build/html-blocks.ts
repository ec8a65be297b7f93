import type {
  Block,
  Cell,
  ComponentBlock,
  DefinitionEntry,
  Inline,
  ListItem,
  Row,
  TableBlock,
} from '../blocks.js';
import type { Token } from '../scan/token.js';
import { inlineOf } from './inline-lines.js';
import type { Page } from './page.js';

/** What an HTML element is where Markdown has a block for it; none for all other elements. */
export function htmlBlocks(page: Page, token: Token, blocks: readonly Block[]): readonly Block[] | undefined {
  switch (token.name) {
    case 'table':
      return [tableBlock(page, token, blocks)];
    case 'Table':
      // A component that stands for the element, as long as it holds what the element does.
      return parts(blocks, ['thead', 'tbody', 'tr']).length > 0
        ? [tableBlock(page, token, blocks)]
        : undefined;
    case 'dl':
      return [
        { kind: 'definitions', origin: 'html', entries: entriesOf(blocks), source: page.tokenRange(token) },
      ];
    case 'ul':
    case 'ol':
      return [
        {
          kind: 'list',
          ordered: token.name === 'ol',
          items: parts(blocks, ['li']).map(itemOf),
          source: page.tokenRange(token),
        },
      ];
    case 'blockquote':
      return [{ kind: 'quote', blocks, source: page.tokenRange(token) }];
    case 'p':
    case 'center':
      return blocks;
    default:
      return undefined;
  }
}

/** The elements of some names among blocks. */
const parts = (blocks: readonly Block[], names: readonly string[]): ComponentBlock[] =>
  blocks.flatMap((block) => (isPart(block) && names.includes(block.name) ? [block] : []));

const isPart = (block: Block): block is ComponentBlock =>
  block.kind === 'component' && block.origin === 'html';

const itemOf = ({ blocks, source }: ComponentBlock): ListItem => {
  const [first] = blocks;
  return { inline: first?.kind === 'paragraph' ? first.inline : undefined, blocks, source };
};

function tableBlock(page: Page, token: Token, blocks: readonly Block[]): TableBlock {
  const groups = parts(blocks, ['thead', 'tbody', 'tfoot', 'tr']);
  const rows = groups.flatMap((group) => (group.name === 'tr' ? [group] : parts(group.blocks, ['tr'])));
  const heads = headRows(groups[0], rows);
  return {
    kind: 'table',
    origin: 'html',
    header: oneRow(rows.slice(0, heads).map((row) => rowOf(page, row).cells)),
    rows: rows.slice(heads).map((row) => rowOf(page, row)),
    source: page.tokenRange(token),
  };
}

/** How many rows head the table: those of its head, or a first one of nothing but heads. */
function headRows(group: ComponentBlock | undefined, rows: readonly ComponentBlock[]): number {
  if (group?.name === 'thead') return parts(group.blocks, ['tr']).length;
  const [first] = rows;
  return first && parts(first.blocks, ['td']).length === 0 ? 1 : 0;
}

/** Heads in several rows as one row: of each column the lowest, as those above it group several. */
function oneRow(rows: readonly (readonly Cell[])[]): readonly Cell[] {
  const [only = [], ...others] = rows;
  if (others.length === 0) return only;
  const columns: Cell[] = [];
  const taken: number[] = [];
  for (const cells of rows) {
    let at = 0;
    for (const cell of cells) {
      while ((taken[at] ?? 0) > 0) at += 1;
      for (const end = Math.min(at + cell.colSpan, 100); at < end; at += 1) {
        columns[at] = { ...cell, rowSpan: 1, colSpan: 1 };
        taken[at] = cell.rowSpan;
      }
    }
    for (const [column, left] of taken.entries()) taken[column] = Math.max(0, (left || 0) - 1);
  }
  return columns;
}

const rowOf = (page: Page, { blocks, source }: ComponentBlock): Row => ({
  cells: parts(blocks, ['td', 'th']).map((cell) => cellOf(page, cell)),
  source,
});

function cellOf(page: Page, { blocks, attributes, source }: ComponentBlock): Cell {
  const span = (name: string): number => Math.max(1, Math.min(1000, Number(attributes[name]?.value) || 1));
  const first = blocks[0]?.source ?? source;
  const last = blocks.at(-1)?.source ?? source;
  const place = blocks.length === 0 ? source : { ...first, endLine: last.endLine, endColumn: last.endColumn };
  return {
    inline: inlineAmong(page, blocks, place),
    blocks,
    rowSpan: span('rowspan'),
    colSpan: span('colspan'),
    source: place,
  };
}

/** The running text of a cell or term; of several paragraphs one after the other. */
export function inlineAmong(page: Page, blocks: readonly Block[], source: Inline['source']): Inline {
  const inlines = blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.inline] : []));
  const [only] = inlines;
  if (only && inlines.length === 1) return only;
  const spans = inlines.flatMap((inline, at) => [
    ...(at === 0 ? [] : [{ kind: 'break' as const, hard: true, text: '\n', source: inline.source }]),
    ...inline.spans,
  ]);
  return inlineOf(page.source, spans, source);
}

/** Terms of `<dt>` and details of `<dd>`; several terms may share details. */
function entriesOf(blocks: readonly Block[]): DefinitionEntry[] {
  const entries: { terms: Inline[]; details: (readonly Block[])[]; source: Inline['source'] }[] = [];
  for (const { name, blocks: content, source } of parts(unwrapped(blocks), ['dt', 'dd'])) {
    const last = entries.at(-1);
    const inline = content.find((block) => block.kind === 'paragraph')?.inline;
    if (name === 'dt' && (!last || last.details.length > 0))
      entries.push({ terms: inline ? [inline] : [], details: [], source });
    else if (name === 'dt' && inline) last?.terms.push(inline);
    else if (name === 'dd' && last) {
      last.details.push(content);
      last.source = { ...last.source, endLine: source.endLine, endColumn: source.endColumn };
    }
  }
  return entries;
}

/** HTML lets `<div>` group the entries of a definition list. */
const unwrapped = (blocks: readonly Block[]): readonly Block[] =>
  blocks.flatMap((block) => (isPart(block) && block.name === 'div' ? block.blocks : [block]));
