import type { Block } from './blocks.js';
import { buildBlocks } from './build/blocks.js';
import { Page } from './build/page.js';
import { maskPage } from './mask/mask-page.js';
import { parseMarkdown, type Parse } from './parse.js';
import { readFrontMatter } from './scan/front-matter.js';
import { scanPage } from './scan/scanner.js';
import type { SourceText } from './source.js';

/**
 * The blocks of a page in any house style, in the order of the page: what Markdown knows, and tables, definition lists,
 * components, directives and shortcodes. Both engines give the same; no page makes it fail.
 */
export function outlineBlocks(source: SourceText, parse: Parse = parseMarkdown): readonly Block[] {
  const frontMatter = readFrontMatter(source);
  const firstLine = frontMatter?.source.endLine ?? 0;
  const masked = maskPage(scanPage(source, firstLine), firstLine);
  const root = parse(masked.masked.text);
  const blocks = buildBlocks(new Page(source, masked, root), root.children);
  return frontMatter ? [frontMatter, ...blocks] : blocks;
}
