import type { SourceRange } from '../../../../diagnostics/position.js';
import type { OperationSite } from './operation-sites.js';
import { codesIn, phraseOf, plain, sentencesOf, type Phrase } from './phrase.js';

const ONE_OF =
  /\b(?:either|one of|at least one of|exactly one of|any of)\b[^.]{3,300}\b(?:must|has to|have to|is required|are required|needs? to|should|required)\b|\b(?:must|have to|has to|need to|should|required to)\b[^.]{0,80}\b(?:either|one of)\b/i;

/** The members of which sentences say that one is enough: `Either a or b must be sent`. */
export const alternativesIn = (site: OperationSite): ReadonlySet<string> =>
  new Set(sentencesIn(site).flatMap(({ text }) => namedIn(text)));

/** The members that sentences demand: `You must provide values for both a and b`. */
export function demandedIn(site: OperationSite): ReadonlyMap<string, SourceRange> {
  const found = sentencesIn(site).flatMap(({ text, source }) => {
    const demand = DEMAND.exec(text)?.[0].split(/,|\bwhether\b/)[0] ?? '';
    const names = /\b(?:either|or|if|when|unless|one of|only)\b/i.test(plain(demand)) ? [] : codesIn(demand);
    return names.map((name) => [name, source] as const);
  });
  return new Map(found);
}

const DEMAND =
  /\b(?:you|callers?|clients?|requests?) must (?:also )?(?:pass|provide|send|specify|include|supply|contain)\b[^.;]{0,60}\b(?:both|two|three|values?|objects?|parameters?|fields?)\b[^.;]*/i;

/** The sentences of paragraphs and of items of lists. */
const sentencesIn = ({ items }: OperationSite): readonly Phrase[] =>
  items.flatMap(({ block }) => {
    const lines =
      block.kind === 'paragraph'
        ? [block.inline]
        : block.kind === 'list'
          ? block.items.flatMap(({ inline }) => inline ?? [])
          : [];
    return lines.flatMap((line) => sentencesOf(phraseOf(line)));
  });

function namedIn(sentence: string): readonly string[] {
  const names = ONE_OF.test(plain(sentence))
    ? codesIn(sentence).filter((code) => /^[\w.[\]-]+$/.test(code))
    : [];
  return names.length > 1 ? names : [];
}
