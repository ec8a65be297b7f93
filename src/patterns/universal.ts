import type { AST } from '@eslint-community/regexpp';
import { everywhere, keyOf } from './memory.js';
import { parseExpression } from './regexpp.js';
import type { Translation } from './types.js';

/** True where the expression is found in every text: it can match nothing at all, and asserts nothing. */
export function isFoundEverywhere(translation: Translation): boolean {
  const key = keyOf(translation);
  return everywhere.recall(key) ?? everywhere.keep(key, findsAll(translation));
}

function findsAll({ source }: Translation): boolean {
  return parseExpression(source).alternatives.some(canBeEmpty);
}

const canBeEmpty = (alternative: AST.Alternative): boolean => alternative.elements.every(matchesEmpty);

function matchesEmpty(element: AST.Element): boolean {
  switch (element.type) {
    case 'Quantifier':
      return element.min === 0 || matchesEmpty(element.element);
    case 'Group':
    case 'CapturingGroup':
      return element.alternatives.some(canBeEmpty);
    default:
      return false;
  }
}
