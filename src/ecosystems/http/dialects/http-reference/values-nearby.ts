import type { MemberFragment } from '../../../../model/fragments.js';
import type { Type } from '../../../../model/types.js';
import { valuesOfBlock, type ListedValues } from './enums.js';
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
  for (const { item, listed } of candidates(site, page)) {
    if (!names(item, member.name)) continue;
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

interface Candidate {
  readonly item: Item;
  readonly listed: ListedValues;
}

const known = new WeakMap<OperationSite, readonly Candidate[]>();

/** The lists of values among the blocks of an operation. */
function candidates(site: OperationSite, page: PageContext): readonly Candidate[] {
  const before = known.get(site);
  if (before) return before;
  const found = site.items.flatMap((item) => {
    const isList = item.block.kind === 'table' || item.block.kind === 'list';
    const listed =
      isList && !rowsOfBlock(item.block, page.guide.style) ? valuesOfBlock(item.block) : undefined;
    return listed ? [{ item, listed }] : [];
  });
  known.set(site, found);
  return found;
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
