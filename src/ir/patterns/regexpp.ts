import { createRequire } from 'node:module';
import type * as Library from '@eslint-community/regexpp';

const require = createRequire(import.meta.url);
let parser: Library.RegExpParser | undefined;
let last: Library.AST.Pattern | undefined;

// Loaded at the first question, and the one copy that `scslre` loads too: what is known of patterns needs neither.
const library = (): typeof Library => require('@eslint-community/regexpp');

export const regExpParser = (): Library.RegExpParser =>
  (parser ??= new (library().RegExpParser)({ ecmaVersion: 2024 }));

/**
 * The syntax tree of an expression under the flag `u`, as all translations are. One expression is asked about several
 * times in a row, and parsed once.
 * @throws SyntaxError where it is none; its message says why.
 */
export function parseExpression(source: string): Library.AST.Pattern {
  if (last?.raw !== source)
    last = regExpParser().parsePattern(source, undefined, undefined, { unicode: true });
  return last;
}

/** Whether one of the repetitions of an expression is such a one. */
export function someQuantifier(
  pattern: Library.AST.Pattern,
  isSuch: (quantifier: Library.AST.Quantifier) => boolean,
): boolean {
  let found = false;
  library().visitRegExpAST(pattern, { onQuantifierEnter: (quantifier) => (found ||= isSuch(quantifier)) });
  return found;
}
