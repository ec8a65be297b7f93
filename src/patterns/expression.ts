import { type AST, RegExpParser } from '@eslint-community/regexpp';

/** A regular expression of JavaScript with the flag `u`. */
export interface Expression {
  readonly source: string;
  readonly flags: string;
  readonly tree: AST.Pattern;
}

const parser = new RegExpParser({ ecmaVersion: 2024 });

/** @throws SyntaxError if it is not a valid expression; its message says why. */
export const parseExpression = (source: string, flags: string): Expression => ({
  source,
  flags,
  tree: parser.parsePattern(source, undefined, undefined, { unicode: true }),
});

export const parseFlags = (flags: string): AST.Flags => parser.parseFlags(flags);
