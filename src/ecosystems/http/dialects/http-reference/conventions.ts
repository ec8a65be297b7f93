import type { Guide } from '../../../dialect.js';

/** What a guide explains once for all its pages. */
export interface Conventions {
  /** `name?` may be missing, so that every other name must be there. */
  readonly questionMeansOptional: boolean;
  /** `name*` must be there. */
  readonly starMeansRequired: boolean;
  /** Parameters must be given where nothing else is said. */
  readonly requiredUnlessSaid: boolean;
  /** Parameters may travel in the query with every method. */
  readonly queryWithEveryMethod: boolean;
  /** The member of every answer that holds what the pages describe. */
  readonly envelope: string | undefined;
}

/** Looks at whole sentences of the pages' text: such explanations stand in prose. */
export function conventionsOf({ pages }: Guide): Conventions {
  const texts = [...pages.values()].map(({ text }) => text);
  const says = (hint: RegExp, test: (sentence: string) => boolean): boolean =>
    texts.some((text) => sentencesWith(text, hint).some(test));
  return {
    questionMeansOptional: says(
      /question mark|`\?`/i,
      (sentence) =>
        /\b(?:optional|left out|omitted|absent|missing|may not be (?:present|there|sent))\b/i.test(
          sentence,
        ) && /\b(?:name|field|key|propert|suffix|end)/i.test(sentence),
    ),
    starMeansRequired: says(
      /asterisk|`\*`|\\\*|\(\*\)/i,
      (sentence) =>
        /\b(?:required|mandatory)\b/i.test(sentence) && /\b(?:mark|denot|indicat|with|\*)/i.test(sentence),
    ),
    requiredUnlessSaid: says(/unless (?:otherwise|stated|noted|specified)/i, (sentence) =>
      /\b(?:parameters?|fields?|arguments?)\b[^.]*\b(?:mandatory|required)\b/i.test(sentence),
    ),
    queryWithEveryMethod: says(
      /query string/i,
      (sentence) =>
        /\bparameters? (?:may|can) be sent\b/i.test(sentence) &&
        /\bor\b/i.test(sentence) &&
        /\bbody\b/i.test(sentence),
    ),
    envelope: texts
      .flatMap((text) => sentencesWith(text, /actual (?:data|payload|result|response)/i))
      .map(envelopeIn)
      .find((name) => name !== undefined),
  };
}

const envelopeIn = (sentence: string): string | undefined =>
  /`([\w.]+)`[^`]{0,60}\b(?:holding|holds|containing|contains|with) the actual/i.exec(sentence)?.[1];

const MOST = 50;

/** The sentences of a text, over the ends of lines, that have a word. */
function sentencesWith(text: string, hint: RegExp): readonly string[] {
  const found: string[] = [];
  const search = new RegExp(hint.source, 'gi');
  for (const { index } of text.matchAll(search)) {
    if (found.length >= MOST) break;
    const from = Math.max(
      text.lastIndexOf('\n\n', index),
      text.lastIndexOf('. ', index),
      text.lastIndexOf('\n- ', index),
      text.lastIndexOf('\n* ', index),
      0,
    );
    const ends = ['\n\n', '. ', '\n- ', '\n* ', '.\n']
      .map((end) => text.indexOf(end, index))
      .filter((at) => at >= 0);
    found.push(text.slice(from, Math.min(...ends, index + 600, text.length)).replace(/\s+/g, ' '));
  }
  return found;
}
