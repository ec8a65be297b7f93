import { endedBy, hasOptionalEnd, isPart } from './elements.js';
import type { Token } from './token.js';

/** A list item, or an open token. */
interface Scope {
  readonly token: Token | undefined;
  /** Where its content begins; -1 as long as that is not known. */
  column: number;
}

/** Deeper nesting is text. */
const MAX_DEPTH = 60;

/** The list items and open tokens around the place that is being read. */
export class Scopes {
  private readonly scopes: Scope[] = [];
  private tokens = 0;

  /** Where the content of the innermost scope begins. */
  get base(): number {
    return Math.max(0, this.scopes.at(-1)?.column ?? 0);
  }

  /** The content column of the innermost list item within the innermost token; -1 where there is none. */
  get container(): number {
    const top = this.scopes.at(-1);
    return top && !top.token ? top.column : -1;
  }

  get token(): Token | undefined {
    return this.scopes.findLast(({ token }) => token)?.token;
  }

  get full(): boolean {
    return this.scopes.length >= MAX_DEPTH;
  }

  /** True within any token: nothing is indented code there but what is indented more than its neighbours. */
  get withinToken(): boolean {
    return this.tokens > 0;
  }

  openItem(column: number): void {
    if (!this.full) this.scopes.push({ token: undefined, column });
  }

  openToken(token: Token): void {
    this.scopes.push({ token, column: -1 });
    this.tokens++;
  }

  /** Notes where the content of the innermost token begins, and leaves list items that a line is indented less than. */
  enterLine(indent: number): void {
    const top = this.scopes.at(-1);
    if (top?.token && top.column < 0) {
      top.column = contentColumn(top.token, indent);
      top.token.contentIndent = top.column;
    }
    this.leaveItems((column) => column > indent);
  }

  leaveItems(leaves: (column: number) => boolean = () => true): void {
    for (let top = this.scopes.at(-1); top && !top.token && leaves(top.column); top = this.scopes.at(-1))
      this.scopes.pop();
  }

  /** Takes out the innermost open token of a kind and all within it; these come back, innermost first. */
  close(matches: (token: Token) => boolean = () => true): Token[] {
    const at = this.scopes.findLastIndex(({ token }) => token && matches(token));
    return at < 0 ? [] : this.cut(at);
  }

  /** Takes out what a start tag ends by itself. */
  closeEndedBy(name: string): Token[] {
    const ended = endedBy(name);
    let at = this.scopes.length;
    for (let index = at - 1; index >= 0; index--) {
      const { token } = this.scopes[index] ?? {};
      if (token && !(token.syntax === 'element' && ended.has(token.name))) break;
      if (token) at = index;
    }
    return this.cut(at);
  }

  private cut(at: number): Token[] {
    const tokens = this.scopes
      .splice(at)
      .flatMap(({ token }) => (token ? [token] : []))
      .reverse();
    this.tokens -= tokens.length;
    return tokens;
  }
}

/**
 * The content of a component may be indented as its author likes. Of other tokens it may be so as far as it is not taken
 * for indented code; the parts of tables and lists hold none.
 */
function contentColumn(token: Token, indent: number): number {
  const free =
    token.signs === 0 || /^[A-Z]/.test(token.name) || isPart(token.name) || hasOptionalEnd(token.name);
  return free || indent - token.indent < 4 ? indent : token.indent;
}
