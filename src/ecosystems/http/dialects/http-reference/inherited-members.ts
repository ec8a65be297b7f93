import type { Definition } from './definitions.js';
import type { FoundDefinition } from './guide-context.js';
import { isGeneric } from './names.js';
import { definitionAt, type PageContext } from './page-context.js';
import { linksIn, phraseOf, plain, sentencesOf } from './phrase.js';
import { withAncestors, withDescendants, type Item, type Section } from './sections.js';

const INHERITS =
  /\b(?:derived from|derives from|inherits?(?: (?:all )?(?:its |the )?(?:properties|members|fields|attributes))? from|extends)\b/i;
const PAIRS = /\b(?:name|key)[-–—/ ](?:and[- ])?value pairs?\b/i;

/** `A drive is derived from [baseItem](…)`: the object that the pages say another one has the members of. */
export function baseOf(definition: Definition, page: PageContext): FoundDefinition | undefined {
  for (const { block } of itemsAbout(definition.section)) {
    if (block.kind !== 'paragraph' || !INHERITS.test(block.inline.text)) continue;
    for (const sentence of sentencesOf(phraseOf(block.inline))) {
      const [before = '', after = ''] = sentence.text.split(INHERITS);
      if (after === '' || !isAbout(plain(before), definition.name)) continue;
      for (const { url } of linksIn({ ...sentence, text: after })) {
        const found = definitionAt(page, url);
        if (found && found.definition.kind !== 'enum' && found.definition !== definition) return found;
      }
    }
  }
  return undefined;
}

/** `The drive resource is` is about a Drive, and about the Drive of `Working with drives`. */
function isAbout(words: string, name: string): boolean {
  const noun =
    /(\w+)\W*(?:\b(?:resource|object|type|entity|model)s?\W*)?(?:\b(?:is|are)\W*)?$/.exec(
      words.trim(),
    )?.[1] ?? '';
  return noun.length > 2 && name.toLowerCase().includes(noun.toLowerCase());
}

/** Whether the words say that an object has whatever members somebody gave it, of which an example shows some. */
export const isOpen = ({ section }: Definition): boolean =>
  itemsAbout(section).some(({ block }) => block.kind === 'paragraph' && PAIRS.test(block.inline.text));

/** All that stands below the title that names the object. */
function itemsAbout(section: Section): readonly Item[] {
  const named = [...withAncestors(section)].find(({ title }) => !isGeneric(title)) ?? section;
  return [...withDescendants(named)].flatMap(({ items }) => items);
}
