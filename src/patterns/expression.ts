import { type AST, RegExpParser, visitRegExpAST } from '@eslint-community/regexpp';

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

/** The analysis of an expression takes seconds beyond these. Patterns of real pages have up to 50, and a depth of 10. */
const limits = { repetitions: 64, depth: 30 };

/** Why an expression is too much to analyse, as a phrase; undefined where it is not. */
export function excessOf({ tree }: Expression): string | undefined {
  let [repetitions, depth, deepest] = [0, 0, 0];
  const enter = () => void (deepest = Math.max(deepest, ++depth));
  const leave = () => void depth--;
  visitRegExpAST(tree, {
    onQuantifierEnter: ({ max }) => void (repetitions += max > 1 ? 1 : 0),
    onGroupEnter: enter,
    onGroupLeave: leave,
    onCapturingGroupEnter: enter,
    onCapturingGroupLeave: leave,
    onAssertionEnter: enter,
    onAssertionLeave: leave,
  });
  if (deepest > limits.depth) return tooDeep;
  return repetitions > limits.repetitions
    ? `it has more than ${String(limits.repetitions)} repetitions`
    : undefined;
}

export const tooDeep = 'its groups lie too deep in each other';

export const parseFlags = (flags: string): AST.Flags => parser.parseFlags(flags);
