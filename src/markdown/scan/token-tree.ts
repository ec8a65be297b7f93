import { hasOptionalEnd, isFlow, isPart, isRaw } from './elements.js';
import { Scopes } from './scopes.js';
import { noAttributes, type Token } from './token.js';

/** Finds the ends of tokens and what each holds, as they come. */
export class TokenTree {
  /** In the order of the page; ends that are only implied have no length. */
  readonly tokens: Token[] = [];
  readonly scopes = new Scopes();

  /** Takes a token in; false where it is none here. `atEnd` says that nothing stands behind it on its line. */
  accept(token: Token, atEnd = true): boolean {
    if (token.role === 'single') return this.acceptSingle(token);
    return token.role === 'close' ? this.acceptClose(token) : this.acceptOpen(token, atEnd);
  }

  /** Ends what the page has left open and HTML lets be left open. */
  finish(end: number, line: number): void {
    for (const token of this.scopes.close()) this.endImplied(token, end, line);
    for (const token of this.tokens) {
      // A start tag of HTML that nothing ends says nothing; any other is no token, but text.
      if (token.role === 'open' && !token.partner && isElement(token)) token.role = 'single';
      token.block = isBlock(token);
    }
  }

  /** Ends directives that hold what is indented below them, at a line that is not. */
  endIndented(indent: number, { line, end }: { line: number; end: number }): void {
    for (let top = this.scopes.token; top?.signs === 0 && indent <= top.indent + 1; top = this.scopes.token)
      for (const token of this.scopes.close((one) => one === top)) this.endImplied(token, end, line);
  }

  private acceptSingle(token: Token): boolean {
    this.tokens.push(token);
    return true;
  }

  private acceptOpen(token: Token, atEnd: boolean): boolean {
    if (this.scopes.full || (token.syntax === 'element' && !this.opensBlock(token, atEnd))) return false;
    if (token.syntax === 'element')
      for (const ended of this.scopes.closeEndedBy(token.name))
        this.endImplied(ended, token.start, token.line);
    token.parent = this.scopes.token;
    this.tokens.push(token);
    this.scopes.openToken(token);
    return true;
  }

  /** An element may hold blocks where it begins or ends a line; what belongs to tables and lists, wherever these are. */
  private opensBlock({ name, before }: Token, atEnd: boolean): boolean {
    if (isRaw(name)) return false;
    return isPart(name) ? this.isHeld() : before || atEnd || isStructure(this.scopes.token);
  }

  /** True within a table or list of HTML. */
  private isHeld(): boolean {
    for (let above = this.scopes.token; above; above = above.parent) if (isStructure(above)) return true;
    return false;
  }

  private acceptClose(token: Token): boolean {
    const closed = this.scopes.close((open) => closes(token, open));
    const partner = closed.pop();
    if (!partner) return this.acceptStray(token);
    for (const inner of closed) this.endImplied(inner, token.start, token.line);
    token.partner = partner;
    partner.partner = token;
    this.tokens.push(token);
    return true;
  }

  /** An end without a beginning: what HTML knows says nothing, all else is text or stands alone. */
  private acceptStray(token: Token): boolean {
    if (token.syntax !== 'shortcode' && !isElement(token)) return false;
    token.role = 'single';
    if (token.syntax === 'shortcode') token.name = token.argument.split(/\s/, 1)[0] ?? '';
    this.tokens.push(token);
    return true;
  }

  private endImplied(open: Token, at: number, line: number): void {
    if (open.signs !== 0 && !(open.syntax === 'element' && hasOptionalEnd(open.name))) return;
    const end = { start: at, end: at, line, endLine: line, attributes: noAttributes, argument: '' };
    open.partner = { ...open, ...end, role: 'close', before: true, after: true, partner: open };
    this.tokens.push(open.partner);
  }
}

/** True for what HTML knows. */
const isElement = ({ syntax, name }: Token): boolean => syntax === 'element' && isFlow(name);

const isStructure = (token: Token | undefined): boolean =>
  token?.syntax === 'element' && (/^(?:[Tt]able|ul|ol|dl)$/.test(token.name) || isPart(token.name));

const closes = (close: Token, open: Token): boolean =>
  open.syntax === close.syntax &&
  (close.syntax === 'directive' ? open.signs === close.signs : open.name === close.name);

/** Only within blocks are there blocks; they begin and end lines, or take several. */
function isBlock(token: Token): boolean {
  const holder = enclosing(token);
  if (holder && !holder.block) return false;
  if (token.role === 'close') return token.partner?.block ?? false;
  if (token.role === 'open') return token.partner !== undefined && isBlockPair(token, token.partner);
  const whole = token.syntax === 'comment' || token.syntax === 'raw';
  return !token.variable && ((token.before && token.after) || (whole && token.line !== token.endLine));
}

const isBlockPair = (open: Token, close: Token): boolean =>
  open.line !== close.line ||
  (open.before && close.after) ||
  isPart(open.name) ||
  (isStructure(open) && isStructure(open.parent));

/** The innermost token around another that has an end. */
function enclosing({ parent }: Token): Token | undefined {
  let above = parent;
  while (above && !above.partner) above = above.parent;
  return above;
}
