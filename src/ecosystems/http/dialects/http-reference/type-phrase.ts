import { shortcodesIn, type Phrase } from './phrase.js';
import { TypeParser, type OwnWords } from './type-parser.js';
import { tokensOf } from './type-tokens.js';
import { scalarOf } from './type-words.js';
import type { WordedType } from './worded-type.js';

export type { OwnWords };

const MOST_TOKENS = 60;

/** Stars, or a number in brackets: the mark of a note below the table. */
const FOOTNOTE = / ?(?:\\?\*){1,4}$| \[\d{1,2}\]$/;

/** Reads a whole phrase as a type; undefined where it is none. */
export function parseType(phrase: Phrase, own?: OwnWords): WordedType | undefined {
  if (phrase.text.includes('\uE004')) return withShortcodes(phrase, own);
  const counted = tidied(phrase.text).replace(/\b(?:up to|at most|max(?:imum)?(?: of)?) \d+ /gi, '');
  const text = counted.replace(/\([^()]*\bnull\b[^()]*\)/gi, (inner) =>
    /\bnull\b/i.test(inner) && /only|if|when/i.test(inner) ? '' : inner,
  );
  const tokens = tokensOf({ ...phrase, text });
  const whole =
    tokens.length === 0 || tokens.length > MOST_TOKENS
      ? undefined
      : (byCase(phrase, own) ?? new TypeParser(tokens, own).whole());
  const end = text.indexOf('\n');
  return whole ?? (end < 0 ? undefined : parseType({ ...phrase, text: text.slice(0, end) }, own));
}

/** Without backslashes that end a line, and `` `object`s `` as one word. */
const tidied = (text: string): string =>
  text
    .replace(/\\+(?=\n|$)/g, '')
    .replace(FOOTNOTE, '')
    .replace(/\uE001s\b/g, 's\uE001');

/** A shortcode before a type is a mark: `{{<nullable>}} String`. */
function withShortcodes(phrase: Phrase, own: OwnWords): WordedType | undefined {
  const type = parseType({ ...phrase, text: phrase.text.replace(/\uE004[^\uE005]*\uE005?\s*/g, '') }, own);
  return type && shortcodesIn(phrase.text).includes('nullable') ? { ...type, nullable: true } : type;
}

/** `integer for x, double for y`: each part is a type and the case in which it is one. */
function byCase(phrase: Phrase, own: OwnWords): WordedType | undefined {
  if (!/^\w+ (?:for|if|when) [^,]{1,60}, /.test(phrase.text)) return undefined;
  const variants = phrase.text.split(/, (?:or )?/).map((text) => scalarOf(/^\w+/.exec(text)?.[0] ?? '', own));
  if (variants.length < 2 || variants.some((one) => one === undefined)) return undefined;
  return {
    kind: 'oneOf',
    variants: variants.flatMap((one) => (one ? [{ kind: 'scalar' as const, ...one }] : [])),
  };
}
