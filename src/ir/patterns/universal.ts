import { type AST, RegExpParser } from '@eslint-community/regexpp';
import type { Translation } from './translate.js';

const parser = new RegExpParser({ ecmaVersion: 2024 });

/** True where the expression is found in every text: it can match nothing at all, and asserts nothing. */
export function isFoundEverywhere({ source, flags }: Translation): boolean {
  const pattern = parser.parsePattern(source, undefined, undefined, { unicode: flags.includes('u') });
  return pattern.alternatives.some(canBeEmpty);
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
