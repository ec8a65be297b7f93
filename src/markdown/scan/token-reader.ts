import type { SourceText } from '../source.js';
import { CodeSpans, codeSpanEndBelow, tickRun } from './code-spans.js';
import { isFlow, isPart, isPhrasing, isRaw, isVoid } from './elements.js';
import type { Prefix } from './prefix.js';
import { readShortcode } from './shortcode.js';
import { readTag } from './tag.js';
import { noAttributes, type Token, type TokenText } from './token.js';
import type { TokenTree } from './token-tree.js';

const SIGNS = /[`<{\\]/g;

/** The line being read. */
interface Reading {
  readonly line: number;
  readonly start: number;
  /** Without white space at its end. */
  readonly text: string;
  readonly prefix: Prefix | undefined;
  readonly spans: CodeSpans | undefined;
  /** Up to where the line holds only tokens; -1 where it has other text. */
  clean: number;
}

/** Reads the tokens of lines of text, one after the other, and skips code spans and what is escaped. */
export class TokenReader {
  /** The offset behind the last token or code span, which may lie some lines below. */
  resume = 0;
  /** Tokens that end on the line being read. */
  private onLine: Token[] = [];
  /** Ends that are known to come no more: looking for them again would take a quadratic time. */
  private readonly missing = new Set<string>();

  private readonly source: SourceText;
  private readonly starts: readonly number[];
  private readonly tree: TokenTree;
  private readonly closable: ReadonlySet<string>;

  constructor(source: SourceText, starts: readonly number[], tree: TokenTree) {
    this.source = source;
    this.starts = starts;
    this.tree = tree;
    this.closable = closableNames(source.text);
  }

  /** Reads a line from an index on; without a prefix it goes on behind a token from above. */
  read(line: number, from: number, prefix?: Prefix): void {
    if (prefix) this.onLine = [];
    const text = (this.source.lines[line] ?? '').trimEnd();
    const spans = text.includes('`', from) ? new CodeSpans(text) : undefined;
    const clean = (this.onLine[0]?.before ?? prefix !== undefined) ? from : -1;
    const reading = { line, start: this.starts[line] ?? 0, text, prefix, spans, clean };
    for (let at = nextSign(text, from); at >= 0; ) {
      const end = this.readSign(reading, at) - reading.start;
      if (end > text.length) return;
      at = nextSign(text, end);
    }
    this.finishLine(reading);
  }

  /** A token that takes a whole line. */
  accept(found: TokenText, line: number, prefix: Prefix): void {
    const reading = { line, start: this.starts[line] ?? 0, text: '', prefix, spans: undefined, clean: 0 };
    const token = this.place(found, reading);
    token.after = true;
    if (this.tree.accept(token, true)) this.resume = token.end;
  }

  /** Gives the offset to go on from. */
  private readSign(reading: Reading, at: number): number {
    const { text, start } = reading;
    if (reading.clean >= 0 && text.slice(reading.clean, at).trim() !== '') reading.clean = -1;
    if (text[at] === '\\') return start + at + 2;
    if (text[at] === '`') return this.skipCode(reading, at);
    const found = this.readToken(start + at, reading);
    if (!found) return start + at + 1;
    const token = this.place(found, reading);
    if (!this.tree.accept(token, token.end >= start + text.length)) return start + at + 1;
    if (reading.clean >= 0) reading.clean = token.end - start;
    this.resume = token.end;
    if (token.endLine !== reading.line) this.onLine = [];
    this.onLine.push(token);
    return token.end;
  }

  private skipCode({ spans, start, line, text }: Reading, at: number): number {
    const end = spans?.endOf(at);
    if (end !== undefined) return start + end;
    const length = tickRun(text, at);
    const below = codeSpanEndBelow(this.source.lines, line, length);
    if (!below) return start + at + length;
    this.onLine = [];
    return (this.resume = (this.starts[below.line] ?? 0) + below.end);
  }

  private readToken(offset: number, reading: Reading): TokenText | undefined {
    const { text } = this.source;
    const next = text[offset + 1] ?? '';
    if (text[offset] === '{') {
      if (next === '/') return this.readComment(offset, '{/*', '*/}', false);
      return next === '{' || next === '%' ? this.readShortcode(offset, reading) : undefined;
    }
    if (next === '!') return this.readComment(offset, '<!--', '-->', reading.clean >= 0);
    if (next === '%') return this.readShortcode(offset, reading);
    const tag = readTag(text, offset);
    if (!tag || isVoid(tag.name) || isPhrasing(tag.name)) return undefined;
    if (tag.role !== 'open') return tag;
    if (reading.clean >= 0 && isRaw(tag.name)) return this.readRaw(tag);
    if (this.closable.has(tag.name) || isPart(tag.name)) return tag;
    return isFlow(tag.name) ? { ...tag, role: 'single' } : undefined;
  }

  /** One at the start of a line may take several; one that nothing ends stands alone. */
  private readShortcode(offset: number, { start, text, clean }: Reading): TokenText | undefined {
    const limit = clean >= 0 ? this.source.text.length : start + text.length;
    const found = readShortcode(this.source.text, offset, limit);
    return found?.role === 'open' && !this.closable.has(found.name) ? { ...found, role: 'single' } : found;
  }

  /** A comment that nothing ends takes the rest of the page, where it begins a line. */
  private readComment(offset: number, open: string, close: string, endless: boolean): TokenText | undefined {
    const { text } = this.source;
    if (!text.startsWith(open, offset)) return undefined;
    const from = offset + open.length;
    const found = this.find(close, from);
    if (found < 0 && !endless) return undefined;
    const end = found < 0 ? text.length : found + close.length;
    const argument = text.slice(from, found < 0 ? end : found);
    return {
      syntax: 'comment',
      role: 'single',
      name: '',
      start: offset,
      end,
      attributes: noAttributes,
      argument,
    };
  }

  /** Preformatted text, a script or a style, to its end tag. */
  private readRaw(tag: TokenText): TokenText | undefined {
    const found = this.find(`</${tag.name}`, tag.end);
    const end = found < 0 ? -1 : this.find('>', found);
    if (end < 0) return undefined;
    return {
      ...tag,
      syntax: 'raw',
      role: 'single',
      end: end + 1,
      argument: this.source.text.slice(tag.end, found),
    };
  }

  private find(part: string, from: number): number {
    const found = this.missing.has(part) ? -1 : this.source.text.indexOf(part, from);
    if (found < 0) this.missing.add(part);
    return found;
  }

  private place(found: TokenText, { line, prefix, clean }: Reading): Token {
    let endLine = line;
    while ((this.starts[endLine + 1] ?? Infinity) < found.end) endLine++;
    const { scopes } = this.tree;
    return {
      ...found,
      line,
      endLine,
      before: clean >= 0,
      after: false,
      partner: undefined,
      parent: scopes.token,
      container: scopes.container,
      indent: prefix?.indent ?? scopes.base,
      contentIndent: -1,
      block: false,
    };
  }

  /** Now it is known behind which tokens nothing else stands. */
  private finishLine({ text, start }: Reading): void {
    let from = text.length;
    for (let at = this.onLine.length - 1; at >= 0; at--) {
      const token = this.onLine[at];
      if (!token || text.slice(token.end - start, from).trim() !== '') return;
      token.after = true;
      from = token.start - start;
    }
  }
}

function nextSign(text: string, from: number): number {
  SIGNS.lastIndex = from;
  return SIGNS.exec(text)?.index ?? -1;
}

/** `</x`, `{{< /x`, `{% endx`, `{{/x`. */
const CLOSERS = /<\/([A-Za-z][\w.:-]*)|\{(?:\{[<%]?|%-?) {0,4}(?:\/ {0,4}|end)([\w.:-]+)/g;

/** The names that anything in a text ends; a token of any other name holds nothing. */
export function closableNames(text: string): ReadonlySet<string> {
  const names = new Set<string>();
  for (const [, element, shortcode] of text.matchAll(CLOSERS)) names.add(element ?? shortcode ?? '');
  return names;
}
