import type { Inline, InlineSpan, ParagraphBlock } from '../../../../markdown/blocks.js';
import { phraseOf, part, plain, withoutLinks, type Phrase } from './phrase.js';

/** `**Type:** String`: a label and what follows it, on one line or several. */
export interface LabelledLine {
  /** In lower case, without its colon. */
  readonly label: string;
  readonly value: Phrase;
  readonly line: Inline;
}

/** The labelled lines of a paragraph; lines without a label belong to the one above. */
export function labelledLines(paragraph: ParagraphBlock): readonly LabelledLine[] {
  const found: { label: string; lines: Inline[]; text: string[] }[] = [];
  for (const line of paragraph.lines) {
    const label = labelOf(line.spans);
    const phrase = phraseOf(line);
    if (label !== undefined) found.push({ label, lines: [line], text: [afterLabel(phrase.text)] });
    else if (found.length === 0) return [];
    else found.at(-1)?.text.push(withoutLinks(phrase.text));
  }
  return found.flatMap(({ label, lines: [line], text }) =>
    line ? [{ label, value: part(phraseOf(line), text.join('\n')), line }] : [],
  );
}

/** Bold or emphasised text that ends with a colon, or that a colon follows. */
function labelOf(spans: readonly InlineSpan[]): string | undefined {
  const [first, second] = spans.filter((span) => span.kind !== 'text' || span.text.trim() !== '');
  if (first?.kind !== 'strong' && first?.kind !== 'emphasis') return undefined;
  const text = plain(first.text).trim();
  if (!text.endsWith(':') && !(second?.kind === 'text' && /^\s*:/.test(second.text))) return undefined;
  const label = text.replace(/\s*:$/, '').toLowerCase();
  return label.length > 0 && label.length <= 40 ? label : undefined;
}

const afterLabel = (text: string): string => text.slice(text.indexOf(':') + 1).trim();
