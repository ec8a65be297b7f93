import { plain, withoutLinks } from './phrase.js';

const C = '\uE000[^\uE001]*\uE001';
/** A value of a list: code, or something in quotes; with a remark in parentheses behind it, or a link around it. */
const ITEM = `(?:${C}|"[^"\n]{1,60}"|'[^'\n]{1,60}')(?: ?\\([^()]{0,80}\\))?`;
const SEPARATOR = '(?: ?, ?(?:and |or |and/or )?| ?/ ?| ?\\| ?| or | and | ?; ?)';
const LIST = `(?:(?:either|the|a|an|some other|other) )?${ITEM}(?:${SEPARATOR}(?:(?:either|the|a|an|some|other) ){0,2}${ITEM})*`;

const LEAD =
  '(?:(?:must|can|could|may|should|will|has to|to) (?:only )?be(?: set to)?(?: (?:one|any) of)?(?: the following)?(?: values?)?|(?:is |are )?(?:one|any|some|either one|each one) of(?: the following)?(?: values| strings)?|either|(?:(?:the |its |all |currently )?(?:possible|valid|allowed|supported|accepted|available|permitted|acceptable|currently[- ]supported|recognized|legal)(?: supported)? (?:values?|options?|types?|choices|settings|modes|states|formats|versions|enums?)(?: for [^.:]{1,40})?)(?: are| is| include)?(?: the following)?|values?(?: are| is)?|options(?: are)?|accepts?|choose (?:from|between)|enum|always|supports(?: only)?|only supports)';
const LEADING_LIST = new RegExp(`\\b${LEAD} ?:? ?(?:the value )?(${LIST})`, 'i');
/** A sentence that is nothing but values. */
const BARE_LIST = new RegExp(`^(${ITEM}(?:${SEPARATOR}(?:the )?${ITEM})+)(?=$|[.;,)]| ?\\(| [A-Z][a-z]+ )`);
const IN_PARENTHESES = new RegExp(
  `\\((?:(?:one of|either|can be|values?|options?)?:? ?)(${ITEM}(?:${SEPARATOR}${ITEM})+)(?=[),;])`,
  'i',
);
/** Names in parentheses that are joined rather than a choice: `(`a`, `b`, and `c`)`. */
const JOINED = /^\([\uE000"'][^]*[\uE001"'],? and [\uE000"']/;
/** `Current status: "pending", "sent", or "failed".` */
const BEHIND_COLON = new RegExp(`: ?(${ITEM}(?:${SEPARATOR}${ITEM})+)(?=$|[.;]| ?\\()`, 'i');
/** `Type to search for, `folder` or `file`.` at the end of a sentence. */
const AT_END = new RegExp(`, (${ITEM} or ${ITEM})(?=\\.?$)`, 'i');
/** `(Enumerable, oneOf `a` `b` `c`)`: blanks alone may part them. */
const ONE_OF = new RegExp(`\\b(?:one|any)of:? (${ITEM}(?:(?:${SEPARATOR}| )${ITEM})+)`, 'i');
/** `Sets who may see it to `a`, `b`, `c`.` */
const SETS = new RegExp(
  `\\bsets?\\b[^.\uE000]{0,80} to (${ITEM}(?:${SEPARATOR}${ITEM}){2,20})(?=\\.?$)`,
  'i',
);
const WORDY = `${ITEM}(?: [a-z][a-z ]{0,40})?`;
/** `Specify whether it comes from `a`, `b` of the kind, or some `c` user.` */
const SPECIFY = new RegExp(
  `\\b(?:specify|choose|select)\\b(?:[^.\uE000]{0,80}\\b(?:from|between|among|to|of))? (${WORDY}(?:, ${WORDY}){0,12},? or (?:some |an? |the )?${ITEM})`,
  'i',
);
/** `can be set to: 60, 1440, 4320`. */
const NUMBERS =
  /\b(?:can be set to|one of|must be|valid values(?: are)?|possible values(?: are)?|allowed values(?: are)?|either) ?:? ((?:-?\d+(?: \([^()]{1,40}\))?(?:, ?(?:or )?| or )){1,20}-?\d+)(?=$|[.;)]| \()/i;
/** `csv|ods|xlsx`, in code or not, and nothing else. */
const BARRED = /^\uE000?([\w.-]+(?: ?\| ?[\w.-]+)+)\uE001?\.?$/;
/** `Can be service, batch, or default`: plain words, of which every one must look like a value. */
const WORDS =
  /\b(?:one of|can be|possible values(?: are)?|valid values(?: are)?|allowed values(?: are)?|values)(?:: ?| )((?:[a-z][\w-]*, ){1,12}(?:or |and )?[a-z][\w-]*|[A-Z][A-Z_\d]+(?:, ?[A-Z][A-Z_\d]+)*(?:,? or [A-Z][A-Z_\d]+)?)(?=$|[.;)])/;
/** `integration type (twitch, youtube, or other)`. */
const KINDS =
  /\b(?:type|status|mode|kind|level|order|state|format|direction|role|visibility)(?: of (?:the|an?) [a-z ]{2,30})? \(((?:[a-z][a-z\d_-]*, ){1,12}(?:or )?[a-z][a-z\d_-]*|[a-z][a-z\d_-]* or [a-z][a-z\d_-]*)\)/;
/** `Use 1 for panels or 2 for variables.` */
const EXPLAINED = /\uE000([^\uE001]{1,40})\uE001 (?:for|means|=) /g;
/** Values that are mentioned only. */
const EXAMPLE =
  /(?:e\.g\.|\b(?:for example|such as|like|for instance|include|including|examples?|default(?:s)?(?: is| to)?|defaults?(?: value)?|unless|except|not|instead of)\b)[^.;\uE000"']{0,40}$/i;

/** The values that a sentence states as all that are allowed; empty where it states none. */
export function valuesIn(sentence: string): readonly string[] {
  const text = withoutLinks(sentence).slice(0, 3000);
  const barred = BARRED.exec(text)?.[1];
  if (barred !== undefined) return barred.split(/ ?\| ?/);
  const numbers = NUMBERS.exec(text)?.[1];
  if (numbers !== undefined) return numbers.replace(/\([^()]*\)/g, '').match(/-?\d+/g) ?? [];
  for (const pattern of [
    LEADING_LIST,
    ONE_OF,
    BARE_LIST,
    IN_PARENTHESES,
    BEHIND_COLON,
    SETS,
    SPECIFY,
    AT_END,
  ]) {
    const match = pattern.exec(text);
    if (match?.[1] === undefined || isMention(text, match, match[1])) continue;
    if (pattern === IN_PARENTHESES && JOINED.test(match[0])) continue;
    const values = itemsIn(match[1]);
    if (
      values.length > 1 ||
      (/\balways\b|\bmust be\b|values?:/i.test(match[0]) &&
        !/^\W*(?:for|if|when|unless)\b/i.test(text.slice(match.index + match[0].length)))
    )
      return values;
  }
  const explained = [...text.matchAll(EXPLAINED)].map(([, code = '']) => unquoted(code));
  if (
    explained.length > 1 &&
    /^(?:\uE000|[^\uE000]{0,80}\b(?:use|set|specify|either|one of|is|kind|type)\b)/i.test(text)
  )
    return [...new Set(explained)];
  const words = WORDS.exec(text)?.[1] ?? KINDS.exec(text)?.[1];
  return words === undefined ? [] : words.split(/, ?(?:or |and )?| or | and /).filter((word) => word !== '');
}

const LISTS = /\b(?:allowed|valid|possible|supported|accepted) values\b/gi;

/** Where there are several lists of values, each holds under a condition. */
export const hasSeveralLists = (text: string): boolean => (text.match(LISTS)?.length ?? 0) > 1;

const TWO =
  /\bdefaults? to \uE000([^\uE001]{1,80})\uE001[^\uE002]{0,400}?\bthe (?:only )?other (?:option|value|choice|possibility) is \uE000([^\uE001]{1,80})\uE001/i;

/** `Defaults to `a` … The other option is `b`.` */
export function bothOptions(text: string): readonly string[] {
  const [, usual, other] = TWO.exec(withoutLinks(text).slice(0, 3000)) ?? [];
  return usual === undefined || other === undefined ? [] : [unquoted(usual), unquoted(other)];
}

const VALUE_LINE = /^\s*[-*•]?\s*\uE000([^\uE001]{1,80})\uE001\s*(?:[-–—=:(]|$)/;

/** Values that stand on a line each, each with a remark, below words that say so. */
export function valuesByLine(text: string): readonly string[] {
  const lines = withoutLinks(text).split('\n');
  const at = lines.findIndex((line) => VALUE_LINE.test(line));
  if (at < 1 || !/\b(?:values?|one of|enum\w*|following|types?|options?|either)\b/i.test(lines[at - 1] ?? ''))
    return [];
  const values: string[] = [];
  for (const line of lines.slice(at)) {
    const value = VALUE_LINE.exec(line)?.[1];
    if (value !== undefined) values.push(unquoted(plain(value)));
    else if (line.trim() !== '') break;
  }
  return values;
}

/** `e.g.` before the list, or an ellipsis in or behind it. */
function isMention(text: string, match: RegExpExecArray, list: string): boolean {
  const end = match.index + match[0].length;
  const from = match.index + match[0].length - list.length;
  if (
    /^[`,]? (?:must|is|are|can|may|should|will|has|have|needs?) (?:be )?(?:provided|given|set|sent|specified|required|present|supplied|used|included)\b/i.test(
      text.slice(end, end + 40),
    )
  )
    return true;
  return (
    EXAMPLE.test(text.slice(Math.max(0, from - 60), from)) ||
    /^ ?(?:,? ?(?:\.\.\.|…|etc)|\.{2,}|,? ?and (?:so on|others)|<|>)/.test(text.slice(end, end + 20))
  );
}

const itemsIn = (list: string): readonly string[] => [
  ...new Set(
    [...list.matchAll(/\uE000([^\uE001]*)\uE001|"([^"\n]*)"|'([^'\n]*)'/g)].map(([, code, double, single]) =>
      unquoted(code ?? double ?? single ?? ''),
    ),
  ),
];

/** `"open"` in code is the value open. */
export const unquoted = (text: string): string => /^(["'])(.*)\1$/.exec(text.trim())?.[2] ?? text.trim();

const DEFAULT =
  /\b(?:(?:the |its |is |by )?default(?:s|ed)?(?: value| values)?(?: for this)?(?: is| to| are|,)?(?: set to)?|if (?:omitted|not (?:set|provided|specified|sent|given)|unset|none (?:is )?(?:provided|given)),?(?: it)?(?: the)? defaults?(?: to| is)?|(?:if|when) (?:omitted|unspecified|unset|not (?:set|specified|given|sent)),?(?: it is| it's)? (?:treated as|taken as|assumed to be))(?: ?[:=-])? ?(?:the (?:value|string) |an? )?/gi;
const VALUE_HERE =
  /^(?:\uE000([^\uE001]*)\uE001|"([^"\n]*)"|'([^'\n]*)'|(-?\d[\d,_]*(?:\.\d+)?)(?![\w%-])(?! ?(?:\(|most|of the))|(true|false)\b|([A-Z][A-Z_\d]*|[a-z][\w-]*)(?=\.?$|[;)]))/;
const VALUE_BEFORE =
  /(?:\uE000([^\uE001]*)\uE001|"([^"\n]*)")(?: \([^)]*\))? ?(?:\((?:the )?(?:is )?default(?: value)?\)|(?:is|being) the default)/i;
/** `` `soft` = Hides it only. This is the default. `` among lines that explain a value each. */
const DEFAULT_LINE = /^\s*\uE000([^\uE001]*)\uE001 ?[=:–—-] [^\n]{0,400}\bthis is the default\b/im;
/** What makes a default depend on something else. */
const DEPENDS =
  /^(?:[^.;]{0,30})\b(?:if|when|for|depend|unless)\b(?! (?:no\b|not|none|omitted|unset|unspecified|left|absent|missing|empty|nothing|it is (?:not|omitted)|the (?:parameter|field|value) is (?:not|omitted)))/i;

/** The default that a text states, as it is printed; `quoted` where it stands in code or quotes. */
export function defaultIn(text: string): { readonly value: string; readonly quoted: boolean } | undefined {
  const line = withoutLinks(text).slice(0, 4000);
  const found = new Map<string, boolean>();
  for (const match of line.matchAll(DEFAULT)) {
    const rest = line.slice(match.index + match[0].length);
    const here = VALUE_HERE.exec(rest) ?? WITH_REMARK.exec(rest);
    if (!here || isNoDefault(line, match.index, rest.slice(here[0].length))) continue;
    const [, code, double, single, ...bare] = here;
    const value = code ?? double ?? single ?? bare.find((one) => one !== undefined) ?? '';
    if (bare[2] !== undefined && /^[a-z]/.test(value) && !SAYS.test(match[0])) continue;
    if (code !== undefined || !NO_VALUE.test(value))
      found.set(unquoted(plain(value)), code !== undefined || double !== undefined);
  }
  const [only, ...others] = found;
  if (only) return others.length === 0 ? { value: only[0], quoted: only[1] } : undefined;
  const before = VALUE_BEFORE.exec(line) ?? DEFAULT_LINE.exec(line);
  return before ? { value: unquoted(before[1] ?? before[2] ?? ''), quoted: true } : undefined;
}

/** A bare word is a value where something leads to it: `the default value for this column` says none. */
const SAYS = /(?:\b(?:is|to|are|as|be)|[:=,-])\s*(?:the (?:value |string )?|an? )?$/i;

/** Words behind `default` that are no values. */
const NO_VALUE = /^(?:value|to|is|it|none|nothing|current|behavior|the|all|null|unset|empty)$/i;

/** `0 (UTC)`. */
const WITH_REMARK = /^()()()(-?\d+(?:\.\d+)?)(?= ?\()/;

function isNoDefault(line: string, at: number, after: string): boolean {
  if (DEPENDS.test(after) && !/^ (?:when|if) (?:omitted|not)/.test(after)) return true;
  return /\bno $/i.test(line.slice(Math.max(0, at - 4), at)) || /^[ ,]*(?:\/|or )[^.]*\uE000/.test(after);
}

const PATTERN =
  /\b(?:must match|matching|matches|match(?:es)? (?:the )?(?:regex|pattern|regular expression)|pattern|regex|regular expression)(?: (?:is|the pattern|of|the regular expression|the regex))?:? ?\uE000([^\uE001]+)\uE001/i;

/** The regular expression that a text demands. */
export const patternIn = (text: string): string | undefined => {
  const found = PATTERN.exec(withoutLinks(text))?.[1];
  return found !== undefined && /[\^$[\\*+({]/.test(found) ? found.replace(/^\/(.*)\/$/, '$1') : undefined;
};

/** `KIND_USER = 0`: the value and its name. */
export const assignedIn = (code: string): { readonly name: string; readonly value: number } | undefined => {
  const [, name, value] = /^([\w.:]+) ?= ?(-?\d{1,15})$/.exec(code) ?? [];
  return name === undefined ? undefined : { name, value: Number(value) };
};
