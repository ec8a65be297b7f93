import type { SourceRange } from '../../../../diagnostics/position.js';
import type { FoundDefinition } from './guide-context.js';
import { keyValues } from './key-values.js';
import type { OperationSite } from './operation-sites.js';
import { definitionAt, type PageContext } from './page-context.js';
import { linksIn, plain, withoutLinks } from './phrase.js';

/** An object of the guide that a labelled answer names in words. */
export interface NamedAnswer {
  readonly found: FoundDefinition;
  readonly many: boolean;
  /** True for `condensed forms`, which have what examples show and no more. */
  readonly onlyShown: boolean;
  readonly source: SourceRange;
}

const PARTIAL = /\b(?:condensed|partial|minimal|shortened|abbreviated|simplified|reduced|compact|brief)\b/i;
const KIND =
  '(?:(?:an?|the|all|your|new|newly created|updated|created|single|full|complete|entire|resulting|modified|requested|deleted|removed|cloned|copied|corresponding|found|matching|specific|existing|condensed|partial|minimal|shortened|abbreviated|simplified|reduced|compact|brief) )*';
const NAME = `${KIND}([A-Za-z][\\w-]*(?: [A-Za-z][\\w-]*){0,2}?)(?: (?:objects?|resources?|records?|models?|entit(?:y|ies)))?`;
const END =
  '(?=\\s*(?:[.,;(\\n]|$)| (?:or|on|with|if|when|depending|for|in|including|sorted|ordered|similar|as|that|which|without|containing|has|is|and)\\b)';
const MANY = new RegExp(`^${KIND}(?:array|list|collection) of ${NAME}${END}`, 'i');
const OBJECT_OF = new RegExp(`^${KIND}object (?:of|for) ${NAME}${END}`, 'i');
const ONE = new RegExp(`^${NAME}${END}`, 'i');
/** `Status code OK, as well as …`. */
const STATUS =
  /^(?:returns? )?(?:http )?status[ -]?(?:code)?:? ?(?:\d{3}|ok\b)[^,.]{0,20},? ?(?:as well as|and|with)? ?/i;
const LABEL = /^(?:returns?|responses?|response body|return (?:value|type)|result|output)$/;

/** `Response: The new question object`, where the guide describes a question. */
export function namedAnswer({ items }: OperationSite, page: PageContext): NamedAnswer | undefined {
  for (const { block } of items) {
    const card = keyValues(block).find(({ label }) => LABEL.test(label));
    if (!card || linksIn(card.value).some(({ url }) => definitionAt(page, url))) continue;
    const words = plain(withoutLinks(card.value.text))
      .replace(STATUS, '')
      .replace(/^returns? /i, '');
    const found = inWords(words, page);
    if (found) page.lines.take(card.source);
    return found && { ...found, source: card.source };
  }
  return undefined;
}

function inWords(words: string, { guide }: PageContext): Omit<NamedAnswer, 'source'> | undefined {
  for (const pattern of [MANY, OBJECT_OF, ONE]) {
    const [whole = '', name] = pattern.exec(words) ?? [];
    const found = name === undefined ? undefined : guide.objectNamed(name);
    if (found) return { found, many: pattern === MANY, onlyShown: PARTIAL.test(whole) };
  }
  return undefined;
}

/** The members that an operation says are left out: `the full form (without submissions)`. */
export function leftOut({ items }: OperationSite): readonly string[] {
  return items.flatMap(({ block }) => {
    const inlines =
      block.kind === 'paragraph'
        ? [block.inline]
        : keyValues(block).flatMap(({ label, value }) => (LABEL.test(label) ? [{ text: value.text }] : []));
    return inlines.flatMap(({ text }) =>
      [
        ...plain(text).matchAll(/\bwithout (?:the |its |their |any )?([A-Za-z]\w{1,40})(?=[).,;]|$)/g),
      ].flatMap(([, name]) => name ?? []),
    );
  });
}
