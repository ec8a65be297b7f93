import { fact, type MemberFragment } from '../../../../model/fragments.js';
import type { Type } from '../../../../model/types.js';
import { plainType } from './member-types.js';
import type { OperationSite } from './operation-sites.js';
import type { PageContext } from './page-context.js';
import { phraseOf, plain, sentencesOf, type Phrase } from './phrase.js';
import { roleOfItem } from './places.js';
import { linked } from './returned-type.js';

/** The body as a sentence describes it as a whole: an object that the guide describes elsewhere, or a file. */
export function describedBody(site: OperationSite, page: PageContext): MemberFragment | undefined {
  for (const item of site.items) {
    if (item.block.kind !== 'paragraph') continue;
    const { side } = roleOfItem(item, site.section, page.guide.style.reading);
    if (side === 'response' || side === 'errors' || side === 'none') continue;
    for (const sentence of sentencesOf(phraseOf(item.block.inline))) {
      const type = isAboutBody(sentence) ? (fileIn(sentence) ?? objectIn(sentence, page)) : undefined;
      if (!type) continue;
      page.lines.take(item.block.source);
      return {
        name: 'body',
        place: 'payload',
        type,
        required: fact(true, sentence.source, 'inferred'),
        source: sentence.source,
        known: 'stated',
      };
    }
  }
  return undefined;
}

const isAboutBody = ({ text }: Phrase): boolean =>
  /\b(?:request|post|message) (?:body|payload)\b|\bbody of (?:the|your|this) request\b|^(?:the )?(?:body|payload) (?:is|must|should|takes|contains)\b/i.test(
    plain(text),
  ) && !/\b(?:response|returns?|no request body|not)\b/i.test(withoutNames(text));

/** Names of objects, which links lead to, may have any words. */
const withoutNames = (text: string): string => plain(text.replace(/\uE002[^\uE003]*\uE003/g, ' '));

/** `the binary stream of the file`, `the raw content`. */
const fileIn = ({ text, source }: Phrase): Type | undefined =>
  /\b(?:raw|binary)\b[^.]{0,30}\b(?:content|contents|stream|data|bytes|body|file|form)\b|\bbytes of the\b/i.test(
    plain(text),
  )
    ? plainType('file', source)
    : undefined;

const SUPPLY =
  /\b(?:supply|provide|specify|include|send|pass|set|takes|accepts|expects|requires|contains?|consists of|is|(?:must|should) (?:be|contain|have|hold))(?= )/i;
/** Words between the verb and a link that lead to the object as a whole, not to something in it. */
const AS_A_WHOLE =
  /^ ?(?:(?:an?|the|new|complete|full|valid|single|updated|partial|(?:json )?representation|json|instance|object|version|copy|of|with|for|as|in|format|body|payload|request) ?)*$/i;

/** `supply a JSON representation of the [user](…) resource`. */
function objectIn(sentence: Phrase, page: PageContext): Type | undefined {
  const verbs = [...sentence.text.matchAll(new RegExp(SUPPLY.source, 'gi'))];
  for (const { index, 0: verb } of verbs) {
    const after = sentence.text.slice(index + verb.length);
    const before = /^[^\uE002]*/.exec(after)?.[0] ?? '';
    if (!after.includes('\uE002') || !AS_A_WHOLE.test(before)) continue;
    const found = linked(sentence, after, page);
    if (found) return found.type;
  }
  return undefined;
}
