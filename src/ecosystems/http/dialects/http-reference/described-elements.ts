import type { SourceRange } from '../../../../diagnostics/position.js';
import type { Type } from '../../../../model/types.js';
import { plainType, typeOf } from './member-types.js';
import { typeWords, type PageContext } from './page-context.js';
import { part, plain, type Phrase } from './phrase.js';
import type { Row } from './rows.js';
import { parseType } from './type-phrase.js';

const OF =
  /^(?:an? |the |optional |ordered |new )*(?:array|list|collection) of (?:all |the |unique |valid |one or more |new )*(.{2,60}?)(?=[.,;:(\n]|$| (?:containing|that|which|to|for|in|with|from|ordered|used|of|you|where|as|on)\b)/i;

/** What a list holds of which the type says only that it is one: `Array of strings`, `List of all tag ids`. */
export function elementInWords({ description }: Row, page: PageContext): Type | undefined {
  for (const phrase of description) {
    const words = OF.exec(phrase.text)?.[1];
    const found =
      words === undefined ? undefined : (scalarIn(part(phrase, words), page) ?? idIn(words, phrase, page));
    if (found) return found;
  }
  return undefined;
}

function scalarIn(words: Phrase, page: PageContext): Type | undefined {
  const worded = parseType(words, typeWords(page));
  return worded?.kind === 'scalar'
    ? typeOf({ kind: 'scalar', scalar: worded.scalar }, words.source, page)
    : undefined;
}

/** The type that the member `id` of such an object has. */
function idIn(words: string, { source }: Phrase, page: PageContext): Type | undefined {
  const [, name] = /^(.{1,40}?)[ _-]?ids?\b/i.exec(plain(words).trim()) ?? [];
  return name === undefined ? undefined : typeOfId(name, source, page);
}

function typeOfId(name: string, source: SourceRange, page: PageContext): Type | undefined {
  const found = page.guide.objectNamed(name)?.definition;
  const row = found?.kind === 'shape' ? found.rows.rows.find((one) => /^_?id$/i.test(one.name)) : undefined;
  const worded = row?.type && parseType(row.type, typeWords(page));
  return worded?.kind === 'scalar' ? plainType(worded.scalar as 'integer', source, 'inferred') : undefined;
}
