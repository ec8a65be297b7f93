import type { Prefix } from '../scan/prefix.js';
import { BLANK, VERBATIM, type Scan } from '../scan/scanner.js';
import type { Token } from '../scan/token.js';
import { DefinitionLines } from './definition-lines.js';
import { indentationOf, unindented } from './indentation.js';
import { MaskedText } from './masked-text.js';
import { fill, GUARDED, marker, placeholder } from './placeholders.js';
import { tableAt, type RowSpot, type TableSpot } from './table-spot.js';

/** What stands at a marker of a masked page. */
export type Mark =
  | { readonly kind: 'open' | 'close' | 'single'; readonly token: Token }
  | { readonly kind: 'table'; readonly table: TableSpot }
  | { readonly kind: 'table-end' };

/** A page as any Markdown parser reads it: without components, tables and the indentation within components. */
export interface MaskedPage {
  readonly scan: Scan;
  readonly masked: MaskedText;
  readonly marks: readonly Mark[];
  /** Lines of the masked text, from 1, on which details of a definition list begin as items of a list. */
  readonly definitions: ReadonlySet<number>;
}

/** Replaces what cuts a page into blocks by markers, tables by their cells, and shortcodes by placeholders. */
export const maskPage = (scan: Scan, firstLine: number): MaskedPage => new Masker(scan).mask(firstLine);

/** How the content of a component moves: to the left by `shift`, so that it begins at `target`. */
interface Frame {
  readonly token: Token | undefined;
  readonly shift: number;
  readonly target: number;
}

class Masker {
  private readonly masked = new MaskedText();
  private readonly marks: Mark[] = [];
  private readonly definitions: DefinitionLines;
  private readonly frames: Frame[] = [{ token: undefined, shift: 0, target: 0 }];
  /** The next token, and the offset behind the last that is done. */
  private next = 0;
  private done = 0;
  private readonly scan: Scan;

  constructor(scan: Scan) {
    this.scan = scan;
    this.definitions = new DefinitionLines(scan);
  }

  mask(firstLine: number): MaskedPage {
    const { scan, masked, marks, definitions } = this;
    for (let line = firstLine; line < scan.source.lines.length; ) line = this.maskLine(line);
    this.blockTokens(Infinity).forEach((token) => this.addMarker(token, scan.source.lines.length - 1, ''));
    return { scan, masked, marks, definitions: definitions.found };
  }

  private get frame(): Frame {
    return this.frames.at(-1) ?? { token: undefined, shift: 0, target: 0 };
  }

  /** Gives the line to go on with. */
  private maskLine(line: number): number {
    const { scan } = this;
    const text = scan.source.lines[line] ?? '';
    const start = scan.starts[line] ?? 0;
    const kind = scan.kinds[line];
    if (this.done > start && this.done >= start + text.length) return line + 1;
    const table = kind === BLANK || kind === VERBATIM ? undefined : this.readTable(line);
    if (table) return this.addTable(table);
    if (kind === BLANK || kind === VERBATIM) this.addVerbatim(line, text);
    else this.addPieces(line, text, start);
    return line + 1;
  }

  private addVerbatim(line: number, text: string): void {
    const { shift } = this.frame;
    const moved = unindented(text, shift);
    this.masked.add(moved, line, text.length - moved.length);
    this.definitions.leave(text.trim() === '');
    this.addMarkers(line);
  }

  /** Ends that are only implied. */
  private addMarkers(line: number): void {
    const end = (this.scan.starts[line] ?? 0) + (this.scan.source.lines[line] ?? '').length;
    this.blockTokens(end).forEach((token) => this.addMarker(token, line, ''));
  }

  /** The tokens up to an offset that cut the page. */
  private blockTokens(end: number): Token[] {
    const { tokens } = this.scan;
    const from = this.next;
    for (let token = tokens[from]; token && token.start <= end; token = tokens[this.next]) this.next++;
    return tokens.slice(from, this.next).filter(({ block }) => block);
  }

  /** A line of text, cut at its tokens. */
  private addPieces(line: number, text: string, start: number): void {
    const from = Math.max(this.done - start, this.scan.prefixes[line]?.offset ?? 0);
    let at = this.done > start ? from : 0;
    let lead: string | undefined =
      this.done > start ? undefined : unindented(this.prefixOf(line, text), this.frame.shift);
    const first = this.next;
    for (const token of this.blockTokens(start + text.length)) {
      if (this.addText(line, text, at, token.start - start, lead, first)) lead = undefined;
      this.addMarker(token, line, lead !== undefined && this.scan.items[line] ? lead : '');
      lead = undefined;
      at = token.end - start;
      this.done = Math.max(this.done, token.end);
    }
    this.addText(line, text, at, text.length, lead, first);
  }

  private prefixOf(line: number, text: string): string {
    const prefix = this.scan.prefixes[line];
    return prefix ? text.slice(0, prefix.offset) : indentationOf(text);
  }

  /** Adds a piece of a line; only the first has a lead of its own. False where there is nothing but white space. */
  private addText(
    line: number,
    text: string,
    from: number,
    to: number,
    lead: string | undefined,
    firstToken: number,
  ): boolean {
    const offset =
      lead === undefined
        ? from + indentationOf(text.slice(from, to)).length
        : this.prefixOf(line, text).length;
    if ((lead === undefined || to < text.length) && text.slice(offset, to).trim() === '') return false;
    const start = lead ?? this.lead(line);
    const guard = lead === undefined || /^<[A-Za-z/!?]/.test(text.slice(offset, offset + 2)) ? GUARDED : '';
    const content = this.maskTokens(line, text, offset, to, firstToken);
    const own =
      guard === '' && lead !== undefined
        ? this.definitions.mark(line, start.length, content, this.masked)
        : content;
    const width = start.length + guard.length;
    this.masked.add(start + guard + own, line, offset - width, start.length, offset - start.length);
    return true;
  }

  /** What stands before a line that the file does not have as such. */
  private lead(line: number, column = this.columnOf(this.scan.containers[line] ?? -1)): string {
    return this.quoteOf(line) + ' '.repeat(column);
  }

  private quoteOf(line: number): string {
    const prefix: Prefix | undefined = this.scan.prefixes[line];
    return prefix ? (this.scan.source.lines[line] ?? '').slice(0, prefix.quote) : '';
  }

  /** Where what belongs to a list item, or to no list, begins in the masked text. */
  private columnOf(container: number): number {
    const { shift, target } = this.frame;
    return container < 0 ? target : Math.max(0, container - shift);
  }

  /** A marker in place of a token; `lead` holds the marker of a list item that begins with it. */
  private addMarker(token: Token, line: number, lead: string): void {
    const { partner } = token;
    if (token.role === 'close') {
      if (!this.frames.some((frame) => frame.token === partner)) return;
      while (this.frame.token !== partner) this.frames.pop();
    }
    const column = token.role === 'close' ? this.frame.target : this.columnOf(token.container);
    const start = lead === '' ? this.lead(line, column) : lead;
    const index = token.start - (this.scan.starts[line] ?? 0);
    this.masked.add(start + marker(this.marks.length), line, index - start.length, start.length);
    this.marks.push({ kind: token.role, token });
    this.definitions.leave(false);
    if (token.role === 'open') this.enter(token, line, column);
    else if (token.role === 'close') this.frames.pop();
  }

  private enter(token: Token, line: number, target: number): void {
    const quoted = (this.scan.prefixes[line]?.quote ?? 0) > 0;
    const { contentIndent } = token;
    const shift = quoted ? 0 : contentIndent < 0 ? this.frame.shift : Math.max(0, contentIndent - target);
    this.frames.push({ token, shift, target });
  }

  /** Replaces shortcodes and comments within a piece of a line. */
  private maskTokens(line: number, text: string, from: number, to: number, firstToken: number): string {
    const { tokens, starts } = this.scan;
    const start = starts[line] ?? 0;
    let masked = '';
    let done = from;
    for (let at = Math.max(0, firstToken - 1); (tokens[at]?.start ?? Infinity) < start + to; at++) {
      const token = tokens[at];
      if (!token || token.block || token.syntax === 'element' || token.end <= start + from) continue;
      const begin = Math.max(done, token.start - start);
      const end = Math.min(to, token.end - start);
      if (end <= begin || (token.syntax !== 'shortcode' && token.syntax !== 'comment')) continue;
      masked += text.slice(done, begin) + this.replacement(token, at, start, begin, end);
      done = end;
    }
    return masked + text.slice(done, to);
  }

  /** Of a token on several lines only the first stands for it. */
  private replacement(token: Token, number: number, start: number, begin: number, end: number): string {
    const first = token.start - start === begin;
    return (first ? placeholder(number, end - begin) : undefined) ?? fill(end - begin);
  }

  private readTable(line: number): TableSpot | undefined {
    const { tokens, starts } = this.scan;
    if (this.done > (starts[line] ?? 0)) return undefined;
    let next = this.next;
    return tableAt(this.scan, line, (row) => {
      const end = (starts[row] ?? 0) + (this.scan.source.lines[row] ?? '').length;
      for (; (tokens[next]?.start ?? Infinity) <= end; next++) {
        const token = tokens[next];
        if (token?.block && token.end > token.start) return true;
      }
      return false;
    });
  }

  /** A table is its cells, each a paragraph, between two markers. Gives the line behind it. */
  private addTable(table: TableSpot): number {
    const { line } = table.header;
    const own = this.scan.items[line]
      ? unindented(this.prefixOf(line, this.scan.source.lines[line] ?? ''), this.frame.shift)
      : '';
    const lead = this.lead(line);
    this.masked.add((own === '' ? lead : own) + marker(this.marks.length), line);
    this.marks.push({ kind: 'table', table });
    let first = this.next;
    for (const row of [table.header, ...table.rows]) first = this.addCells(row, lead, first);
    this.masked.add(lead + marker(this.marks.length), table.end - 1);
    this.marks.push({ kind: 'table-end' });
    this.definitions.leave(false);
    this.addMarkers(table.end - 1);
    return table.end;
  }

  /** Gives the first token that does not end above the row. */
  private addCells({ line, cells }: RowSpot, lead: string, from: number): number {
    const { source, starts, tokens } = this.scan;
    const text = source.lines[line] ?? '';
    let first = from;
    while ((tokens[first]?.end ?? Infinity) <= (starts[line] ?? 0)) first++;
    for (const { start, end } of cells) {
      if (start === end) continue;
      const content = this.maskTokens(line, text, start, end, first).replaceAll('\\|', `|${fill(1)}`);
      this.masked.add(this.quoteOf(line), line);
      this.masked.add(lead + GUARDED + content, line, start - lead.length - GUARDED.length);
    }
    return first;
  }
}
