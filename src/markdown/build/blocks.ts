import type { Code, Heading, List, ListItem as ListNode, Nodes, Paragraph, RootContent } from 'mdast';
import type { SourceRange } from '../../diagnostics/position.js';
import type { Block, CodeBlock, ListItem, Located } from '../blocks.js';
import type { Mark } from '../mask/mask-page.js';
import type { Token } from '../scan/token.js';
import { blocksOfToken } from './component.js';
import { joinDefinitions, markdownDefinitions } from './definitions.js';
import { inlineAmong } from './html-blocks.js';
import { HeadingNames } from './heading-names.js';
import { buildInline } from './inline.js';
import { linesOf } from './inline-lines.js';
import { MAX_DEPTH, type Page } from './page.js';
import { paragraphBlocks } from './paragraph.js';
import { buildTable } from './table.js';

/** The blocks of a page's tree. */
export const buildBlocks = (page: Page, nodes: readonly RootContent[]): readonly Block[] =>
  new BlockBuilder(page).build(nodes, 0);

class BlockBuilder {
  private readonly page: Page;
  private readonly names = new HeadingNames();
  /** The tokens around what is being built. */
  private readonly around: Token[] = [];

  constructor(page: Page) {
    this.page = page;
  }

  build(nodes: readonly RootContent[], depth: number): readonly Block[] {
    const cursor = { nodes, at: 0, depth };
    const blocks: Block[] = [];
    // A token that ends where it did not begin leaves what follows to its surroundings.
    while (cursor.at < nodes.length) blocks.push(...this.read(cursor, undefined));
    return joinDefinitions(blocks);
  }

  /** Blocks up to the end of a token, which is passed. */
  private read(cursor: Cursor, token: Token | undefined): Block[] {
    const blocks: Block[] = [];
    for (let node = cursor.nodes[cursor.at]; node; node = cursor.nodes[cursor.at]) {
      const mark = node.type === 'html' ? this.page.mark(node.value) : undefined;
      if (mark?.kind === 'close' && mark.token.partner !== token && this.around.includes(mark.token)) break;
      cursor.at++;
      if (mark?.kind === 'close') {
        if (mark.token.partner === token) break;
      } else if (mark) blocks.push(...this.marked(cursor, mark));
      else blocks.push(...this.block(node, cursor.depth));
    }
    return blocks;
  }

  private marked(cursor: Cursor, mark: Mark): readonly Block[] {
    if (mark.kind === 'table') return [buildTable(this.page, mark.table, cursor)];
    if (mark.kind === 'table-end' || mark.kind === 'close') return [];
    const { token } = mark;
    if (mark.kind === 'single') return this.named(blocksOfToken(this.page, token, []));
    if (token.partner) this.around.push(token.partner);
    const blocks = this.read(cursor, token);
    if (token.partner) this.around.pop();
    if (token.syntax === 'element' && /^h[1-6]$/.test(token.name)) return [this.htmlHeading(token, blocks)];
    return this.named(blocksOfToken(this.page, token, joinDefinitions(blocks)));
  }

  private named(blocks: readonly Block[]): readonly Block[] {
    blocks.forEach((block) => this.names.pass(block));
    return blocks;
  }

  private block(node: RootContent, depth: number): readonly Block[] {
    if (depth > MAX_DEPTH) return [];
    switch (node.type) {
      case 'paragraph':
        return this.named(this.paragraph(node));
      case 'heading':
        return [this.heading(node)];
      case 'code':
        return this.named([this.code(node)]);
      case 'list':
        return this.named([this.list(node, depth)]);
      case 'blockquote': {
        const blocks = this.build(node.children, depth + 1);
        return this.named([{ kind: 'quote', blocks, source: this.upTo(node, blocks.at(-1)) }]);
      }
      case 'thematicBreak':
        return this.named([{ kind: 'rule', source: this.page.range(node) }]);
      case 'html':
        return this.named([
          { kind: 'html', text: this.page.restore(node.value), source: this.page.range(node) },
        ]);
      default:
        return [];
    }
  }

  private paragraph(node: Paragraph): readonly Block[] {
    const source = this.page.range(node);
    const inline = buildInline(this.page, node.children, source);
    return paragraphBlocks({
      kind: 'paragraph',
      inline,
      lines: linesOf(this.page.source, inline),
      source,
    });
  }

  private heading(node: Heading): Block {
    const source = this.page.range(node);
    return this.names.heading(node.depth, buildInline(this.page, node.children, source), source);
  }

  private htmlHeading(token: Token, blocks: readonly Block[]): Block {
    const source = this.page.tokenRange(token);
    const id = token.attributes.find(({ name }) => name === 'id')?.value;
    const heading = this.names.heading(
      Number(token.name.slice(1)),
      inlineAmong(this.page, blocks, source),
      source,
    );
    return typeof id === 'string' ? { ...heading, ids: [...heading.ids, id] } : heading;
  }

  private code(node: Code): CodeBlock {
    const source = this.page.range(node);
    const text = this.page.source.lines[source.line - 1] ?? '';
    const fenced = /[`~]/.test(text[source.column - 1] ?? '');
    const code = this.page.restore(node.value);
    const line = source.line + (fenced ? 1 : 0);
    return {
      kind: 'code',
      lang: node.lang ?? undefined,
      meta: node.meta ?? undefined,
      text: code,
      line,
      column: this.page.columnOfCode(code, line, source.column),
      fenced,
      source,
    };
  }

  private list(node: List, depth: number): Block {
    const items = node.children.map((item) => this.item(item, depth));
    const source = this.upTo(node, items.at(-1));
    return this.page.masked.definitions.has(node.position?.start.line ?? 0)
      ? markdownDefinitions(items, source)
      : { kind: 'list', ordered: node.ordered ?? false, items, source };
  }

  private item(node: ListNode, depth: number): ListItem {
    const blocks = this.build(node.children, depth + 1);
    const [first] = blocks;
    const inline = first?.kind === 'paragraph' ? first.inline : undefined;
    return { inline, blocks, source: this.upTo(node, blocks.at(-1)) };
  }

  /** What holds blocks ends where the last of them does: markers may stand where its parser takes it to end. */
  private upTo(node: Nodes, last: Located | undefined): SourceRange {
    const { file, line, column } = this.page.range(node);
    const end = (this.page.source.lines[line - 1] ?? '').trimEnd().length + 1;
    const { endLine, endColumn } = last?.source ?? { endLine: line, endColumn: Math.max(column, end) };
    return { file, line, column, endLine, endColumn };
  }
}

interface Cursor {
  readonly nodes: readonly RootContent[];
  at: number;
  readonly depth: number;
}
