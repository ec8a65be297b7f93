import type { AST } from '@eslint-community/regexpp';
import type { ReadonlyFlags, toUnicodeSet } from 'regexp-ast-analysis';

type ToCharacters = typeof toUnicodeSet;
type CharacterSet = ReturnType<ToCharacters>['chars'];

/** A place of an expression that takes one character (Glushkov's position automaton). */
export interface Position {
  readonly characters: CharacterSet;
  /** The outermost repeated part around it; undefined where nothing is repeated. */
  readonly loop: string | undefined;
  /** The positions that may come next, each with the number of ways that lead there. */
  readonly next: Map<Position, number>;
}

/** A part of an expression: where it can begin and end, and whether it can match nothing. */
interface Part {
  readonly first: readonly Position[];
  readonly last: readonly Position[];
  readonly nullable: boolean;
}

/** From here on a repetition counts as endless. */
const many = 12;

const empty: Part = { first: [], last: [], nullable: true };

/** Every position of an expression; undefined where one holds what this analysis does not know. */
export function positionsOf(
  pattern: AST.Pattern,
  flags: ReadonlyFlags,
  toCharacters: ToCharacters,
): readonly Position[] | undefined {
  const positions: Position[] = [];
  let isKnown = true;

  const leaf = (
    element: AST.Character | AST.CharacterSet | AST.CharacterClass,
    loop: string | undefined,
  ): Part => {
    const position = {
      characters: toCharacters(element, flags).chars,
      loop,
      next: new Map<Position, number>(),
    };
    positions.push(position);
    return { first: [position], last: [position], nullable: false };
  };

  const partOf = (element: AST.Element, loop: string | undefined): Part => {
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
        // An assertion about characters could keep the ways through a loop apart.
        if (loop !== undefined && element.kind !== 'start' && element.kind !== 'end') isKnown = false;
        return empty;
      default:
        isKnown = false;
        return empty;
    }
  };

  const repeated = (quantifier: AST.Quantifier, loop: string | undefined): Part => {
    const isLoop = quantifier.max >= many;
    const part = partOf(quantifier.element, isLoop ? (loop ?? quantifier.raw) : loop);
    if (isLoop) connect(part.last, part.first);
    return { ...part, nullable: part.nullable || quantifier.min === 0 };
  };

  const sequence = ({ elements }: AST.Alternative, loop: string | undefined): Part =>
    elements.map((element) => partOf(element, loop)).reduce(concatenate, empty);

  anyOf(pattern.alternatives.map((alternative) => sequence(alternative, undefined)));
  return isKnown ? positions : undefined;
}

function connect(last: readonly Position[], first: readonly Position[]): void {
  for (const from of last) for (const to of first) from.next.set(to, (from.next.get(to) ?? 0) + 1);
}

function concatenate(before: Part, after: Part): Part {
  connect(before.last, after.first);
  return {
    first: before.nullable ? [...before.first, ...after.first] : before.first,
    last: after.nullable ? [...before.last, ...after.last] : after.last,
    nullable: before.nullable && after.nullable,
  };
}

const anyOf = (parts: readonly Part[]): Part => ({
  first: parts.flatMap(({ first }) => first),
  last: parts.flatMap(({ last }) => last),
  nullable: parts.some(({ nullable }) => nullable),
});
