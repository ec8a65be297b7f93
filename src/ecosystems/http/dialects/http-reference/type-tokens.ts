import type { LinkSpan } from '../../../../markdown/blocks.js';
import { linkAt, plain, type Phrase } from './phrase.js';

/** A word or a sign of a phrase. */
export interface Token {
  readonly text: string;
  readonly link?: LinkSpan;
}

const TOKEN =
  /\uE002|\uE003|[\uE000\uE001]|(\.\.\.)|([?*|/,;<>()[\]{}:+&])|[^\s?*|/,;<>()[\]{}:+&\uE000-\uE005]+/g;

/** A link is one token, whatever stands in it. */
export function tokensOf(phrase: Phrase): readonly Token[] {
  const tokens: Token[] = [];
  let inside: { readonly link: LinkSpan | undefined; readonly from: number } | undefined;
  for (const match of phrase.text.matchAll(TOKEN)) {
    const [text] = match;
    if (text === '\uE002') inside = { link: linkAt(phrase, match.index), from: match.index + 2 };
    else if (text === '\uE003' && inside) {
      const words = plain(phrase.text.slice(inside.from, match.index)).trim();
      tokens.push({ text: words, ...(inside.link && { link: inside.link }) });
      inside = undefined;
    } else if (!inside && !/^[\uE000\uE001]$/.test(text)) tokens.push({ text });
  }
  return tokens;
}

/** Goes along the tokens of a phrase. */
export class TokenWalker {
  protected at = 0;
  protected readonly tokens: readonly Token[];

  constructor(tokens: readonly Token[]) {
    this.tokens = tokens;
  }

  protected peek(ahead = 0): string {
    return this.tokens[this.at + ahead]?.text ?? '';
  }

  protected accept(test: RegExp): boolean {
    const found = test.test(this.peek());
    if (found) this.at += 1;
    return found;
  }

  protected words(length: number): string | undefined {
    const tokens = this.tokens.slice(this.at, this.at + length);
    if (
      tokens.length < length ||
      tokens.some(({ link, text }) => link !== undefined || !/^[\p{L}\p{N}"']/u.test(text))
    )
      return undefined;
    return tokens.map(({ text }) => text).join(' ');
  }
}
