import type { SourceText } from '../source.js';
import { closesFence, leavesFence, openFence, type Fence } from './fence.js';
import { readLineStart } from './line-start.js';
import { readModuleStatement } from './module-statement.js';
import { readMarker, readPrefix, type Prefix } from './prefix.js';
import { TokenReader } from './token-reader.js';
import { TokenTree } from './token-tree.js';
import type { Token } from './token.js';

/** What a line is to the passes that follow. */
export const BLANK = 0;
export const TEXT = 1;
/** Code, which is left as it is. */
export const VERBATIM = 2;
/** Within a token that began above; a token may end on a line of text. */
export const COVERED = 3;

/** A page taken apart: what each line is, and the tokens that stand in it. */
export interface Scan {
  readonly source: SourceText;
  /** Where each line begins in the text. */
  readonly starts: readonly number[];
  readonly kinds: Uint8Array;
  /** Of lines of text. */
  readonly prefixes: readonly (Prefix | undefined)[];
  /** 1 for lines on which list items begin. */
  readonly items: Uint8Array;
  /** Of lines of text: where the content of the list item begins that holds them; -1 outside of lists. */
  readonly containers: Int32Array;
  readonly tokens: readonly Token[];
  /** The fence that nothing closes. */
  readonly openFence: Fence | undefined;
}

/** Reads a page from the line behind its front matter, line by line; never fails, and looks at each character a few times. */
export const scanPage = (source: SourceText, firstLine: number): Scan => new Scanner(source).scan(firstLine);

/** Headings, thematic breaks and what underlines a heading. */
const NO_PARAGRAPH = /^(?:#{1,6}(?:[ \t]|$)|([-*_])(?:[ \t]*\1){2,}[ \t]*$|=+[ \t]*$)/;

class Scanner {
  private readonly starts: readonly number[];
  private readonly kinds: Uint8Array;
  private readonly items: Uint8Array;
  private readonly containers: Int32Array;
  private readonly prefixes: (Prefix | undefined)[] = [];
  private readonly tree = new TokenTree();
  private readonly reader: TokenReader;
  private fence: Fence | undefined;
  private quoted = false;
  private readonly source: SourceText;

  constructor(source: SourceText) {
    this.source = source;
    this.starts = lineStarts(source);
    this.kinds = new Uint8Array(source.lines.length);
    this.items = new Uint8Array(source.lines.length);
    this.containers = new Int32Array(source.lines.length).fill(-1);
    this.reader = new TokenReader(source, this.starts, this.tree);
  }

  scan(firstLine: number): Scan {
    const { source, starts, kinds, items, containers, prefixes, tree } = this;
    for (let line = firstLine; line < source.lines.length; line++) kinds[line] = this.scanLine(line);
    tree.finish(source.text.length, source.lines.length - 1);
    return { source, starts, kinds, prefixes, items, containers, tokens: tree.tokens, openFence: this.fence };
  }

  private scanLine(line: number): number {
    const text = this.source.lines[line] ?? '';
    const resume = this.reader.resume - (this.starts[line] ?? 0);
    if (resume > text.length) return COVERED;
    if (resume > 0) return this.scanRest(line, resume);
    if (isBlank(text)) return this.fence ? VERBATIM : BLANK;
    const prefix = readPrefix(text);
    if (this.fence && this.inFence(text, prefix)) return VERBATIM;
    return this.scanText(line, text, prefix);
  }

  /** What stands behind a token that began on a line above. */
  private scanRest(line: number, resume: number): number {
    this.reader.read(line, resume);
    return TEXT;
  }

  private inFence(text: string, prefix: Prefix): boolean {
    const { fence } = this;
    if (!fence || leavesFence(fence, prefix)) {
      this.fence = undefined;
      return false;
    }
    if (closesFence(fence, text, prefix)) this.fence = undefined;
    return true;
  }

  private scanText(line: number, text: string, prefix: Prefix): number {
    this.enterLine(line, prefix);
    const { scopes } = this.tree;
    const deep = prefix.indent - scopes.base >= 4 && !scopes.withinToken;
    if (deep && !this.isParagraph(line - 1)) return VERBATIM;
    const own = this.readMarkers(line, text, prefix);
    this.prefixes[line] = own;
    this.containers[line] = scopes.container;
    this.fence = openFence(text, own, Math.max(0, scopes.container));
    if (this.fence) return VERBATIM;
    this.readTokens(line, text, own);
    return TEXT;
  }

  /** True for a line that an indented line goes on with, rather than being code. */
  private isParagraph(line: number): boolean {
    if (this.kinds[line] !== TEXT && this.kinds[line] !== COVERED) return false;
    const last = this.tree.tokens.at(-1);
    if (last?.endLine === line && last.before && last.after) return false;
    return !NO_PARAGRAPH.test((this.source.lines[line] ?? '').slice(this.prefixes[line]?.offset ?? 0));
  }

  private enterLine(line: number, { quote, indent }: Prefix): void {
    const { scopes } = this.tree;
    if (this.quoted !== quote > 0) scopes.leaveItems();
    this.quoted = quote > 0;
    this.tree.endIndented(indent, this.lastTextEnd(line));
    scopes.enterLine(indent);
  }

  /** The end of the last line above that is not blank. */
  private lastTextEnd(line: number): { line: number; end: number } {
    let above = line - 1;
    while (above > 0 && this.kinds[above] === BLANK) above--;
    return { line: above, end: (this.starts[above] ?? 0) + (this.source.lines[above] ?? '').length };
  }

  private readMarkers(line: number, text: string, prefix: Prefix): Prefix {
    const { scopes } = this.tree;
    let own = prefix;
    if (prefix.guarded) return prefix;
    for (let next = readMarker(text, own); next && !scopes.full; next = readMarker(text, own)) {
      scopes.openItem(next.indent);
      this.items[line] = 1;
      own = next;
    }
    return own;
  }

  private readTokens(line: number, text: string, prefix: Prefix): void {
    const offset = this.starts[line] ?? 0;
    const statement = prefix.offset === 0 ? readModuleStatement(this.source, line, offset) : undefined;
    const start = statement ?? readLineStart(text, prefix.offset, offset);
    if (start) this.reader.accept(start, line, prefix);
    else this.reader.read(line, prefix.offset, prefix);
  }
}

const isBlank = (text: string): boolean => text === '' || text.trim() === '';

function lineStarts({ text, lines }: SourceText): number[] {
  let at = 0;
  return lines.map((line) => {
    const start = at;
    at += line.length;
    at += text[at] === '\r' && text[at + 1] === '\n' ? 2 : 1;
    return start;
  });
}
