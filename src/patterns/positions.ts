import type { AST } from '@eslint-community/regexpp';

/** An element that matches one character of a text. */
export type CharacterElement = AST.Character | AST.CharacterSet | AST.CharacterClass;

/** An element of an expression as a state of its position automaton (Glushkov). */
export interface Position<Characters> {
  readonly characters: Characters;
  /** The source of the outermost repeated part around it; undefined if there is none. */
  readonly loop: string | undefined;
  /** The positions that may come next, each with the number of ways that lead there. */
  readonly next: Map<Position<Characters>, number>;
}

/** A part of an expression: where it can begin and end, and whether it can match the empty text. */
interface Part<Characters> {
  readonly first: readonly Position<Characters>[];
  readonly last: readonly Position<Characters>[];
  readonly nullable: boolean;
}

const empty = { first: [], last: [], nullable: true };

/**
 * Every position of an expression; undefined if it has too many, or parts that this analysis does not know.
 * @param charactersOf returns the characters that an element takes.
 * @param many a part that may be repeated this often is a loop.
 * @param max the analysis stops at more positions than this: the number of steps between them grows with its square.
 */
export function positionsOf<Characters>(
  pattern: AST.Pattern,
  charactersOf: (element: CharacterElement) => Characters,
  many: number,
  max: number,
): readonly Position<Characters>[] | undefined {
  type Steps = Part<Characters>;
  const positions: Position<Characters>[] = [];
  let isKnown = true;

  const leaf = (element: CharacterElement, loop: string | undefined): Steps => {
    if (positions.length === max) isKnown = false;
    if (!isKnown) return empty;
    const position = { characters: charactersOf(element), loop, next: new Map() };
    positions.push(position);
    return { first: [position], last: [position], nullable: false };
  };

  const partOf = (element: AST.Element, loop: string | undefined): Steps => {
    switch (element.type) {
      case 'Character':
      case 'CharacterSet':
      case 'CharacterClass':
        return leaf(element, loop);
      case 'Group':
      case 'CapturingGroup':
        return anyOf(element.alternatives.map((alternative) => sequence(alternative, loop)));
      case 'Quantifier':
        return repeated(element, loop);
      case 'Assertion':
        return asserted(element, loop);
      default:
        isKnown = false;
        return empty;
    }
  };

  /** A look-ahead reads text that is read again: what stands after it does not follow the positions inside. */
  const asserted = (assertion: AST.Assertion, loop: string | undefined): Steps => {
    if (assertion.kind === 'start' || assertion.kind === 'end') return empty;
    // An assertion can rule out a way through the loop, which positions do not tell.
    if (loop !== undefined) isKnown = false;
    if (assertion.kind !== 'lookahead') return empty;
    const { first } = anyOf(assertion.alternatives.map((alternative) => sequence(alternative, loop)));
    return { first, last: [], nullable: true };
  };

  const repeated = (quantifier: AST.Quantifier, loop: string | undefined): Steps => {
    const isLoop = quantifier.max >= many;
    const part = partOf(quantifier.element, isLoop ? (loop ?? quantifier.raw) : loop);
    if (isLoop) connect(part.last, part.first);
    return { ...part, nullable: part.nullable || quantifier.min === 0 };
  };

  const sequence = ({ elements }: AST.Alternative, loop: string | undefined): Steps =>
    elements.map((element) => partOf(element, loop)).reduce<Steps>(concatenate, empty);

  anyOf(pattern.alternatives.map((alternative) => sequence(alternative, undefined)));
  return isKnown ? positions : undefined;
}

function connect<Characters>(
  last: readonly Position<Characters>[],
  first: readonly Position<Characters>[],
): void {
  for (const from of last) for (const to of first) from.next.set(to, (from.next.get(to) ?? 0) + 1);
}

function concatenate<Characters>(before: Part<Characters>, after: Part<Characters>): Part<Characters> {
  connect(before.last, after.first);
  return {
    first: before.nullable ? [...before.first, ...after.first] : before.first,
    last: after.nullable ? [...before.last, ...after.last] : after.last,
    nullable: before.nullable && after.nullable,
  };
}

const anyOf = <Characters>(parts: readonly Part<Characters>[]): Part<Characters> => ({
  first: parts.flatMap(({ first }) => first),
  last: parts.flatMap(({ last }) => last),
  nullable: parts.some(({ nullable }) => nullable),
});
