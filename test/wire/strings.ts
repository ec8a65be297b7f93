import fc from 'fast-check';
import type { Constraint } from '../../src/ir/types.js';
import { isTranslated, translatePattern } from '../../src/ir/patterns/translate.js';
import { withoutAssertions } from './assertions.js';

/** Where a string travels decides what it may hold: headers take ASCII, labels nothing that a URL would resolve. */
export type Place = 'text' | 'label' | 'header';

interface Limits {
  readonly min: number;
  readonly max: number;
  readonly expressions: readonly RegExp[];
  readonly place: Place;
}

/** No generated string is longer, unless a constraint wants it. */
const longest = { free: 80, matching: 400 };

const known = new Map<string, fc.Arbitrary<string>>();

/**
 * Strings that satisfy length, pattern and allowed values. Throws a `RangeError` where none can be found, which says
 * that a page contradicts itself or that this generator is too weak.
 */
export function stringOf(constraints: readonly Constraint[], place: Place = 'text'): fc.Arbitrary<string> {
  const facts = constraints.map(({ source: _source, known: _known, ...fact }) => fact);
  const id = JSON.stringify([place, facts]);
  const made = known.get(id) ?? makeString(constraints, place);
  known.set(id, made);
  return made;
}

function makeString(constraints: readonly Constraint[], place: Place): fc.Arbitrary<string> {
  const values = constraints.flatMap((constraint) => (constraint.kind === 'values' ? constraint.values : []));
  const limits = limitsOf(constraints, place);
  const allowed = values.filter((value) => fits(value, limits));
  if (allowed.length > 0) return fc.constantFrom(...allowed);
  const found = candidates(limits).map((candidate) => usable(candidate, limits));
  const usables = found.flatMap(({ arbitrary }) => arbitrary ?? []);
  if (usables.length > 0) return fc.oneof(...usables);
  const examples = found.flatMap(({ examples }) => examples);
  if (examples.length > 0) return fc.constantFrom(...examples);
  throw new RangeError(
    `No string found for ${JSON.stringify(constraints.map(({ source: _, ...rest }) => rest))}`,
  );
}

function limitsOf(constraints: readonly Constraint[], place: Place): Limits {
  const lengths = constraints.flatMap((constraint) => (constraint.kind === 'length' ? [constraint] : []));
  const least = place === 'text' ? 0 : 1;
  return {
    min: Math.max(least, ...lengths.map(({ min = 0 }) => min)),
    max: Math.min(...lengths.map(({ max = Infinity }) => max)),
    expressions: constraints.flatMap((constraint) =>
      constraint.kind === 'pattern' ? expression(constraint.pattern) : [],
    ),
    place,
  };
}

/** The pattern as an expression of JavaScript; none where it is no expression at all. */
function expression(pattern: string): RegExp[] {
  const translated = translatePattern(pattern);
  return isTranslated(translated) ? [new RegExp(translated.source, translated.flags)] : [];
}

function fits(text: string, { min, max, expressions, place }: Limits): boolean {
  const length = [...text].length;
  if (length < min || length > max) return false;
  if (place === 'header' && !/^[\x21-\x7e]+( [\x21-\x7e]+)*$/.test(text)) return false;
  if (place === 'label' && !/[^.]/.test(text)) return false;
  return expressions.every((each) => each.test(text));
}

/** What might give fitting strings, the most telling first. */
function candidates({ min, max, expressions, place }: Limits): fc.Arbitrary<string>[] {
  const top = Math.min(max, Math.max(min, longest.free));
  const most = Math.min(max, Math.max(min, longest.matching));
  const [first] = expressions;
  const matching = first
    ? (['small', 'medium', 'large'] as const).flatMap((size) =>
        matchingStrings(first, { size, maxLength: most }),
      )
    : [];
  const plain = { minLength: min, maxLength: top };
  const wide = fc.string({ ...plain, unit: 'binary' });
  return [
    ...matching,
    fc.string({ ...plain, unit: 'grapheme-ascii' }),
    ...(place === 'header' ? [] : [wide]),
    fc.string({ minLength: min, maxLength: min, unit: 'grapheme-ascii' }),
    ...(max <= 300 ? [fc.string({ minLength: max, maxLength: max, unit: 'grapheme-ascii' })] : []),
  ];
}

/** Strings that match as a whole, so that they satisfy the pattern whether it is anchored or not. */
function matchingStrings(
  { source, flags }: RegExp,
  options: fc.StringMatchingConstraints,
): fc.Arbitrary<string>[] {
  try {
    const whole = new RegExp(`^(?:${withoutAssertions(source)})$`, flags);
    const strings = fc.stringMatching(whole, options);
    fc.sample(strings, { numRuns: 1, seed: 1 });
    return [strings];
  } catch {
    return [];
  }
}

/** The candidate with a filter, if at least every third string passes; and the strings that passed. */
function usable(
  candidate: fc.Arbitrary<string>,
  limits: Limits,
): { readonly arbitrary: fc.Arbitrary<string> | undefined; readonly examples: readonly string[] } {
  const samples = fc.sample(candidate, { numRuns: 60, seed: 1 });
  const examples = samples.filter((text) => fits(text, limits));
  const often = examples.length * 3 >= samples.length;
  return { arbitrary: often ? candidate.filter((text) => fits(text, limits)) : undefined, examples };
}
