import type { Blockquote, ListItem, Nodes, Paragraph, RootContent } from 'mdast';
import type { SourceRange } from '../diagnostics/position.js';
import { collapse } from './source.js';
import { LineCollector, type LineLink } from './line-collector.js';
import { codeText, type CodeText } from './sections.js';
import { lineRange, slice, type SourceText } from './source.js';

/** One line of running text, as a reader sees it and as the file holds it. */
export interface Line {
  readonly kind: 'line';
  /** Decoded: no escapes, no emphasis signs, no code ticks, no HTML. */
  readonly text: string;
  /** The file's own characters, trimmed; for what CommonMark takes for something else. */
  readonly raw: string;
  /** Markdown for people: code and emphasis kept, links to other pages reduced to their text. */
  readonly markdown: string;
  readonly source: SourceRange;
  readonly links: readonly LineLink[];
  /** The name of an `<a name>` on the line. */
  readonly anchor: string | undefined;
  /** True for a line that belongs to a list item, a quotation or a table, and cannot be a labelled line. */
  readonly nested: boolean;
  /** True for the first line of a paragraph or list item. */
  readonly first: boolean;
}

/** The lines of a paragraph; in a list item, those below `contentColumn` are lazy continuations and not nested. */
function addParagraph(
  lines: (Line | CodeText)[],
  source: SourceText,
  paragraph: Paragraph,
  contentColumn: number,
): void {
  const start = paragraph.position?.start;
  const end = paragraph.position?.end;
  if (!start || !end) return;
  const collector = new LineCollector(start.line);
  collector.addAll(paragraph.children);
  for (let number = start.line; number <= end.line; number++) {
    const piece = collector.pieces[number - start.line];
    if (!piece) continue;
    const first = number === start.line;
    const column = first ? start.column : contentStart(source.lines[number - 1] ?? '');
    const range = lineRange(source, number, column, piece.endLine);
    lines.push({
      kind: 'line',
      text: collapse(piece.text),
      markdown: piece.markdown.trim(),
      raw: slice(source, range).trim(),
      source: range,
      links: piece.links,
      anchor: piece.anchor,
      nested: contentColumn > 0 && (first || column >= contentColumn),
      first,
    });
    number = Math.max(number, piece.endLine);
  }
}

/** The column where a line's own text begins, behind white space and the signs of quotations. */
function contentStart(line: string): number {
  const index = line.search(/[^\s>]/);
  return 1 + (index < 0 ? line.length : index);
}

/** Lines and code blocks, in order; headings and HTML are neither, and code within lists and quotations is left out. */
export function textBlocks(source: SourceText, nodes: readonly RootContent[]): (Line | CodeText)[] {
  const blocks: (Line | CodeText)[] = [];
  nodes.forEach((node) => {
    if (node.type === 'code') blocks.push(codeText(source, node));
    else addLines(blocks, source, node, 0);
  });
  return blocks;
}

function addLines(lines: (Line | CodeText)[], source: SourceText, node: Nodes, contentColumn: number): void {
  if (node.type === 'paragraph') addParagraph(lines, source, node, contentColumn);
  else if (node.type === 'list') {
    node.children.forEach((item) => addChildren(lines, source, item, contentColumn));
  } else if (node.type === 'blockquote') addChildren(lines, source, node, contentColumn);
}

function addChildren(
  lines: (Line | CodeText)[],
  source: SourceText,
  { children }: ListItem | Blockquote,
  contentColumn: number,
): void {
  children.forEach((child) => {
    addLines(lines, source, child, child.position?.start.column ?? contentColumn);
  });
}
