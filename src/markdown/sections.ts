import type { Code, Heading, Root, RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { SourceRange } from '../diagnostics/position.js';
import { collapse } from './source.js';
import { lineRange, type SourceText } from './source.js';

/** A heading with what follows it, up to the next heading of the same or a higher rank. */
export interface Section {
  /** Decoded; empty for what stands before the first heading. */
  readonly title: string;
  readonly source: SourceRange;
  readonly nodes: readonly RootContent[];
}

/** Cuts a page at its headings of the given ranks; deeper headings stay among the nodes. */
export function sectionsOf(source: SourceText, root: Root, ranks: readonly number[]): Section[] {
  const sections: { title: string; source: SourceRange; nodes: RootContent[] }[] = [
    { title: '', source: lineRange(source, 1), nodes: [] },
  ];
  root.children.forEach((node) => {
    if (node.type === 'heading' && ranks.includes(node.depth)) {
      sections.push({ title: headingText(node), source: nodeRange(source, node), nodes: [] });
    } else sections.at(-1)?.nodes.push(node);
  });
  return sections;
}

/** Most headings are a single text. */
export function headingText(heading: Heading): string {
  const [only, ...others] = heading.children;
  return collapse(
    only?.type === 'text' && others.length === 0 ? only.value : toString(heading, { includeHtml: false }),
  );
}

/** The first line of a node. */
export const nodeRange = (source: SourceText, node: RootContent): SourceRange =>
  lineRange(source, node.position?.start.line ?? 1, node.position?.start.column ?? 1);

/** The text of a code block with the place of its first line and column in the file. */
export interface CodeText {
  readonly kind: 'code';
  readonly text: string;
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** Fenced code begins a line below its fence; indented code on its own. */
export function codeText(source: SourceText, node: Code): CodeText {
  const start = node.position?.start ?? { line: 1, column: 1 };
  const fenced = /^\s*(```|~~~)/.test((source.lines[start.line - 1] ?? '').slice(start.column - 1));
  return {
    kind: 'code',
    text: node.value,
    file: source.file,
    line: start.line + (fenced ? 1 : 0),
    column: start.column,
  };
}
