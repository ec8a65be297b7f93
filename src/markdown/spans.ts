import type { Inline, InlineSpan } from './blocks.js';

type Kind = InlineSpan['kind'];

/** The spans of some kinds in running text, in its order, also within other spans. */
export function spansOf<K extends Kind>(
  inline: Inline,
  ...kinds: readonly K[]
): Extract<InlineSpan, { kind: K }>[] {
  const found: Extract<InlineSpan, { kind: K }>[] = [];
  const isWanted = (span: InlineSpan): span is Extract<InlineSpan, { kind: K }> =>
    (kinds as readonly Kind[]).includes(span.kind);
  const visit = (span: InlineSpan): void => {
    if (isWanted(span)) found.push(span);
    if ('children' in span) span.children.forEach(visit);
  };
  inline.spans.forEach(visit);
  return found;
}
