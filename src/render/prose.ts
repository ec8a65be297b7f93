const width = 100;

/**
 * A replacement that leaves code spans alone, in which every character stands for itself.
 * @param sign what every match holds, so that texts without it are not searched.
 */
function outsideCode(
  sign: string,
  pattern: RegExp,
  replacement: (group: string) => string,
): (text: string) => string {
  const either = new RegExp(`(\`+)[^\`]+\\1|${pattern.source}`, 'gmu');
  const replace = (found: string, fence?: string, group?: string): string =>
    fence === undefined ? replacement(group ?? '') : found;
  return (text) => (text.includes(sign) ? text.replace(either, replace) : text);
}

const withoutAnchors = outsideCode('<a', /<a\s[^>]*>\s*<\/a>/u, () => '');
/** Links to other pages lead nowhere from here: their text stays. */
const withoutInnerLinks = outsideCode(
  '](',
  /\[((?:[^[\]\\]|\\.)*)\]\((?!https?:)[^()\s]*\)/u,
  (text) => text,
);
/** Back-slashes that Markdown needs nowhere but at a line's start. */
const withoutEscapes = outsideCode('\\', /(?<=\S)\\([-.()!#+:,;=~|"'])/u, (character) => character);
/** An `@` that would begin a JSDoc tag or link gets a back-slash, in code spans too: TypeScript knows none there. */
const escapeTags = (line: string): string =>
  line.includes('@') ? line.replace(/(?<=^|[\s{])@(?=\S)/gu, '\\@') : line;
const escapeHtml = outsideCode('<', /(<)/u, () => '&lt;');
/** Emphasis as formatters write it. */
const withUnderscores = outsideCode(
  '*',
  /(?<![\\*\w])\*([^\s*_\\](?:[^*_\\]*[^\s*_\\])?)\*(?![*\w])/u,
  (text) => `_${text}_`,
);

const simplify = (markdown: string): string => withoutEscapes(withoutInnerLinks(withoutAnchors(markdown)));

/** Words that may not be torn: code spans, links and everything else without a space. */
const unbreakable = /(?:(`+)[^`]+\1|\[[^[\]]*\]\([^()]*\)|\S)+/gu;

/** What is unbreakable; without code and links, that is what stands between spaces. */
const wordsOf = (paragraph: string): readonly string[] =>
  /[`[]/u.test(paragraph) ? (paragraph.match(unbreakable) ?? []) : paragraph.trim().split(/\s+/u);

/** A word that would begin a list, heading or quotation at the start of a line. */
const isMarker = (word: string): boolean => /^(?:[-+*>#=]+|\d+[.)])$/u.test(word);

/** White space that wrapping would change. */
const unevenSpace = /^\s|\s\s|[^\S ]|\s$/u;

function wrap(paragraph: string, indent: string, limit = width): string[] {
  if (paragraph && paragraph.length <= limit && !unevenSpace.test(paragraph)) return [escapeTags(paragraph)];
  const lines: string[] = [];
  let line = '';
  for (const word of wordsOf(paragraph)) {
    if (line && line.length + 1 + word.length > limit && !isMarker(word)) {
      lines.push(escapeTags(line));
      line = indent + word;
    } else line = line ? `${line} ${word}` : word;
  }
  return line.trim() ? [...lines, escapeTags(line)] : lines;
}

const item = /^(\s*)(?:[-+*]|\d+[.)])\s+/u;
const isFence = (line: string): boolean => /^\s*(?:```|~~~)/u.test(line);

interface Block {
  readonly text: string;
  /** Inside a fence, where lines stay as they are. */
  readonly fenced: boolean;
}

/** Paragraphs and list items, each in one string; what stands in a fence stays line by line. */
function blocks(markdown: string): Block[] {
  const found: Block[] = [];
  let fenced = false;
  for (const line of markdown.split(/\r\n|[\n\r\u2028\u2029]/u)) {
    const last = found.at(-1);
    const fence = isFence(line);
    if (fence || fenced) found.push({ text: line.trimEnd(), fenced: true });
    else if (!line.trim() || item.test(line) || !last?.text.trim() || last.fenced)
      found.push({ text: line, fenced });
    else found[found.length - 1] = { text: `${last.text.trimEnd()} ${line.trim()}`, fenced };
    if (fence) fenced = !fenced;
  }
  return found;
}

function blockLines({ text, fenced }: Block): string[] {
  if (fenced) return [escapeTags(text)];
  if (!text.trim()) return [''];
  const indent = item.exec(text)?.[1];
  if (indent === undefined) return wrap(text, '');
  const [first = '', ...rest] = wrap(text.trim(), `${indent}  `);
  return [indent + first, ...rest];
}

/** Markdown of a page as lines of a comment, wrapped at about 100; nothing in it is a tag or a link to another page. */
export const proseLines = (markdown: string): string[] => blocks(simplify(markdown)).flatMap(blockLines);

/** Text of a page as one line of a comment: nothing in it is a tag. */
export const proseText = (text: string): string => wrap(simplify(text), '', Infinity).join(' ');

/** A code span of this text, in which nothing is a tag. */
export function codeSpan(text: string): string {
  if (!text.includes('`')) return `\`${escapeTags(text)}\``;
  const longest = Math.max(0, ...[...text.matchAll(/`+/gu)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const pad = text.startsWith('`') || text.endsWith('`') ? ' ' : '';
  return `${fence}${pad}${escapeTags(text)}${pad}${fence}`;
}

/** Plain text in Markdown, where nothing of it is markup. */
export const markdownText = (text: string): string =>
  text
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/[\\`*_[\]<>#|~&!]/gu, '\\$&');

/** Markdown of a page in one line of a Markdown file: no HTML, no links to other pages. */
export const markdownLine = (markdown: string): string =>
  withUnderscores(escapeHtml(wrap(simplify(markdown), '', Infinity).join(' ')));

/** Text in which nothing ends a comment, for tools that print it into one; Markdown shows the same. */
export const withoutCommentEnds = (text: string): string => text.replaceAll('*/', '*\\/');

/**
 * Markdown of a page for a document that other tools render, and print into comments of code: no HTML, no links to other
 * pages, no characters that show nothing, and nothing that ends a comment.
 */
export const markdownBlocks = (markdown: string): string =>
  withoutCommentEnds(
    blocks(simplify(markdown))
      .map(({ text, fenced }) =>
        (fenced ? text : escapeHtml(text)).replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, ' ').trimEnd(),
      )
      .join('\n')
      .trim(),
  );
