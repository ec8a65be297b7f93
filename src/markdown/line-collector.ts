import type { PhrasingContent } from 'mdast';

/** A link within a line. */
export interface LineLink {
  readonly text: string;
  readonly url: string;
}

/** What starts on one line. */
export interface Piece {
  text: string;
  markdown: string;
  links: readonly LineLink[];
  anchor: string | undefined;
  endLine: number;
}

/** Most lines have no link. */
const noLinks: readonly LineLink[] = [];

const ANCHOR = /^<a\s+(?:name|id)=["']([^"']*)["']/i;

/** Collects inline content by the line it starts on. */
export class LineCollector {
  /** From the first line on; none where nothing starts on a line. */
  readonly pieces: (Piece | undefined)[] = [];
  private readonly first: number;

  constructor(first: number) {
    this.first = first;
  }

  add(line: number, text: string, markdown = text): Piece {
    const index = line - this.first;
    const piece = this.pieces[index];
    if (!piece)
      return (this.pieces[index] = { text, markdown, links: noLinks, anchor: undefined, endLine: line });
    piece.text += text;
    piece.markdown += markdown;
    return piece;
  }

  addAll(nodes: readonly PhrasingContent[]): void {
    nodes.forEach((node) => this.addNode(node));
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
        if (anchor !== undefined) this.add(line, '').anchor = anchor;
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
    const inner = new LineCollector(line);
    inner.addAll(children);
    const text = joined(inner.pieces, 'text');
    const markdown = joined(inner.pieces, 'markdown');
    const piece = this.add(line, text, /^https?:\/\//.test(url) ? `[${markdown}](${url})` : markdown);
    piece.links = [...piece.links, { text, url }];
    piece.endLine = Math.max(piece.endLine, line + inner.pieces.length - 1);
  }
}

/** Nearly every link stands on one line. */
const joined = (pieces: readonly (Piece | undefined)[], part: 'text' | 'markdown'): string =>
  pieces.length === 1
    ? (pieces[0]?.[part] ?? '')
    : pieces.flatMap((piece) => (piece ? [piece[part]] : [])).join(' ');

/** A code span that holds the text whatever ticks are in it (CommonMark 6.1). */
export function codeSpan(text: string): string {
  if (!text.includes('`')) return `\`${text}\``;
  const longest = Math.max(...[...text.matchAll(/`+/g)].map((match) => match[0].length));
  const ticks = '`'.repeat(longest + 1);
  const pad = text.startsWith('`') || text.endsWith('`') ? ' ' : '';
  return `${ticks}${pad}${text}${pad}${ticks}`;
}
