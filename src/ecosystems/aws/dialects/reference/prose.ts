import type { Line } from '../../../../markdown/lines.js';
import type { Block } from './outline.js';

/** Lines as Markdown for people: paragraphs apart, list items with a dash, code blocks left out. */
export function describe(lines: readonly Line[]): string | undefined {
  let text = '';
  for (const line of lines) {
    if (line.markdown === '') continue;
    const bullet = line.nested && line.first;
    const gap = text === '' ? '' : bullet || !line.first ? '\n' : '\n\n';
    text += gap + (bullet ? '- ' : line.nested ? '  ' : '') + line.markdown;
  }
  return text === '' ? undefined : text;
}

export const linesOf = (blocks: readonly Block[]): Line[] => blocks.filter((block) => block.kind === 'line');

const DEPRECATED =
  /\b(?:is|was|are|been|now) (?:now |been )?deprecated\b|^\s*(?:this \S+ )?deprecated\b|\bno longer (?:in use|used)\b/i;

/** A line that says that what it stands under is deprecated. */
export const deprecation = (lines: readonly Line[]): Line | undefined =>
  lines.find((line) => DEPRECATED.test(line.text));
