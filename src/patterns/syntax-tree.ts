import { type AST, RegExpParser, visitRegExpAST } from '@eslint-community/regexpp';

export const regExpParser = new RegExpParser({ ecmaVersion: 2024 });

let last: AST.Pattern | undefined;

/**
 * The syntax tree of an expression under the flag `u`, as all translations are. One expression is asked about several
 * times in a row, and parsed once.
 * @throws SyntaxError where it is none; its message says why.
 */
export function parseExpression(source: string): AST.Pattern {
  if (last?.raw !== source) last = regExpParser.parsePattern(source, undefined, undefined, { unicode: true });
  return last;
}

/** Whether one of the repetitions of an expression is such a one. */
export function someQuantifier(
  pattern: AST.Pattern,
  isSuch: (quantifier: AST.Quantifier) => boolean,
): boolean {
  let found = false;
  visitRegExpAST(pattern, { onQuantifierEnter: (quantifier) => (found ||= isSuch(quantifier)) });
  return found;
}
