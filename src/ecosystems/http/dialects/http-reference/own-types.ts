import { startOf } from '../../../../diagnostics/position.js';
import type { Guide } from '../../../dialect.js';
import { parseType, type OwnWords } from './type-phrase.js';
import { scalarOf, type ScalarMeaning } from './type-words.js';

const HEADING = /^#{1,6} +(?:data |field |scalar |basic |common |value )?types *$/im;
const ROW = /^\| *`?([A-Za-z][\w -]*?)`? *\|([^|\n]*)/gm;

/** What a guide's own words for types mean: from the configuration, and from a table below a heading `Types`. */
export function ownTypeWords({ pages, reading }: Guide): OwnWords {
  const words = new Map<string, ScalarMeaning>();
  for (const { text } of pages.values()) {
    const heading = HEADING.exec(text);
    if (!heading) continue;
    const section = text.slice(heading.index + heading[0].length).split(/^#/m)[0] ?? '';
    for (const [, word = '', meaning = ''] of section.matchAll(ROW)) {
      const scalar = meaningOf(meaning);
      if (scalar) words.set(key(word), { ...scalarOf(word), ...scalar });
    }
  }
  for (const [word, meaning] of Object.entries(reading.types ?? {})) {
    const type = parseType({
      text: meaning,
      links: [],
      source: startOf(''),
    });
    if (type?.kind === 'scalar')
      words.set(key(word), { scalar: type.scalar, ...(type.format && { format: type.format }) });
  }
  return words.size === 0 ? undefined : words;
}

const key = (word: string): string => word.toLowerCase().replace(/[\s_-]+/g, '');

/** `A string with an ISO 8601 date and time` and the like. */
function meaningOf(text: string): ScalarMeaning | undefined {
  const [, kind] = /\b(string|text|number|integer|whole number|boolean|true|file)\b/i.exec(text) ?? [];
  if (kind === undefined) return undefined;
  if (/^(?:string|text)$/i.test(kind)) return { scalar: 'string', ...formatIn(text) };
  if (/^(?:integer|whole number)$/i.test(kind)) return { scalar: 'integer' };
  if (/^number$/i.test(kind)) return { scalar: 'double' };
  return /^file$/i.test(kind) ? { scalar: 'file' } : { scalar: 'boolean' };
}

function formatIn(text: string): Pick<ScalarMeaning, 'format'> {
  if (/\bdate and time\b|\bdate-time\b|\bdatetime\b|\btimestamp\b/i.test(text))
    return { format: 'date-time' };
  if (/\bISO ?8601 date\b|\bdate\b/i.test(text)) return { format: 'date' };
  if (/\buuid\b|\bguid\b/i.test(text)) return { format: 'uuid' };
  if (/\be-?mail\b/i.test(text)) return { format: 'email' };
  return /\bur[li]\b/i.test(text) ? { format: 'uri' } : {};
}
