import type { ParagraphBlock } from '../../../../markdown/blocks.js';
import { labelledLines } from './labelled-lines.js';
import { phraseOf, plain } from './phrase.js';
import type { PageContext } from './page-context.js';
import { parseRequestLine } from './request-line.js';
import type { Item } from './sections.js';

const MOST_PARAGRAPHS = 4;

/** What the first paragraphs say, up to the first list or example; undefined where there are none. */
export function markdownOf(
  items: readonly Item[],
  { lines }: Pick<PageContext, 'lines'>,
): string | undefined {
  const found: ParagraphBlock[] = [];
  for (const { block, captions } of items) {
    if (block.kind === 'paragraph' && captions.length === 0 && isProse(block)) found.push(block);
    else if (found.length > 0 && block.kind !== 'comment' && block.kind !== 'html') break;
    if (found.length >= MOST_PARAGRAPHS) break;
  }
  for (const { source } of found) lines.take(source);
  return found.length === 0 ? undefined : found.map(({ inline }) => inline.markdown).join('\n\n');
}

const isProse = (block: ParagraphBlock): boolean => {
  const text = plain(phraseOf(block.inline).text);
  return text !== '' && labelledLines(block).length === 0 && !parseRequestLine(text);
};
