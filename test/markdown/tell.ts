import type { Attributes, Block, Inline, InlineSpan } from '../../src/markdown/blocks.js';
import { outlineBlocks } from '../../src/markdown/outline.js';
import { sourceText } from '../../src/markdown/source.js';

/** The outline of a text, a line for each block, as tests like to compare it. */
export const tell = (...lines: readonly string[]): string[] =>
  outlineBlocks(sourceText('page.md', lines.join('\n'))).flatMap((block) => told(block));

function told(block: Block): string[] {
  const within = (blocks: readonly Block[]): string[] => blocks.flatMap(told).map((line) => `  ${line}`);
  switch (block.kind) {
    case 'heading':
      return [`h${block.depth} ${block.inline.text} #${[block.slug, ...block.ids].join(' #')}`];
    case 'paragraph':
      return [`p ${block.inline.text}`];
    case 'code':
      return [`code ${[block.lang, block.meta].filter(Boolean).join(' ')}@${block.line} ${block.text}`];
    case 'list':
      return block.items.flatMap(({ blocks }) => [block.ordered ? '1.' : '-', ...within(blocks)]);
    case 'table':
      return [
        `table ${block.header.map(({ inline }) => inline.text).join(' | ')}`,
        ...block.rows.map(({ cells }) => `  ${cells.map(({ inline }) => inline.text).join(' | ')}`),
      ];
    case 'definitions':
      return block.entries.flatMap(({ terms, details }) => [
        `term ${terms.map(({ text }) => text).join(', ')}`,
        ...details.flatMap(within),
      ]);
    case 'component': {
      const { origin, name, attributes, argument, selfClosing, blocks } = block;
      const head = [origin, name, attributesText(attributes), argument, selfClosing ? '/' : ''];
      return [head.filter((part) => part !== '').join(' '), ...within(blocks)];
    }
    case 'quote':
      return ['quote', ...within(block.blocks)];
    case 'front-matter':
      return [
        `front matter ${Object.entries(block.fields)
          .map(([key, { value }]) => `${key}=${value}`)
          .join(' ')}`,
      ];
    case 'import':
      return [`import ${[...block.names, block.path].join(' ')}`];
    case 'html':
    case 'comment':
      return [`${block.kind} ${block.text}`];
    default:
      return [block.kind];
  }
}

const attributesText = (attributes: Attributes): string =>
  Object.entries(attributes)
    .map(([name, { value, expression }]) =>
      value === true ? name : expression ? `${name}={${value}}` : `${name}=${value}`,
    )
    .join(' ');

/** The spans of running text: `kind:text`, in brackets what is within. */
export const tellSpans = ({ spans }: Pick<Inline, 'spans'>): string[] => spans.map(spanText);

function spanText(span: InlineSpan): string {
  const name = 'name' in span ? ` ${span.name}` : '';
  const url = 'url' in span ? ` -> ${span.url}` : '';
  const children =
    'children' in span && span.children.length > 0
      ? ` [${tellSpans({ spans: span.children }).join(', ')}]`
      : '';
  return `${span.kind}${name} ${JSON.stringify(span.text)}${url}${children}`;
}

/** The running text of a page that is one paragraph. */
export function inlineOf(...lines: readonly string[]): Inline {
  const [block] = outlineBlocks(sourceText('page.md', lines.join('\n')));
  if (block?.kind !== 'paragraph') throw new Error(`expected a paragraph, found ${block?.kind ?? 'nothing'}`);
  return block.inline;
}
