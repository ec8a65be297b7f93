import type { Html, PhrasingContent, Text } from 'mdast';
import type { SourceRange } from '../../diagnostics/position.js';
import type { Inline, InlineSpan } from '../blocks.js';
import { hasPlaceholders, leadingFill, splitPlaceholders } from '../mask/placeholders.js';
import { readTag } from '../scan/tag.js';
import type { Token } from '../scan/token.js';
import { ElementStack } from './element-stack.js';
import { inlineOf } from './inline-lines.js';
import { joinText } from './inline-text.js';
import { MAX_DEPTH, type Page } from './page.js';
import { withStrikethrough } from './strikethrough.js';

/** Running text of the nodes of a paragraph or heading. */
export const buildInline = (page: Page, nodes: readonly PhrasingContent[], range: SourceRange): Inline =>
  inlineOf(page.source, buildSpans(page, nodes), range);

/** Spans of nodes, with elements of HTML around what stands between their tags. */
export function buildSpans(page: Page, nodes: readonly PhrasingContent[], depth = 0): readonly InlineSpan[] {
  const builder = new SpanBuilder(page, depth);
  nodes.forEach((node) => builder.add(node));
  return builder.finish();
}

class SpanBuilder {
  private readonly page: Page;
  private readonly depth: number;
  private readonly stack = new ElementStack();

  constructor(page: Page, depth: number) {
    this.page = page;
    this.depth = depth;
  }

  finish(): readonly InlineSpan[] {
    return withStrikethrough(this.stack.finish());
  }

  add(node: PhrasingContent): void {
    const { page, stack } = this;
    switch (node.type) {
      case 'text':
        this.addText(node);
        break;
      case 'inlineCode':
        stack.push({ kind: 'code', text: page.restore(node.value), children: [], source: page.range(node) });
        break;
      case 'strong':
      case 'emphasis': {
        const children = this.spans(node.children);
        stack.push({ kind: node.type, text: joinText(children), children, source: page.range(node) });
        break;
      }
      case 'link':
        this.addLink(node, node.children, node.url);
        break;
      case 'linkReference':
        this.addLink(node, node.children, page.definition(node.identifier) ?? '');
        break;
      case 'image':
      case 'imageReference': {
        const url = node.type === 'image' ? node.url : (page.definition(node.identifier) ?? '');
        const text = page.restore(node.alt ?? '');
        stack.push({ kind: 'image', text, url: page.restore(url), source: page.range(node) });
        break;
      }
      case 'break':
        stack.push({ kind: 'break', hard: true, text: '\n', source: page.range(node) });
        break;
      case 'html':
        this.addHtml(node);
        break;
      default:
    }
  }

  private spans(nodes: readonly PhrasingContent[]): readonly InlineSpan[] {
    return this.depth < MAX_DEPTH ? buildSpans(this.page, nodes, this.depth + 1) : [];
  }

  private addLink(node: PhrasingContent, nodes: readonly PhrasingContent[], url: string): void {
    const children = this.spans(nodes);
    const source = this.page.range(node);
    this.stack.push({
      kind: 'link',
      text: joinText(children),
      url: this.page.restore(url),
      children,
      source,
    });
  }

  private addHtml(node: Html): void {
    const value = this.page.restore(node.value);
    const tag = readTag(value, 0);
    if (tag) this.stack.addTag(tag, value, this.page.range(node));
  }

  /** A text is cut at the ends of lines, each of which has a place of its own. */
  private addText(node: Text): void {
    const range = this.page.range(node);
    if (!node.value.includes('\n')) {
      this.addLine(node.value, range);
      return;
    }
    const first = node.position?.start.line ?? 1;
    const lines = node.value.split('\n');
    lines.forEach((text, at) => {
      const place = this.lineRange(first + at, range, at === 0, at === lines.length - 1);
      if (at > 0) this.addLineEnd(place);
      this.addLine(text, place);
    });
  }

  private lineRange(line: number, whole: SourceRange, first: boolean, last: boolean): SourceRange {
    const { masked } = this.page.masked;
    const text = masked.line(line);
    const origin = masked.originOf(line);
    return {
      file: whole.file,
      line: origin,
      column: first ? whole.column : masked.columnOf(line, text.search(/[^\s>]|$/) + 1),
      endLine: last ? whole.endLine : origin,
      endColumn: last ? whole.endColumn : masked.columnOf(line, text.trimEnd().length + 1),
    };
  }

  private addLineEnd({ file, line, column }: SourceRange): void {
    const above = (this.page.source.lines[line - 2] ?? '').trimEnd().length + 1;
    const source = { file, line: line - 1, column: above, endLine: line, endColumn: column };
    this.stack.push({ kind: 'break', hard: false, text: ' ', source });
  }

  /** A text without a line end, cut at its shortcodes and comments. */
  private addLine(text: string, range: SourceRange): void {
    if (!hasPlaceholders(text)) {
      if (text !== '') this.stack.push({ kind: 'text', text, source: range });
      return;
    }
    let place: SourceRange = { ...range, column: range.column + leadingFill(text) };
    for (const part of splitPlaceholders(text)) {
      const token = typeof part === 'string' ? undefined : this.page.tokens[part];
      if (typeof part === 'string') this.stack.push({ kind: 'text', text: part, source: place });
      else if (token) place = this.addToken(token, range);
    }
  }

  /** Gives the place of what follows. */
  private addToken(token: Token, range: SourceRange): SourceRange {
    const source = this.page.between(token.start, token.end, token.line);
    this.stack.endTextAt(source);
    if (token.syntax === 'shortcode') this.stack.push(this.shortcode(token, source));
    return { ...range, line: source.endLine, column: source.endColumn };
  }

  private shortcode(token: Token, source: SourceRange): InlineSpan {
    const { name, argument, start, end } = token;
    const text = token.variable ? this.page.source.text.slice(start, end) : '';
    return { kind: 'shortcode', name, argument, attributes: this.page.attributesOf(token), text, source };
  }
}
