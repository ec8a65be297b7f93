import { visitRegExpAST } from '@eslint-community/regexpp';
import fc from 'fast-check';
import { isPotentiallyEmpty } from 'regexp-ast-analysis';
import { describe, expect, test } from 'vitest';
import { analyse } from '../../src/patterns/backtracking.js';
import { parseExpression, parseFlags } from '../../src/patterns/expression.js';
import { isPlainlyHarmless } from '../../src/patterns/quick-check.js';

const isHarmless = (source: string, flags = 'u'): boolean =>
  isPlainlyHarmless(parseExpression(source, flags));

describe('the quick check', () => {
  test.each([
    '^[a-z]+$',
    '^arn:aws[a-z-]*:iam::[0-9]{12}:role/[a-zA-Z0-9+=,.@_-]+$',
    '^([a-z0-9]+[.])*[a-z]{2,8}$',
    '(?!^[0-9]+$)([a-zA-Z0-9_-]+)',
    '^[a-z._-]*(?<![.])$',
    '[^:]+:[^:]+',
    '(ab)*c+',
  ])('shows that %s is harmless', (source) => {
    expect(isHarmless(source)).toBe(true);
  });

  test.each([
    ['two loops side by side', 'a*a*'],
    ['two loops with something between that may be absent', '[a-m]+-?[a-z]+'],
    ['two loops that take any character', '.*x.*'],
    ['a loop in a loop', '(a+)+'],
    ['a loop that is repeated twice', '(a*){2}b'],
    ['two ways through a loop', '(ab|a|b)*c'],
    ['loops that share characters beyond ASCII', 'é+ó?[^a]+'],
    ['loops that share the other case of a character', 'k+[\\u212a]+'],
    ['two loops in a look ahead', '(?=a*a*b)c'],
    ['a repetition in a look behind', '(?<=a*a*)b'],
    ['a repetition behind a bracket in a look behind', '(?<=[)]a*a*)b'],
    ['a reference to a group', '(a*)\\1b'],
  ])('leaves %s to the analysis', (_, source) => {
    expect(isHarmless(source, 'iu')).toBe(false);
  });
});

const { expression } = fc.letrec<{ expression: string; sequence: string; item: string; atom: string }>(
  (tie) => ({
    expression: fc.array(tie('sequence'), { minLength: 1, maxLength: 3 }).map((parts) => parts.join('|')),
    sequence: fc.array(tie('item'), { minLength: 1, maxLength: 4 }).map((items) => items.join('')),
    item: fc
      .oneof(
        {
          weight: 5,
          arbitrary: fc.tuple(tie('atom'), fc.constantFrom('', '', '*', '+', '?', '{2}', '{0,30}', '{3,}')),
        },
        {
          weight: 1,
          arbitrary: fc.constantFrom(['^', ''], ['$', ''], ['\\b', ''], ['(?!a+b)', ''], ['(?<=b)', '']),
        },
      )
      .map((parts) => parts.join('')),
    atom: fc.oneof(
      { depthSize: 'small' },
      fc.constantFrom('a', 'b', '[ab]', '[^a]', '.', '\\d', 'é'),
      tie('expression').map((inner) => `(?:${inner})`),
    ),
  }),
);

const flags = parseFlags('u');

/** In loops of parts that may be empty, such as `(?:a+b|c?)+d`, scslre sees exponential growth where there is none. */
function repeatsTheEmpty(source: string): boolean {
  let found = false;
  visitRegExpAST(parseExpression(source, 'u').tree, {
    onQuantifierEnter: ({ element, max }) => {
      if (max > 1 && isPotentiallyEmpty(element, flags)) found = true;
    },
  });
  return found;
}

test('what it shows to be harmless, the analysis finds nothing in', async () => {
  let harmless = 0;
  const agree = async (source: string): Promise<void> => {
    if (!isHarmless(source) || repeatsTheEmpty(source)) return;
    harmless += 1;
    expect(await analyse(parseExpression(source, 'u'))).toBeUndefined();
  };
  await fc.assert(fc.asyncProperty(expression, agree), { numRuns: 800 });
  expect(harmless).toBeGreaterThan(50);
}, 20_000);
