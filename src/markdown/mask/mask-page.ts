import { BLANK, VERBATIM, type Scan } from '../scan/scanner.js';
import type { Token } from '../scan/token.js';
import { DefinitionLines } from './definition-lines.js';
import { Frames } from './frames.js';
import { indentationOf, unindented } from './indentation.js';
import { MaskedText } from './masked-text.js';
import { fill, GUARDED, marker } from './placeholders.js';
import { replaceTokens } from './replace-tokens.js';
import { hasPipe } from './table-rows.js';
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

/** A piece of a line of text. */
interface Piece {
  readonly line: number;
  readonly from: number;
  readonly to: number;
  /** What the line begins with, where the piece is the first; it may hold the marker of a list item. */
  readonly lead: string | undefined;
  readonly firstToken: number;
}

class Masker {
  private readonly scan: Scan;
  private readonly masked = new MaskedText();
  private readonly marks: Mark[] = [];
  private readonly definitions: DefinitionLines;
  private readonly frames = new Frames();
  /** The next token, and the offset behind the last block token. */
  private next = 0;
  private done = 0;

  constructor(scan: Scan) {
    this.scan = scan;
    this.definitions = new DefinitionLines(scan);
  }

  mask(firstLine: number): MaskedPage {
    const { scan, masked, marks, definitions } = this;
    const end = scan.source.lines.length;
    for (let line = firstLine; line < end; ) line = this.maskLine(line);
    this.addMarkers(end - 1, Infinity);
    return { scan, masked, marks, definitions: definitions.found };
  }

  /** Gives the line to go on with. */
  private maskLine(line: number): number {
    const text = this.textOf(line);
    const start = this.startOf(line);
    if (this.done > start && this.done >= start + text.length) return line + 1;
    const kind = this.scan.kinds[line];
    if (kind === BLANK || kind === VERBATIM) {
      this.addVerbatim(line, text);
      return line + 1;
    }
    const table = this.readTable(line);
    if (table) return this.addTable(table);
    this.addPieces(line, text, start);
    return line + 1;
  }

  private textOf(line: number): string {
    return this.scan.source.lines[line] ?? '';
  }

  private startOf(line: number): number {
    return this.scan.starts[line] ?? 0;
  }

  private addVerbatim(line: number, text: string): void {
    const moved = unindented(text, this.frames.shift);
    const shift = text.length - moved.length;
    this.masked.add(moved, line, { content: 0, guard: 0, shift, prefixShift: 0 });
    this.definitions.leave(text.trim() === '');
    this.addMarkers(line);
  }

  /** A line of text, cut at its block tokens. */
  private addPieces(line: number, text: string, start: number): void {
    const resumed = this.done > start;
    const firstToken = this.next;
    let from = resumed ? this.done - start : this.offsetOf(line);
    let lead = resumed ? undefined : unindented(this.prefixOf(line), this.frames.shift);
    for (const token of this.blockTokens(start + text.length)) {
      if (this.addText({ line, from, to: token.start - start, lead, firstToken })) lead = undefined;
      this.addMarker(token, line, this.scan.items[line] ? lead : undefined);
      lead = undefined;
      from = token.end - start;
      this.done = Math.max(this.done, token.end);
    }
    this.addText({ line, from, to: text.length, lead, firstToken });
  }

  /** Where the text of a line begins. */
  private offsetOf(line: number): number {
    return this.scan.prefixes[line]?.offset ?? indentationOf(this.textOf(line)).length;
  }

  /** What stands before it; parsers do not count a byte order mark. */
  private prefixOf(line: number): string {
    return this.textOf(line).slice(0, this.offsetOf(line)).replace('\uFEFF', '');
  }

  /** The tokens up to an offset that cut the page. */
  private blockTokens(end: number): Token[] {
    const { tokens } = this.scan;
    const from = this.next;
    for (let token = tokens[from]; token && token.start <= end; token = tokens[this.next]) this.next++;
    return tokens.slice(from, this.next).filter(({ block }) => block);
  }

  /** False where there is nothing but white space. */
  private addText(piece: Piece): boolean {
    const { line, to, lead } = piece;
    const text = this.textOf(line);
    const from = piece.from + (lead === undefined ? indentationOf(text.slice(piece.from, to)).length : 0);
    if ((lead === undefined || to < text.length) && text.slice(from, to).trim() === '') return false;
    const guard = lead === undefined || this.looksLikeMore(line, text, from) ? GUARDED : '';
    const own = lead === undefined || (guard !== '' && !this.scan.items[line]) ? this.lead(line) : lead;
    const content = replaceTokens(this.scan, line, from, to, piece.firstToken);
    const marked = guard === '' ? this.definitions.mark(line, own.length, content, this.masked) : content;
    const width = own.length + guard.length;
    const place = {
      content: width,
      guard: guard.length,
      shift: from - width,
      prefixShift: from - own.length,
    };
    this.masked.add(own + guard + marked, line, place);
    return true;
  }

  /** True for what would be HTML, or nest without end, to a parser. */
  private looksLikeMore(line: number, text: string, from: number): boolean {
    return this.scan.prefixes[line]?.guarded === true || /^<[A-Za-z/!?]/.test(text.slice(from, from + 2));
  }

  /** What stands before a line that the file does not have as such. */
  private lead(line: number, column = this.frames.columnOf(this.scan.containers[line] ?? -1)): string {
    return this.quoteOf(line) + ' '.repeat(column);
  }

  private quoteOf(line: number): string {
    return this.textOf(line).slice(0, this.scan.prefixes[line]?.quote ?? 0);
  }

  /** Ends of blocks that are only implied, at the end of a line. */
  private addMarkers(line: number, end = this.startOf(line) + this.textOf(line).length): void {
    const tokens = this.blockTokens(end);
    if (tokens.length > 0) this.closeFence(line);
    for (const token of tokens) this.addMarker(token, line, undefined);
  }

  /** Ends the fence that nothing closes, or the markers behind it would be code. */
  private closeFence(line: number): void {
    const { openFence, kinds, source } = this.scan;
    if (!openFence || line < source.lines.length - 1 || kinds[line] !== VERBATIM) return;
    const text = openFence.sign.repeat(openFence.length);
    const shift = this.textOf(line).length - text.length;
    this.masked.add(text, line, { content: 0, guard: 0, shift, prefixShift: 0 });
  }

  /** A marker in place of a token; it may be what a list item begins with. */
  private addMarker(token: Token, line: number, lead: string | undefined): void {
    const closes = token.role === 'close';
    const column = closes ? this.frames.target : this.frames.columnOf(token.container);
    this.pushMark({ kind: token.role, token }, line, lead ?? this.lead(line, column), token.start);
    if (closes) this.frames.leave(token.partner);
    else if (token.role === 'open') this.frames.enter(token, this.quoteOf(line) !== '');
  }

  private pushMark(mark: Mark, line: number, lead: string, offset: number): void {
    const at = offset - this.startOf(line) - lead.length;
    const place = { content: lead.length, guard: 0, shift: at, prefixShift: at };
    this.masked.add(lead + marker(this.marks.length), line, place);
    this.marks.push(mark);
    this.definitions.leave(false);
  }

  private readTable(line: number): TableSpot | undefined {
    if (this.done > this.startOf(line)) return undefined;
    const { tokens } = this.scan;
    let next = this.next;
    return tableAt(this.scan, line, (row) => {
      const end = this.startOf(row) + this.textOf(row).length;
      for (let token = tokens[next]; token && token.start <= end; token = tokens[++next])
        if (token.block && token.end > token.start && !this.isWithinRow(token)) return true;
      return false;
    });
  }

  /** A template tag that holds one row only, or a part of it, cuts no table: `{% if x %}a | b{% endif %}`. */
  private isWithinRow({ syntax, line, partner }: Token): boolean {
    return syntax === 'shortcode' && partner?.line === line && hasPipe(this.textOf(line), 0);
  }

  /** A table is its cells, each a paragraph, between two markers. Gives the line behind it. */
  private addTable(table: TableSpot): number {
    const { line, start } = table.header;
    const lead = this.lead(line);
    const own = this.scan.items[line] ? unindented(this.prefixOf(line), this.frames.shift) : lead;
    this.pushMark({ kind: 'table', table }, line, own, this.startOf(line) + start);
    let first = this.next;
    for (const row of [table.header, ...table.rows]) first = this.addCells(row, lead, first);
    const last = table.end - 1;
    const end = this.startOf(last) + this.textOf(last).length;
    this.pushMark({ kind: 'table-end' }, last, lead, end);
    this.addMarkers(last, end);
    return table.end;
  }

  /** Gives the first token that does not end above the row. */
  private addCells({ line, cells }: RowSpot, lead: string, from: number): number {
    const { tokens } = this.scan;
    let first = from;
    while ((tokens[first]?.end ?? Infinity) <= this.startOf(line)) first++;
    for (let at = first; tokens[at]?.line === line; at++)
      if (tokens[at]?.partner?.line === line) markInline(tokens[at]);
    const width = lead.length + GUARDED.length;
    for (const { start, end } of cells) {
      if (start === end) continue;
      const content = replaceTokens(this.scan, line, start, end, first).replaceAll('\\|', `|${fill(1)}`);
      this.masked.add(this.quoteOf(line), line);
      const place = { content: width, guard: GUARDED.length, shift: start - width, prefixShift: 0 };
      this.masked.add(lead + GUARDED + content, line, place);
    }
    return first;
  }
}

/** What stands in a cell cuts nothing. */
function markInline(token: Token | undefined): void {
  if (token) token.block = false;
}
