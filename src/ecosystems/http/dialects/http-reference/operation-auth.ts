import { fact } from '../../../../model/fragments.js';
import type { Fact } from '../../../../model/provenance.js';
import { wordsOfBlock, type AuthMarks, type Needs } from './auth-marks.js';
import { keyValues } from './key-values.js';
import type { OperationSite } from './operation-sites.js';
import type { PageContext } from './page-context.js';
import { plain } from './phrase.js';
import { withAncestors } from './sections.js';

const NO_AUTH =
  /\b(?:no authentication (?:is )?(?:needed|required|necessary)|(?:does|do)(?: not|n't) (?:require|need) (?:any )?(?:authentication|authorization|an? (?:api[- ]?key|access token|token))|(?:authentication|authorization) (?:is )?not (?:required|needed)|without (?:any )?authentication|unauthenticated (?:endpoint|route|request))\b/i;
const AUTH_LABEL =
  /^(?:(?:requires? )?(?:auth|authentication|authorization|login)(?: required)?|oauth|security(?: type)?|access)\??$/;
const NOTHING = /^(?:none|no|false|public|not required|anonymous|open|unauthenticated|-|–)\W*$/i;

/** What an operation says of who may call it: a sentence, a labelled line, or a mark in its title. */
export function authOf(
  site: OperationSite,
  { guide }: PageContext,
): { readonly auth?: Fact<readonly string[]> } {
  for (const { block } of site.items) {
    const isFree =
      NO_AUTH.test(wordsOfBlock(block)) ||
      keyValues(block).some(
        ({ label, value }) => AUTH_LABEL.test(label) && NOTHING.test(plain(value.text).trim()),
      );
    if (isFree) return { auth: fact([], block.source) };
  }
  return byMark(site, guide.authMarks());
}

const SCHEMES: Readonly<Record<Needs, readonly string[]>> = {
  nothing: [],
  key: ['apiKey'],
  signature: ['hmac'],
};

function byMark(
  { section, requests: [first] }: OperationSite,
  { needs, unmarked }: AuthMarks,
): { readonly auth?: Fact<readonly string[]> } {
  const [said] = [...withAncestors(section)].flatMap(({ title, heading }) => {
    const words = title.match(/[A-Z][A-Z_]{2,30}/g) ?? [];
    const need = words.map((word) => needs.get(word)).find((one) => one !== undefined);
    return need && heading ? [{ need, source: heading.source }] : [];
  });
  if (said) return { auth: fact(SCHEMES[said.need], said.source) };
  return unmarked && first && needs.size > 0
    ? { auth: fact(SCHEMES[unmarked], first.source, 'inferred') }
    : {};
}
