import { type AST, RegExpParser } from '@eslint-community/regexpp';

export const regExpParser = new RegExpParser({ ecmaVersion: 2024 });

/**
 * The syntax tree of an expression under the flag `u`, which all translations have.
 * @throws SyntaxError if it is not a valid expression; its message says why.
 */
export const parseExpression = (source: string): AST.Pattern =>
  regExpParser.parsePattern(source, undefined, undefined, { unicode: true });
