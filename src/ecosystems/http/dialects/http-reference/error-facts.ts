import type { MemberFragment } from '../../../../model/fragments.js';
import type { Block } from '../../../../markdown/blocks.js';
import { membersOfExample, type ExampleSite, type ObjectValue } from './example-types.js';
import { parseExample, type ExampleValue } from './json-example.js';
import { freeObject } from './member-types.js';
import { shapeOf } from './objects.js';
import { definitionAt, pageContext, type PageContext } from './page-context.js';
import { linksIn, phraseOf } from './phrase.js';
import { withDescendants, type Item, type Section } from './sections.js';

/** What the body of every error holds: the object that a page about errors names, or the JSON that it shows. */
export function errorMembersIn(page: PageContext): readonly MemberFragment[] {
  const used = new Set(page.analysis.sites.flatMap(({ items }) => items));
  for (const section of withDescendants(page.analysis.outline.root)) {
    if (!isAboutErrors(section)) continue;
    for (const item of section.items) {
      const found = used.has(item) ? [] : (named(item, page) ?? shown(item, section, page));
      if (found.length > 0) return found;
    }
  }
  return [];
}

const isAboutErrors = ({ title }: Section): boolean =>
  /^(?:the )?(?:api |http |common |general )*errors?(?: (?:codes?|handling|responses?|messages?|format|objects?|body))?$/i.test(
    title.trim(),
  );

/** `its body is an [Error](…) object`. */
function named({ block }: Item, page: PageContext): readonly MemberFragment[] | undefined {
  if (
    block.kind !== 'paragraph' ||
    !/\b(?:body|response|returns?|answers?|format)\b/i.test(block.inline.text)
  )
    return undefined;
  for (const { url } of linksIn(phraseOf(block.inline))) {
    const found = definitionAt(page, url);
    if (!found || found.definition.kind === 'enum' || !/error|problem|fault/i.test(found.definition.name))
      continue;
    const inner = pageContext(found.analysis, page.guide, () => undefined, page.partialOf);
    return shapeOf(found.definition, { ...inner, extra: page.extra })?.members.map((member) => ({
      ...member,
      place: 'body' as const,
    }));
  }
  return undefined;
}

/** What a sample with a code or a message in it shows; objects that no two samples of a section share a key of are free. */
function shown({ block }: Item, section: Section, page: PageContext): readonly MemberFragment[] {
  const sample = sampleIn(block);
  if (!sample) return [];
  const others = section.items.flatMap((item) => (item.block === block ? [] : (sampleIn(item.block) ?? [])));
  const named: ExampleSite['named'] = (name, value, _site, source) =>
    others.some(({ members }) => shareNoKey(value, members.find((other) => other.name === name)?.value))
      ? freeObject(source, 'example')
      : undefined;
  return membersOfExample(sample, { page, owner: 'ErrorBody', place: 'body', block, named });
}

function sampleIn(block: Block): ObjectValue | undefined {
  const example = block.kind === 'code' ? parseExample(block.text) : undefined;
  const isError =
    example?.kind === 'object' &&
    example.members.length <= 8 &&
    example.members.some(({ name }) =>
      /^(?:code|error|errors|message|msg|error_code|detail|title)$/i.test(name),
    );
  return isError ? example : undefined;
}

const shareNoKey = (one: ExampleValue, other: ExampleValue | undefined): boolean =>
  one.kind === 'object' &&
  other?.kind === 'object' &&
  !one.members.some(({ name }) => other.members.some((member) => member.name === name));
