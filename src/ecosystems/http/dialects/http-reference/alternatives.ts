import type { OperationSite } from './operation-sites.js';
import { codesIn, phraseOf, plain, sentencesOf } from './phrase.js';

const ONE_OF =
  /\b(?:either|one of|at least one of|exactly one of|any of)\b[^.]{3,300}\b(?:must|has to|have to|is required|are required|needs? to|should|required)\b|\b(?:must|have to|has to|need to|should|required to)\b[^.]{0,80}\b(?:either|one of)\b/i;

/** The members of which sentences say that one is enough: `Either a or b must be sent`. */
export const alternativesIn = ({ items }: OperationSite): ReadonlySet<string> =>
  new Set(
    items.flatMap(({ block }) => {
      const lines =
        block.kind === 'paragraph'
          ? [block.inline]
          : block.kind === 'list'
            ? block.items.flatMap(({ inline }) => inline ?? [])
            : [];
      return lines.flatMap((line) => sentencesOf(phraseOf(line)).flatMap(({ text }) => namedIn(text)));
    }),
  );

function namedIn(sentence: string): readonly string[] {
  const names = ONE_OF.test(plain(sentence))
    ? codesIn(sentence).filter((code) => /^[\w.[\]-]+$/.test(code))
    : [];
  return names.length > 1 ? names : [];
}
