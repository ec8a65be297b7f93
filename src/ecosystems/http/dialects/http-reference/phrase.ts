import type { Inline, InlineSpan, LinkSpan } from '../../../../markdown/blocks.js';
import type { SourceRange } from '../../../../diagnostics/position.js';

/**
 * Running text as small grammars read it: plain, but code, links and shortcodes stand between marks of their own, which
 * no page contains. So `one of` followed by code is told apart from `one of` followed by words.
 */
export interface Phrase {
  readonly text: string;
  readonly links: readonly LinkSpan[];
  readonly source: SourceRange;
}

/** Around code. */
export const CODE = '\uE000';
export const CODE_END = '\uE001';
/** Before a link stands its number as one character from `LINK_NUMBER` on. */
const LINK = '\uE002';
const LINK_END = '\uE003';
/** Around the name of a shortcode. */
const SHORTCODE = '\uE004';
const SHORTCODE_END = '\uE005';
const LINK_NUMBER = 0xe100;
const MOST_LINKS = 0x600;

const known = new WeakMap<Inline, Phrase>();

/** The phrase of some running text; the same text gives the same phrase. */
export function phraseOf(inline: Inline): Phrase {
  const before = known.get(inline);
  if (before) return before;
  const links: LinkSpan[] = [];
  const text = inline.spans.map((span) => markSpan(span, links)).join('');
  const phrase = { text: text.replace(/[ \t\u00a0]+/g, ' ').trim(), links, source: inline.source };
  known.set(inline, phrase);
  return phrase;
}

/** A phrase of text that is no Markdown, such as an attribute. */
export const plainPhrase = (text: string, source: SourceRange): Phrase => ({
  text: text.trim(),
  links: [],
  source,
});

function markSpan(span: InlineSpan, links: LinkSpan[]): string {
  switch (span.kind) {
    case 'code':
      return `${CODE}${span.text}${CODE_END}`;
    case 'link':
      return markLink(span, links);
    case 'shortcode':
      if (isControl(span.name)) return '';
      return span.text === '' ? `${SHORTCODE}${span.name}${SHORTCODE_END}` : span.text;
    case 'strong':
    case 'emphasis':
    case 'html':
    case 'component':
      return span.children.map((child) => markSpan(child, links)).join('');
    case 'delete':
    case 'image':
      return '';
    default:
      return span.text;
  }
}

/** Template tags that only say when a text is shown say nothing of it. */
const isControl = (name: string): boolean =>
  /^(?:end)?(?:if|unless|case|when|else|elsif|elseif|ifversion|for|comment|raw)$/.test(name);

function markLink(span: LinkSpan, links: LinkSpan[]): string {
  const inner = span.children.map((child) => markSpan(child, links)).join('');
  if (links.length >= MOST_LINKS) return inner;
  links.push(span);
  return `${LINK}${String.fromCharCode(LINK_NUMBER + links.length - 1)}${inner}${LINK_END}`;
}

/** A part of a phrase, with the same links. */
export const part = (phrase: Phrase, text: string): Phrase => ({ ...phrase, text: text.trim() });

/** Without any marks. */
export const plain = (text: string): string => text.replace(/[\uE000-\uE005\uE100-\uE6FF]/g, '');

/** Without the marks of links, code kept. */
export const withoutLinks = (text: string): string => text.replace(/[\uE002-\uE005\uE100-\uE6FF]/g, '');

/** What stands in code in this text. */
export const codesIn = (text: string): readonly string[] =>
  [...text.matchAll(/\uE000([^\uE001]*)\uE001/g)].map(([, code = '']) => plain(code).trim());

/** The names of the shortcodes in this text. */
export const shortcodesIn = (text: string): readonly string[] =>
  [...text.matchAll(/\uE004([^\uE005]*)\uE005/g)].map(([, name = '']) => name.trim());

/** The links in this text, in its order. */
export const linksIn = ({ text, links }: Phrase): readonly LinkSpan[] =>
  [...text.matchAll(/\uE002([\uE100-\uE6FF])/g)].flatMap(
    ([, mark = '']) => links[mark.charCodeAt(0) - LINK_NUMBER] ?? [],
  );

/** The link that a mark stands for, at this place of the text. */
export const linkAt = ({ text, links }: Phrase, index: number): LinkSpan | undefined =>
  text[index] === LINK ? links[text.charCodeAt(index + 1) - LINK_NUMBER] : undefined;

/** The sentences of a phrase; dots in code and between digits end none. */
export function sentencesOf(phrase: Phrase): readonly Phrase[] {
  const parts = phrase.text.split(
    /(?<=[.;!?])(?<!\b(?:max|min|e\.g|i\.e|approx|incl|resp|vs)\.)(?:[ \n]+)(?![^\uE000]*\uE001)|\n/,
  );
  return parts.map((text) => part(phrase, text)).filter(({ text }) => text !== '');
}
