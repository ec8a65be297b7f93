import type { Definition, Nodes, Root } from 'mdast';
import type { SourceRange } from '../../diagnostics/position.js';
import type { Attribute, Attributes } from '../blocks.js';
import type { Mark, MaskedPage } from '../mask/mask-page.js';
import { hasPlaceholders, markerNumber, splitPlaceholders, withoutMarkers } from '../mask/placeholders.js';
import type { Token, TokenAttribute } from '../scan/token.js';
import type { SourceText } from '../source.js';

/** The page that blocks are built from: where the nodes of its tree stand in the file, and what its markers mean. */
export class Page {
  readonly source: SourceText;
  readonly masked: MaskedPage;
  /** Targets of links by reference. */
  private readonly definitions = new Map<string, string>();

  constructor(source: SourceText, masked: MaskedPage, root: Root) {
    this.source = source;
    this.masked = masked;
    root.children.forEach((node) => this.define(node, 0));
  }

  get tokens(): readonly Token[] {
    return this.masked.scan.tokens;
  }

  definition(identifier: string): string | undefined {
    return this.definitions.get(identifier);
  }

  mark(html: string): Mark | undefined {
    const number = markerNumber(html);
    return number === undefined ? undefined : this.masked.marks[number];
  }

  /** A text with what placeholders stand for, as the file has it. */
  restore(text: string): string {
    if (!hasPlaceholders(text)) return text;
    const parts = splitPlaceholders(withoutMarkers(text));
    return parts.map((part) => (typeof part === 'string' ? part : this.rawToken(this.tokens[part]))).join('');
  }

  private rawToken(token: Token | undefined): string {
    return token ? this.source.text.slice(token.start, token.end) : '';
  }

  /** Where a node stands in the file. */
  range({ position }: Nodes): SourceRange {
    const { start, end } = position ?? { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } };
    const { masked } = this.masked;
    return {
      file: this.source.file,
      line: masked.originOf(start.line),
      column: masked.columnOf(start.line, start.column),
      endLine: masked.originOf(end.line),
      endColumn: masked.columnOf(end.line, end.column),
    };
  }

  /** The column where the lines of code begin that starts on a line: where its first line with text says so. */
  columnOfCode(code: string, line: number, fallback: number): number {
    const lines = code.split('\n', MAX_CODE_LINES);
    const first = lines.findIndex((text) => text.trim() !== '');
    const text = lines[first] ?? '';
    const at = first < 0 ? -1 : (this.source.lines[line - 1 + first] ?? '').indexOf(text.trim());
    return at < 0 ? fallback : Math.max(1, at - text.search(/\S/) + 1);
  }

  /** The range between two indexes of a line, which counts from 0 as they do. */
  spot(line: number, start: number, end: number): SourceRange {
    return {
      file: this.source.file,
      line: line + 1,
      column: start + 1,
      endLine: line + 1,
      endColumn: end + 1,
    };
  }

  /** The range between two offsets; the first is on `line` or below. */
  between(start: number, end: number, line: number): SourceRange {
    const { starts } = this.masked.scan;
    const first = this.lineOf(start, line);
    const last = this.lineOf(end, first);
    return {
      file: this.source.file,
      line: first + 1,
      column: start - (starts[first] ?? 0) + 1,
      endLine: last + 1,
      endColumn: end - (starts[last] ?? 0) + 1,
    };
  }

  /** Of a token with what it holds. */
  tokenRange(token: Token): SourceRange {
    return this.between(
      token.start,
      (token.role === 'open' ? token.partner : token)?.end ?? token.end,
      token.line,
    );
  }

  attributesOf(token: Pick<Token, 'attributes' | 'line'>): Attributes {
    return attributeRecord(token.attributes, ({ start, end }) => this.between(start, end, token.line));
  }

  private lineOf(offset: number, from: number): number {
    const { starts } = this.masked.scan;
    let line = from;
    while ((starts[line + 1] ?? Infinity) <= offset) line++;
    return line;
  }

  private define(node: Nodes, depth: number): void {
    if (node.type === 'definition') this.addDefinition(node);
    else if (
      (node.type === 'blockquote' || node.type === 'list' || node.type === 'listItem') &&
      depth < MAX_DEPTH
    )
      node.children.forEach((child) => this.define(child, depth + 1));
  }

  private addDefinition({ identifier, url }: Definition): void {
    if (!this.definitions.has(identifier)) this.definitions.set(identifier, url);
  }
}

/** Code that begins with more empty lines than this has no column of its own. */
const MAX_CODE_LINES = 20;

/** What is nested deeper is left out. */
export const MAX_DEPTH = 100;

/** Attributes by name; a name that an element has twice counts once. */
export function attributeRecord(
  attributes: readonly TokenAttribute[],
  locate: (attribute: TokenAttribute) => SourceRange,
): Attributes {
  const record: Record<string, Attribute> = Object.create(null);
  let number = 0;
  for (const attribute of attributes) {
    const name = attribute.name === '' ? String(number++) : attribute.name;
    const { value, expression } = attribute;
    if (!(name in record)) record[name] = { value, expression, source: locate(attribute) };
  }
  return record;
}
