import type { MemberFragment } from '../../../../model/fragments.js';
import type { Type } from '../../../../model/types.js';
import { valuesOfBlock } from './enums.js';
import type { OperationSite } from './operation-sites.js';
import type { PageContext } from './page-context.js';
import { phraseOf, plain } from './phrase.js';
import type { Item } from './sections.js';
import { rowsOfBlock } from './member-lists.js';

/** A member with the values of a list of the same operation that says whose values they are. */
export function valuesForMember(
  member: MemberFragment,
  site: OperationSite,
  page: PageContext,
): MemberFragment {
  const { type } = member;
  if (
    !type ||
    (type.kind !== 'string' && type.kind !== 'integer' && type.kind !== 'unknown') ||
    type.constraints.some(({ kind }) => kind === 'values')
  )
    return member;
  for (const item of site.items) {
    if (!(item.block.kind === 'table' || item.block.kind === 'list') || !names(item, member.name)) continue;
    const listed = rowsOfBlock(item.block, page.guide.style) ? undefined : valuesOfBlock(item.block);
    if (!listed) continue;
    page.lines.take(item.block.source);
    return {
      ...member,
      type: {
        ...type,
        ...(type.kind === 'unknown' && { kind: listed.type }),
        constraints: [...type.constraints, listed.values],
      } as Type,
    };
  }
  return member;
}

/** `Supported values of type:` above the list, or the name as its heading. */
function names({ lead, section, captions, block }: Item, name: string): boolean {
  const said = plain(lead ? phraseOf(lead).text : '');
  const word = new RegExp(`(?<![\\w-])${name.replace(/[^\w-]/g, '\\$&')}s?(?![\\w-])`, 'i');
  if (
    /\b(?:values?|types?|options?|one of|supported|allowed|possible|following|valid)\b/i.test(said) &&
    /:\s*$|\ballowed\b|\bvalues\b/i.test(said) &&
    word.test(said)
  )
    return true;
  const head = block.kind === 'table' ? block.header.map(({ inline }) => plain(phraseOf(inline).text)) : [];
  if (head.some((text) => new RegExp(`^${name.replace(/[^\w-]/g, '\\$&')} values?$`, 'i').test(text.trim())))
    return true;
  return [...captions, section.title].some((title) =>
    new RegExp(
      `^(?:the )?[\`"]?${name.replace(/[^\w-]/g, '\\$&')}[\`"]?(?: (?:values?|options?|types?))?$|\\([\`]?${name.replace(/[^\w-]/g, '\\$&')}[\`]?\\):?$`,
      'i',
    ).test(title.trim()),
  );
}
