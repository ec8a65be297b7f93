import { fromHtml } from 'hast-util-from-html';
import { toText } from 'hast-util-to-text';

/** The text of an HTML fragment as a browser would show it: list items and paragraphs on lines of their own. */
export const htmlText = (html: string): string =>
  toText(fromHtml(html, { fragment: true }))
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
