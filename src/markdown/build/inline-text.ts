import type { InlineSpan } from '../blocks.js';
import { collapse } from '../source.js';
import { codeSpan } from '../line-collector.js';

/** White space collapsed, line by line. */
export const collapseLines = (text: string): string =>
  text.includes('\n') ? text.split('\n').map(collapse).join('\n').trim() : collapse(text);

/** The texts of spans one after the other. */
export function joinText(spans: readonly InlineSpan[]): string {
  let text = '';
  for (const span of spans) text += span.text;
  return text;
}

/** Markdown for people: what links to other pages say, but not where these are. */
export function joinMarkdown(spans: readonly InlineSpan[]): string {
  let markdown = '';
  for (const span of spans) markdown += markdownOf(span);
  return markdown;
}

function markdownOf(span: InlineSpan): string {
  switch (span.kind) {
    case 'code':
      return codeSpan(span.text);
    case 'strong':
      return `**${joinMarkdown(span.children)}**`;
    case 'emphasis':
      return `*${joinMarkdown(span.children)}*`;
    case 'delete':
      return `~~${joinMarkdown(span.children)}~~`;
    case 'link': {
      const text = joinMarkdown(span.children);
      return /^https?:\/\//.test(span.url) ? `[${text}](${span.url})` : text;
    }
    case 'html':
    case 'component':
      return span.children.length > 0 ? joinMarkdown(span.children) : span.text;
    default:
      return span.text;
  }
}
