import type { Nodes, Paragraph, PhrasingContent } from 'mdast';
import type { SourceRange } from '../diagnostics/position.js';
import { lineRange, slice, type SourceText } from './source.js';

/** A link within a line. */
export interface LineLink {
  readonly text: string;
  readonly url: string;
}

/** One line of running text, as a reader sees it and as the file holds it. */
export interface Line {
  /** Decoded: no escapes, no emphasis signs, no code ticks, no HTML. */
  readonly text: string;
  /** The file's own characters, trimmed; for what CommonMark takes for something else. */
  readonly raw: string;
  /** Markdown for people: code and emphasis kept, links to other pages reduced to their text. */
  readonly markdown: string;
  readonly source: SourceRange;
  readonly links: readonly LineLink[];
  /** The name of an `<a name>` on the line. */
  readonly anchor?: string;
  /** True for a line that belongs to a list item, a quotation or a table, and cannot be a labelled line. */
  readonly nested: boolean;
  /** True for the first line of a paragraph or list item. */
  readonly first: boolean;
}

interface Piece {
  text: string;
  markdown: string;
  links: LineLink[];
  anchor?: string;
  endLine: number;
}

const ANCHOR = /^<a\s+(?:name|id)=["']([^"']*)["']/i;

/** Collects inline content by the line it starts on. */
class LineCollector {
  readonly pieces = new Map<number, Piece>();

  private piece(line: number): Piece {
    let piece = this.pieces.get(line);
    if (!piece) this.pieces.set(line, (piece = { text: '', markdown: '', links: [], endLine: line }));
    return piece;
  }

  add(line: number, text: string, markdown = text): Piece {
    const piece = this.piece(line);
    piece.text += text;
    piece.markdown += markdown;
    return piece;
  }

  addAll(nodes: readonly PhrasingContent[]): void {
    for (const node of nodes) this.addNode(node);
  }

  private addNode(node: PhrasingContent): void {
    const line = node.position?.start.line ?? 0;
    switch (node.type) {
      case 'text':
        if (!node.value.includes('\n')) this.add(line, node.value);
        else node.value.split('\n').forEach((part, index) => this.add(line + index, part));
        break;
      case 'inlineCode': {
        const piece = this.add(line, node.value, codeSpan(node.value));
        piece.endLine = Math.max(piece.endLine, node.position?.end.line ?? line);
        break;
      }
      case 'html': {
        const anchor = ANCHOR.exec(node.value)?.[1];
        if (anchor !== undefined) this.piece(line).anchor = anchor;
        break;
      }
      case 'strong':
      case 'emphasis': {
        const sign = node.type === 'strong' ? '**' : '*';
        this.add(line, '', sign);
        this.addAll(node.children);
        this.add(node.position?.end.line ?? line, '', sign);
        break;
      }
      case 'link':
        this.addLink(node.children, node.url, line);
        break;
      default:
        if ('children' in node) this.addAll(node.children as PhrasingContent[]);
        else if ('alt' in node && node.alt) this.add(line, node.alt);
    }
  }

  private addLink(children: readonly PhrasingContent[], url: string, line: number): void {
    const inner = new LineCollector();
    inner.addAll(children);
    const text = [...inner.pieces.values()].map((piece) => piece.text).join(' ');
    const markdown = [...inner.pieces.values()].map((piece) => piece.markdown).join(' ');
    const piece = this.add(line, text, /^https?:\/\//.test(url) ? `[${markdown}](${url})` : markdown);
    piece.links.push({ text, url });
    piece.endLine = Math.max(piece.endLine, ...[...inner.pieces.keys()]);
  }
}

/** A code span that holds the text whatever ticks are in it (CommonMark 6.1). */
export function codeSpan(text: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map((match) => match[0].length));
  const ticks = '`'.repeat(longest + 1);
  const pad = text.startsWith('`') || text.endsWith('`') ? ' ' : '';
  return `${ticks}${pad}${text}${pad}${ticks}`;
}

/** The lines of a paragraph; in a list item, those below `contentColumn` are lazy continuations and not nested. */
export function paragraphLines(source: SourceText, paragraph: Paragraph, contentColumn = 0): Line[] {
  const start = paragraph.position?.start;
  const end = paragraph.position?.end;
  if (!start || !end) return [];
  const collector = new LineCollector();
  collector.addAll(paragraph.children);
  const lines: Line[] = [];
  for (let number = start.line; number <= end.line; number++) {
    const piece = collector.pieces.get(number);
    if (!piece) continue;
    const column = number === start.line ? start.column : contentStart(source.lines[number - 1] ?? '');
    const range = lineRange(source, number, column, piece.endLine);
    lines.push({
      text: collapse(piece.text),
      markdown: piece.markdown.trim(),
      raw: slice(source, range).trim(),
      source: range,
      links: piece.links,
      ...(piece.anchor !== undefined && { anchor: piece.anchor }),
      nested: contentColumn > 0 && (number === start.line || column >= contentColumn),
      first: number === start.line,
    });
    number = Math.max(number, piece.endLine);
  }
  return lines;
}

/** One space for each run of white space; most texts have no other. */
const collapse = (text: string): string =>
  (/\s\s|[^\S ]/.test(text) ? text.replace(/\s+/g, ' ') : text).trim();

/** The column where a line's own text begins, behind white space and the signs of quotations. */
const contentStart = (line: string): number => 1 + (/^[\s>]*/.exec(line)?.[0].length ?? 0);

/** The lines of any block, in order; code blocks and HTML are not lines. */
export function blockLines(source: SourceText, node: Nodes, contentColumn = 0): Line[] {
  switch (node.type) {
    case 'paragraph':
      return paragraphLines(source, node, contentColumn);
    case 'list':
      return node.children.flatMap((item) =>
        item.children.flatMap((child) =>
          blockLines(source, child, child.position?.start.column ?? contentColumn),
        ),
      );
    case 'blockquote':
      return node.children.flatMap((child) =>
        blockLines(source, child, child.position?.start.column ?? contentColumn),
      );
    default:
      return [];
  }
}
