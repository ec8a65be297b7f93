import type { Block, InlineSpan } from '../../../../markdown/blocks.js';
import type { Definition } from './definitions.js';
import { valuesOfBlock } from './enums.js';
import { nameOfTitle } from './names.js';
import { withDescendants, type PageOutline } from './sections.js';

/** The list of values behind an anchor that stands in running text, such as `<a id="intervals"></a>Supported intervals:`. */
export function valuesAtAnchor({ root }: PageOutline, anchor: string): Definition | undefined {
  for (const section of withDescendants(root)) {
    const at = section.items.findIndex(({ block }) => anchorsIn(block).includes(anchor));
    if (at < 0) continue;
    const block = section.items.slice(at + 1, at + 3).find((item) => valuesOfBlock(item.block))?.block;
    const listed = block && valuesOfBlock(block);
    return (
      block &&
      listed && { kind: 'enum', name: nameOfTitle(anchor), ids: [], section, block, listed, captioned: false }
    );
  }
  return undefined;
}

function anchorsIn(block: Block): readonly string[] {
  if (block.kind === 'html')
    return [...block.text.matchAll(/<a\s[^>]*?\b(?:id|name)=["']?([^"'\s>]+)/gi)].map(([, id = '']) =>
      id.toLowerCase(),
    );
  return block.kind === 'paragraph' ? block.inline.spans.flatMap(ofSpan) : [];
}

const ofSpan = (span: InlineSpan): readonly string[] =>
  span.kind === 'html' || span.kind === 'component'
    ? ['id', 'name'].flatMap((key) => {
        const value = span.attributes[key]?.value;
        return typeof value === 'string' ? [value.toLowerCase()] : [];
      })
    : [];
