import fc from 'fast-check';
import type { Constraint, StringFormat } from '../../src/model/types.js';
import { isTranslated, translatePattern } from '../../src/patterns/translate.js';
import { withoutAssertions } from './assertions.js';

/**
 * Where a string travels decides what it may hold: headers take ASCII, labels nothing that a URL would resolve, `greedy` ones
 * no empty segments, `word`s nothing that may stand beside them, `item`s nothing that stands between them, `key`s none of the
 * brackets around them; `line`s have no ends, and `some` are not empty.
 */
export type Place = 'text' | 'some' | 'label' | 'greedy' | 'word' | 'header' | 'item' | 'key' | 'line';

const suits: Readonly<Record<Place, RegExp>> = {
  text: /^/,
  some: /./s,
  label: /[^.]/,
  greedy: /^(?!\.{0,2}(?:\/|$))(?:[^/]+(?:\/(?!\.{0,2}(?:\/|$))|$))+$/s,
  word: /^\w+$/,
  header: /^[\x21-\x7e]+( [\x21-\x7e]+)*$/,
  item: /^[^,|\s]+$/,
  key: /^[^[\].,|\s]+$/,
  line: /^[^\r\n]*$/,
};

/** Written as a format asks. */
const formatted: Readonly<Record<StringFormat, fc.Arbitrary<string>>> = {
  date: fc
    .date({ min: new Date(0), max: new Date('2199-12-31'), noInvalidDate: true })
    .map((day) => day.toISOString().slice(0, 10)),
  'date-time': fc
    .date({ min: new Date(0), max: new Date('2199-12-31'), noInvalidDate: true })
    .map((time) => time.toISOString()),
  uuid: fc.uuid(),
  email: fc.emailAddress(),
  uri: fc.webUrl(),
  byte: fc.base64String(),
};

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
export function stringOf(
  constraints: readonly Constraint[],
  place: Place = 'text',
  format?: StringFormat,
): fc.Arbitrary<string> {
  const facts = constraints.map(({ source: _source, known: _known, ...fact }) => fact);
  const id = JSON.stringify([place, format, facts]);
  const made = known.get(id) ?? makeString(constraints, place, format);
  known.set(id, made);
  return made;
}

function makeString(
  constraints: readonly Constraint[],
  place: Place,
  format?: StringFormat,
): fc.Arbitrary<string> {
  const values = constraints.flatMap((constraint) =>
    constraint.kind === 'values' ? constraint.values.map(String) : [],
  );
  const limits = limitsOf(constraints, place);
  const allowed = values.filter((value) => fits(value, limits));
  if (allowed.length > 0) return fc.constantFrom(...allowed);
  const matching = format ? [] : firstUsable(matchingStrings(limits), limits);
  const plain = format ? [formatted[format]] : plainStrings(limits);
  const others = plain.map((candidate) => usable(candidate, limits));
  const found = [...matching, ...others];
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
  const least = suits[place].test('') ? 0 : 1;
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
  if (!suits[place].test(text)) return false;
  return expressions.every((each) => each.test(text));
}

/** Strings of fitting lengths, the shortest and the longest too. */
function plainStrings({ min, max, place }: Limits): fc.Arbitrary<string>[] {
  const plain = { minLength: min, maxLength: Math.min(max, Math.max(min, longest.free)) };
  return [
    fc.string({ ...plain, unit: 'grapheme-ascii' }),
    fc.string({ ...plain, unit: fc.constantFrom(...'abcxyzABCXYZ0189_') }),
    ...(place === 'header' ? [] : [fc.string({ ...plain, unit: 'binary' })]),
    fc.string({ minLength: min, maxLength: min, unit: 'grapheme-ascii' }),
    ...(max <= 300 ? [fc.string({ minLength: max, maxLength: max, unit: 'grapheme-ascii' })] : []),
  ];
}

/** Strings that match as a whole, so that they satisfy the pattern whether it is anchored or not; short ones first. */
function* matchingStrings({ min, max, expressions }: Limits): Generator<fc.Arbitrary<string>> {
  const [first] = expressions;
  if (!first) return;
  const whole = new RegExp(`^(?:${withoutAssertions(first.source)})$`, first.flags);
  const maxLength = Math.min(max, Math.max(min, longest.matching));
  for (const size of ['xsmall', 'small', 'medium', 'large'] as const) {
    try {
      yield fc.stringMatching(whole, { size, maxLength });
    } catch {
      // What the generator does not know, it says at once.
      return;
    }
  }
}

/** What is known of the candidates up to the first usable one. */
function firstUsable(candidates: Iterable<fc.Arbitrary<string>>, limits: Limits): Candidate[] {
  const found: Candidate[] = [];
  for (const candidate of candidates) {
    found.push(usable(candidate, limits));
    if (found.at(-1)?.arbitrary) break;
  }
  return found;
}

interface Candidate {
  readonly arbitrary: fc.Arbitrary<string> | undefined;
  readonly examples: readonly string[];
}

/** The candidate with a filter, if at least every third string passes; and the strings that passed. */
function usable(candidate: fc.Arbitrary<string>, limits: Limits): Candidate {
  const samples = fc.sample(candidate, { numRuns: 30, seed: 1 });
  const examples = samples.filter((text) => fits(text, limits));
  const often = examples.length * 3 >= samples.length;
  return { arbitrary: often ? candidate.filter((text) => fits(text, limits)) : undefined, examples };
}
