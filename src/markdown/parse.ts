import type { Root } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

const processor = unified().use(remarkParse).use(remarkFrontmatter).freeze();

/** The syntax tree of a Markdown text (CommonMark with YAML front matter), with positions that count from 1. */
export const parseMarkdown = (text: string): Root => processor.parse(text);
