import { fact, type MemberFragment } from '../../../../model/fragments.js';
import type { Type } from '../../../../model/types.js';
import type { OperationSite } from './operation-sites.js';
import { phraseOf, sentencesOf, withoutLinks } from './phrase.js';
import { typedValue } from './stated-default.js';

const DEFAULT = /\bdefaults?\b/i;
/** `for the `page` parameter is `1``, `the `limit` query parameter, the default is 1000`. */
const OF =
  /\bfor (?:the )?\uE000(\w+)\uE001 (?:query )?(?:param(?:eter)?|field|attribute)?\s?(?:is|it is|=|:) \uE000?([\w.-]{1,40})|\uE000(\w+)\uE001 (?:query )?param(?:eter)?,? (?:the|whose|which has a|with a) default (?:value )?(?:is |of )?\uE000?([\w.-]{1,40}\w)/g;

/** Members with the defaults that sentences of the operation say of them, where nothing nearer does. */
export function withToldDefaults(
  members: readonly MemberFragment[],
  { items }: OperationSite,
): readonly MemberFragment[] {
  const told = items
    .flatMap(({ block }) => (block.kind === 'paragraph' ? sentencesOf(phraseOf(block.inline)) : []))
    .filter(({ text }) => DEFAULT.test(text))
    .flatMap(({ text, source }) =>
      [...withoutLinks(text).matchAll(OF)].map(([, one, first, other, second]) => ({
        name: one ?? other,
        text: first ?? second ?? '',
        source,
      })),
    );
  if (told.length === 0) return members;
  return members.map((member) => {
    const found = member.default ? undefined : told.find(({ name }) => name === member.name);
    const type = found && withNumber(member.type, found.text);
    const value = found && typedValue(found.text, type);
    if (!found || value === undefined) return member;
    return { ...member, ...(type && { type }), default: fact(value, found.source) };
  });
}

/** Without a type, a default that is a number makes one. */
const withNumber = (type: Type | undefined, text: string): Type | undefined =>
  type?.kind === 'unknown' && type.known === 'inferred' && /^-?\d+$/.test(text)
    ? { ...type, kind: 'integer' }
    : type;
