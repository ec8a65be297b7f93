import type { Block, ComponentBlock, InlineSpan, ParagraphBlock, ShortcodeSpan } from '../blocks.js';

/** A paragraph, or what it is without text of its own: shortcodes one after the other, anchors and frames of HTML, nothing. */
export function paragraphBlocks(paragraph: ParagraphBlock): readonly Block[] {
  const spans = paragraph.inline.spans.filter((span) => !isSpace(span));
  const [only] = spans;
  if (!only) return [];
  if (spans.every((span) => span.kind === 'shortcode')) return spans.map(component);
  if (spans.every(isSilent)) return [{ kind: 'html', text: paragraph.inline.raw, source: paragraph.source }];
  return [paragraph];
}

const isSpace = (span: InlineSpan): boolean =>
  span.kind === 'break' || (span.kind === 'text' && span.text.trim() === '');

const isSilent = (span: InlineSpan): boolean =>
  isSpace(span) || (span.kind === 'html' && span.text.trim() === '');

const component = ({ name, attributes, argument, source }: ShortcodeSpan): ComponentBlock => ({
  kind: 'component',
  origin: 'shortcode',
  name,
  attributes,
  argument,
  blocks: [],
  selfClosing: true,
  source,
});
