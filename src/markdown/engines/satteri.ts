import type { Root } from 'mdast';
import { markdownToMdast } from 'satteri';
import { hasFrontMatter } from './front-matter.js';
import { joinIndentedCode } from './indented-code.js';

/** The fast engine: native, so not installed on every platform. Its trees equal those of the reference engine. */
export function parse(text: string): Root {
  const tree = markdownToMdast(text, { features: { gfm: false, frontmatter: hasFrontMatter(text) } });
  if (tree.type !== 'root') throw new TypeError(`expected a root, found ${tree.type}`);
  const root = tree as Root;
  joinIndentedCode(root, text);
  return root;
}
