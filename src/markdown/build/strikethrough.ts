import type { InlineSpan, TextSpan } from '../blocks.js';
import { joinText } from './inline-text.js';

const SIGN = '~~';

/** Makes of `~~text~~` a span of its own: CommonMark does not know it. */
export function withStrikethrough(spans: readonly InlineSpan[]): readonly InlineSpan[] {
  if (!spans.some((span) => span.kind === 'text' && span.text.includes(SIGN))) return spans;
  const outer: InlineSpan[] = [];
  let inner: InlineSpan[] | undefined;
  let opener: TextSpan | undefined;
  for (const part of spans.flatMap(cutAtSigns)) {
    if (part.kind !== 'text' || part.text !== SIGN) (inner ?? outer).push(part);
    else if (inner && opener) {
      outer.push(struck(inner, opener, part));
      inner = opener = undefined;
    } else {
      inner = [];
      opener = part;
    }
  }
  return opener && inner ? [...outer, opener, ...inner] : outer;
}

function struck(children: readonly InlineSpan[], opener: TextSpan, closer: TextSpan): InlineSpan {
  const source = { ...opener.source, endLine: closer.source.endLine, endColumn: closer.source.endColumn };
  return { kind: 'delete', text: joinText(children), children, source };
}

/** Signs become spans of their own. */
function cutAtSigns(span: InlineSpan): InlineSpan[] {
  if (span.kind !== 'text' || !span.text.includes(SIGN)) return [span];
  let column = span.source.column;
  return span.text.split(/(~~)/).flatMap((text) => {
    if (text === '') return [];
    const source = { ...span.source, column, endColumn: column + text.length };
    column += text.length;
    return [{ kind: 'text' as const, text, source }];
  });
}
