import { plain, type Phrase } from './phrase.js';

/** The words of a column; a condition is neither yes nor no. */
export function yesOrNo(phrase: Phrase): boolean | undefined {
  const text = plain(phrase.text)
    .toLowerCase()
    .trim()
    .replace(/[.*]+$/, '');
  if (
    /^(?:y|yes|ja|oui|s[ií]|sim|да|是|true|required|mandatory|always|must|1|x|✓|✔|✔️|✅|:white_check_mark:|:heavy_check_mark:|●|•|required: ?(?:yes|true)|obligatory)$/.test(
      text,
    )
  )
    return true;
  if (
    /^(?:n|no|nein|non|não|nej|нет|否|false|optional|0|✗|✘|✖|❌|:x:|-|–|—|never|not required|none|required: ?(?:no|false))$/.test(
      text,
    )
  )
    return false;
  if (/^(?:optional|no)\b/.test(text) && !/\bif\b|unless|when/.test(text)) return false;
  return /^(?:yes|required)[,;(] ?(?!.*\b(?:if|unless|when|or|for)\b)/.test(text) ? true : undefined;
}

/** Whether a cell speaks of what must be there: yes, no, or a condition. */
export const saysWhetherRequired = (phrase: Phrase): boolean =>
  yesOrNo(phrase) !== undefined ||
  /\b(?:if|when|unless|required|mandatory|optional|conditional(?:ly)?|depends|either|one of)\b/i.test(
    plain(phrase.text),
  );
