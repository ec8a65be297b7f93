const width = 100;

/** Applies a replacement outside code spans, in which every character stands for itself. */
function outsideCode(text: string, pattern: RegExp, replacement: (...groups: string[]) => string): string {
  return text.replace(new RegExp(`(\`+)[^\`]+\\1|${pattern.source}`, 'gmu'), (found, fence, ...groups) =>
    fence ? found : replacement(...groups),
  );
}

const anchors = /<a\s[^>]*>\s*<\/a>/u;
const innerLinks = /\[((?:[^[\]\\]|\\.)*)\]\((?!https?:)[^()\s]*\)/u;
/** Back-slashes that Markdown needs nowhere but at a line's start. */
const escapes = /(?<=\S)\\([-.()!#+:,;=~|"'])/u;
const tags = /(^\s*|[\s{])@(?=\S)/u;

/** Without anchors, links to other pages (their text stays) and needless escapes. */
const simplify = (markdown: string): string =>
  outsideCode(
    outsideCode(
      outsideCode(markdown, anchors, () => ''),
      innerLinks,
      (text) => text ?? '',
    ),
    escapes,
    (character) => character ?? '',
  );

/** An `@` that would begin a JSDoc tag or link gets a back-slash. */
const escapeTags = (line: string): string => outsideCode(line, tags, (before) => `${before ?? ''}\\@`);

/** Words that may not be torn: code spans, links and everything else without a space. */
const unbreakable = /(?:(`+)[^`]+\1|\[[^[\]]*\]\([^()]*\)|\S)+/gu;

/** A word that would begin a list, heading or quotation at the start of a line. */
const isMarker = (word: string): boolean => /^(?:[-+*>#=]+|\d+[.)])$/u.test(word);

function wrap(paragraph: string, indent: string, limit = width): string[] {
  const lines: string[] = [];
  let line = '';
  for (const [word] of paragraph.matchAll(unbreakable)) {
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

/** A code span of exactly this text. */
export function codeSpan(text: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/gu)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const pad = text.startsWith('`') || text.endsWith('`') ? ' ' : '';
  return `${fence}${pad}${text}${pad}${fence}`;
}

/** Plain text in Markdown, where nothing of it is markup. */
export const markdownText = (text: string): string =>
  text
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/[\\`*_[\]<>#|~&!]/gu, '\\$&');

/** Markdown of a page in one line of a Markdown file: no HTML, no links to other pages. */
export const markdownLine = (markdown: string): string =>
  outsideCode(wrap(simplify(markdown), '', Infinity).join(' '), /(<)/u, () => '&lt;');
