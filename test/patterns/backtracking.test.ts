import { expect, test } from 'vitest';
import { findBacktracking } from '../../src/patterns/backtracking.js';
import { parseExpression } from '../../src/patterns/expression.js';

test.each([
  ['^[a-z]+$', undefined],
  ['^(a+)+$', { growth: 'exponential', part: 'a+' }],
  ['^(ab|a|b)*$', { growth: 'exponential', part: '(?:ab|a|b)*' }],
  ['a*a*b', { growth: 'polynomial', part: 'a*' }],
])('what is found of %s', async (source, found) => {
  expect(await findBacktracking(parseExpression(source, 'u'))).toEqual(found);
});
