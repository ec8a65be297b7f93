import { withoutLinks } from './phrase.js';

/** What a sentence says of how large something may be. `characters` and the like say of what. */
export interface Limits {
  readonly min?: number;
  readonly max?: number;
  readonly unit?: 'length' | 'count' | 'value';
}

const NUMBER = '(-?\\d[\\d,_]*(?:\\.\\d+)?)';
const UNIT_WORDS =
  '(characters?|chars?\\b|ch\\.|letters|code points|bytes|digits|items?|elements?|entries|values|ids?\\b|objects?|recipients|addresses|files?|tags|records|results|attachments|users|messages|members|rows|emails|keys|seconds?|minutes?|hours?|days?|ms|milliseconds?)?';

interface LimitPattern {
  readonly pattern: RegExp;
  readonly read: (groups: readonly (string | undefined)[]) => Limits;
}

const between = ([low, high, unit]: readonly (string | undefined)[]): Limits => ({
  ...numbers(low, high),
  ...unitOf(unit),
});
const atMost = ([high, unit]: readonly (string | undefined)[]): Limits => ({
  ...numbers(undefined, high),
  ...unitOf(unit),
});
const atLeast = ([low, unit]: readonly (string | undefined)[]): Limits => ({
  ...numbers(low, undefined),
  ...unitOf(unit),
});

/** The usual wordings, the ones with both bounds first; a part of a sentence counts once. */
const PATTERNS: readonly LimitPattern[] = [
  {
    pattern: new RegExp(
      `\\b(?:between|range(?: is|:)?(?: from)?|from|accepts|must be|valid range(?: is|:)?) ${NUMBER} ?(?:and|to|-|–|\\.\\.\\.?) ?${NUMBER} ?${UNIT_WORDS}`,
      'gi',
    ),
    read: between,
  },
  {
    pattern: new RegExp(
      `(?:^|[\\s(\\[:;,.])${NUMBER} ?(?:-|–|to|\\.\\.\\.?) ?${NUMBER}[ -]?${UNIT_WORDS}(?=$|[\\s)\\].,;])`,
      'gi',
    ),
    read: between,
  },
  {
    pattern: new RegExp(`\\bexactly ${NUMBER} ${UNIT_WORDS}`, 'gi'),
    read: ([only, unit]) => ({ ...numbers(only, only), ...unitOf(unit) }),
  },
  {
    pattern: new RegExp(
      `\\b(?:max(?:imum)?\\.?(?: (?:allowed|value|length|size|number|limit|count|of|is|allowed value))*:?|up to|at most|no more than|not exceed|not be (?:greater|more|larger|higher|longer) than|cannot be (?:greater|more|larger|higher|longer) than|can't be (?:greater|more|larger|higher) than|limited to|less than or equal to|<=|≤) ?(?:an? )?(?:max(?:imum)?|total)?(?: ?of)? ?${NUMBER}[ -]?${UNIT_WORDS}`,
      'gi',
    ),
    read: atMost,
  },
  {
    pattern: new RegExp(`${NUMBER} ${UNIT_WORDS} ?(?:max(?:imum)?|at most|or (?:less|fewer))\\b`, 'gi'),
    read: atMost,
  },
  {
    pattern: new RegExp(
      `\\b(?:min(?:imum)?\\.?(?: (?:allowed|value|length|size|number|count|of|is))*:?|at least|no less than|not be (?:less|smaller|lower|shorter|fewer) than|cannot be (?:less|smaller|lower) than|greater than or equal to|values (?:smaller|less|lower) than|>=|≥) ?(?:an? )?${NUMBER}[ -]?${UNIT_WORDS}`,
      'gi',
    ),
    read: atLeast,
  },
  {
    pattern: new RegExp(
      `\\b(?:must|has to|needs to|should) (?:contain|have|include) at least ${NUMBER}(?=[.;,)]|$)`,
      'gi',
    ),
    read: ([low]) => ({ ...numbers(low, undefined), unit: 'count' }),
  },
  { pattern: /\bnon-?negative\b/gi, read: () => ({ min: 0, unit: 'value' }) },
  { pattern: /\bpositive (?:integer|number|int)\b/gi, read: () => ({ min: 1, unit: 'value' }) },
];

/** Words that make a limit one of something else, or one under a condition. */
const CONDITION =
  /\b(?:if|when|unless|depends? on|for example|e\.g\.|such as|by default|per (?:second|minute|hour|day)|of each)\b/i;
const DIFFERS = new RegExp(
  `\\bfor (?:\\w+ ){1,3}and (?:up to )?${NUMBER}|${NUMBER}\\S*(?: \\w+)? for\\b`,
  'i',
);

/** A bound in one of two units may be one of the other. */
const TIMES: readonly RegExp[] = [
  /\bseconds?\b/i,
  /\bminutes?\b/i,
  /\bhours?\b/i,
  /\bdays?\b/i,
  /\b(?:ms|milliseconds?)\b/i,
];

/** What a sentence states as limits, of whatever they are; nothing where they hold under a condition only. */
export function limitsIn(sentence: string): readonly Limits[] {
  const text = withoutLinks(sentence)
    .replace(/[\uE000\uE001]/g, '')
    .replace(/(\d),(?=\d{3}\b)/g, '$1')
    .slice(0, 1000);
  if (!/\d|negative|positive/i.test(text) || TIMES.filter((time) => time.test(text)).length > 1) return [];
  const found = PATTERNS.flatMap(({ pattern, read }) =>
    [...text.matchAll(pattern)]
      .slice(0, 4)
      .flatMap((match) => (isExcluded(text, match) ? [] : [read(match.slice(1))])),
  );
  const units = new Set(found.map(({ unit }) => unit));
  return [...units].map((unit) =>
    found.filter((one) => one.unit === unit).reduceRight((all, one) => ({ ...all, ...one }), {}),
  );
}

/** A bound behind `if …`, or one of several that hold for one kind each. */
function isExcluded(text: string, match: RegExpMatchArray & { readonly index: number }): boolean {
  const before = text.slice(Math.max(0, match.index - 40), match.index);
  const after = text.slice(match.index + match[0].length, match.index + match[0].length + 40);
  return (
    DIFFERS.test(text.slice(match.index)) ||
    CONDITION.test(before) ||
    /^\s*(?:for|when|if|depending|%|px|x\d|kb|mb|gb|kib|mib)\b/i.test(after)
  );
}

function numbers(low: string | undefined, high: string | undefined): Limits {
  const min = numberOf(low);
  const max = numberOf(high);
  if (min !== undefined && max !== undefined && min > max) return {};
  return { ...(min !== undefined && { min }), ...(max !== undefined && { max }) };
}

const numberOf = (text: string | undefined): number | undefined => {
  const number = Number((text ?? '').replace(/[,_]/g, ''));
  return text === undefined || text === '' || !Number.isFinite(number) ? undefined : number;
};

function unitOf(word: string | undefined): Pick<Limits, 'unit'> {
  if (word === undefined) return {};
  if (/^(?:char|ch|letter|code|byte|digit)/i.test(word)) return { unit: 'length' };
  return /^(?:second|minute|hour|day|ms|milli)/i.test(word) ? { unit: 'value' } : { unit: 'count' };
}
