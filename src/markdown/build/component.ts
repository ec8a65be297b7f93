import type { Block, CodeBlock, ComponentBlock, ImportBlock } from '../blocks.js';
import { isFlow, isHtml } from '../scan/elements.js';
import { decodeEntities } from '../scan/tag.js';
import type { Token } from '../scan/token.js';
import { htmlBlocks } from './html-blocks.js';
import type { Page } from './page.js';

/** What a token and the blocks within it are. */
export function blocksOfToken(page: Page, token: Token, blocks: readonly Block[]): readonly Block[] {
  const source = page.tokenRange(token);
  switch (token.syntax) {
    case 'comment':
      return [commented(page, token)];
    case 'import':
      return [
        {
          kind: 'import',
          names: token.name === '' ? [] : token.name.split(' '),
          path: token.argument,
          source,
        },
      ];
    case 'raw':
      return [
        token.name === 'pre' ? preformatted(page, token) : { kind: 'html', text: token.argument, source },
      ];
    case 'shortcode':
      return [included(page, token) ?? component(page, token, blocks)];
    default:
      // An HTML tag that nothing ends, or that ends nothing.
      if (token.role === 'single' && isFlow(token.name)) return [];
      return htmlBlocks(page, token, blocks) ?? [included(page, token) ?? component(page, token, blocks)];
  }
}

const component = (page: Page, token: Token, blocks: readonly Block[]): ComponentBlock => ({
  kind: 'component',
  origin: token.syntax === 'element' ? (isHtml(token.name) ? 'html' : 'element') : originOf(token),
  name: token.name,
  attributes: page.attributesOf(token),
  argument: token.argument,
  blocks,
  selfClosing: token.role === 'single',
  source: page.tokenRange(token),
});

const originOf = ({ syntax }: Token): 'directive' | 'shortcode' =>
  syntax === 'directive' ? 'directive' : 'shortcode';

const INCLUDE_COMMENT = /^\s*@?include:?\s+(\S+)\s*$/;

/** A comment; some platforms read `<!-- @include: path -->`. */
function commented(page: Page, token: Token): Block {
  const source = page.tokenRange(token);
  const path = token.argument.length < 500 ? INCLUDE_COMMENT.exec(token.argument)?.[1] : undefined;
  return path === undefined
    ? { kind: 'comment', text: token.argument.trim(), source }
    : { kind: 'import', names: [], path, source };
}

const INCLUDES =
  /^(?:include(?:_relative|_cached|d)?|snippet|partial|embed\w*|readfile|reuse\w*|render|import)$/i;
/** The names of arguments that hold a path; a shortcode's first argument needs none. */
const PATHS = ['file', 'path', 'src', 'source', 'lookup', '0'];

/** `{% include path %}`, `{{< readfile file="x.md" >}}`, `<Snippet file="x.md" />`: what is given a file to put in place. */
function included(page: Page, token: Token): ImportBlock | undefined {
  if (token.role !== 'single' || token.syntax === 'directive') return undefined;
  const values = PATHS.flatMap((key) => token.attributes.find(({ name }) => name === key)?.value ?? []);
  const texts = values.filter((value) => typeof value === 'string');
  const path = texts.find(isMarkdownFile) ?? texts[0];
  if (path === undefined) return undefined;
  const known = token.syntax === 'shortcode' && /^include/i.test(token.name);
  if (!known && !(isMarkdownFile(path) && (INCLUDES.test(token.name) || token.name.includes('/'))))
    return undefined;
  return { kind: 'import', names: [], path, source: page.tokenRange(token) };
}

const isMarkdownFile = (path: string): boolean => /\.mdx?(?:[#:{].*)?$/i.test(path);

/** `<pre>` is code; the line end behind its start tag is not part of it. */
function preformatted(page: Page, token: Token): CodeBlock {
  const source = page.tokenRange(token);
  const text = decodeEntities(token.argument.replace(/<[^<>]*>/g, '')).replace(/\r\n?/g, '\n');
  const above = text.startsWith('\n') ? 1 : 0;
  const tagLines = page.source.text.slice(token.start, token.end).indexOf(token.argument);
  const before = page.source.text.slice(token.start, token.start + Math.max(0, tagLines));
  const line = source.line + before.split('\n').length - 1 + above;
  const code = text.slice(above).trimEnd();
  return {
    kind: 'code',
    lang: /\b(?:language|lang)[-=]["']?([\w+-]+)/.exec(before + token.argument.slice(0, 200))?.[1],
    meta: undefined,
    text: code,
    line,
    column: page.columnOfCode(code, line, 1),
    fenced: false,
    source,
  };
}
