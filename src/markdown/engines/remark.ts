import type { Root } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { hasFrontMatter } from './front-matter.js';
import { joinIndentedCode } from './indented-code.js';

const plain = unified().use(remarkParse).freeze();
const withFrontMatter = unified().use(remarkParse).use(remarkFrontmatter).freeze();

/** The reference engine: CommonMark with YAML front matter, always installed. */
export function parse(text: string): Root {
  const root = (hasFrontMatter(text) ? withFrontMatter : plain).parse(text);
  joinIndentedCode(root, text);
  return root;
}
