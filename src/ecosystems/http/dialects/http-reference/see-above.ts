import type { OperationSite } from './operation-sites.js';
import type { PageContext } from './page-context.js';
import { codesIn, linksIn, phraseOf, plain, sentencesOf, type Phrase } from './phrase.js';
import { keyValues } from './key-values.js';

const SEE =
  /^[^\w]*(?:please )?(?:see|same as|as in|like in|identical to|refer to)\b[\s,]*(?:the )?(?:(?:above|below|next|previous|section|response of|output of|example of)\b[\s,]*)*["'“‘`]?([^"'”’`\n]{3,80}?)["'”’`]?[.\s]*$/i;

/** The operation on the same page whose answer stands for this one's: `See section 'Get a form'` where an example would be. */
export function siteSeen(site: OperationSite, page: PageContext): OperationSite | undefined {
  for (const { block } of site.items) {
    const title = block.kind === 'code' ? SEE.exec(block.text.trim())?.[1] : undefined;
    const found = title === undefined ? undefined : siteCalled(title, page);
    if (found && found !== site) {
      page.lines.take(block.source);
      return found;
    }
  }
  return linkedSite(site, page) ?? sameAsAbove(site, page)?.site;
}

/** An operation that another one is the same as, but for some members. */
export interface SameSite {
  readonly site: OperationSite;
  /** What the other one does not take. */
  readonly without: readonly string[];
}

/** `Same as above, except this call does not accept a `colour` parameter`: the operation before it on the page. */
export function sameAsAbove(site: OperationSite, page: PageContext): SameSite | undefined {
  const { sites } = page.analysis;
  const before = sites[sites.indexOf(site) - 1];
  for (const { block } of before ? site.items : []) {
    if (!before || block.kind !== 'paragraph' || !SAME_AS_ABOVE.test(block.inline.text)) continue;
    page.lines.take(block.source);
    const phrase = phraseOf(block.inline);
    const without = phrase.text.split(/[,;.]/).filter((part) => TAKES_NOT.test(plain(part)));
    return { site: sameAsAbove(before, page)?.site ?? before, without: without.flatMap(codesIn) };
  }
  return undefined;
}

const SAME_AS_ABOVE =
  /^(?:(?:works|behaves|functions) )?(?:exactly )?(?:the )?(?:same|identical|equivalent) (?:as|to) (?:the )?(?:above|previous)\b/i;

const TAKES_NOT =
  /\b(?:(?:does|do|will) not|doesn['’]t|no longer|cannot) (?:accept|take|support|allow|have|use)\b/i;

const siteCalled = (title: string, { analysis }: PageContext): OperationSite | undefined => {
  const wanted = wordsOf(title);
  return analysis.sites.find((one) => wordsOf(one.title) === wanted);
};

const wordsOf = (text: string): string =>
  plain(text)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** `Response: The new form, see [Get a form](#get-a-form)`, and the same as a sentence. */
function linkedSite(site: OperationSite, page: PageContext): OperationSite | undefined {
  for (const { block } of site.items) {
    const card = keyValues(block).find(({ label }) => /^(?:returns?|responses?|result|output)$/.test(label));
    const said =
      card?.value ?? (block.kind === 'paragraph' ? aboutAnswer(phraseOf(block.inline)) : undefined);
    if (!said || !/\b(?:see|same as|similar to|like|identical to)\b/i.test(said.text)) continue;
    for (const { url } of linksIn(said)) {
      const found = page.guide.siteAt(page.analysis.page, url);
      if (found?.analysis === page.analysis && found.site !== site) return found.site;
    }
  }
  return undefined;
}

/** A sentence on what comes back, or one behind it that says where more is said of that. */
function aboutAnswer(phrase: Phrase): Phrase | undefined {
  const sentences = sentencesOf(phrase);
  if (!sentences.some(({ text }) => /\b(?:returns?|responds?|response)\b/i.test(plain(text))))
    return undefined;
  return sentences.find(({ text }) =>
    /\bsee\b.*\b(?:payload|response|result|representation|fields|answer|what (?:is|it) returned|returns)\b|\bsame (?:response|payload|representation|result)\b/is.test(
      text,
    ),
  );
}
