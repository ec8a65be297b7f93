const width = 100;

/** Links keep their target only where it leads somewhere from a comment. */
const unlink = (markdown: string): string =>
  markdown
    .replace(/<a\s[^>]*>\s*<\/a>/gu, '')
    .replace(/\[((?:[^[\]\\]|\\.)*)\]\((?!https?:)[^()\s]*\)/gu, '$1');

/** Back-slashes that Markdown needs nowhere but at a line's start. */
const unescape = (markdown: string): string => markdown.replace(/(?<=\S)\\([-.()!#+:,;=~|"'])/gu, '$1');

/** Words that may not be torn: code spans, links and everything else without a space. */
const unbreakable = /(?:`+[^`]*`+|\[[^\]]*\]\([^)]*\)|\S)+/gu;

const escapeTags = (word: string): string =>
  /^`+[^`]*`+/u.test(word) ? word : word.replace(/(^|\{)@(?=\S)/gu, '$1\\@');

function wrap(paragraph: string, indent: string, limit = width): string[] {
  const lines: string[] = [];
  let line = '';
  for (const [word] of paragraph.matchAll(unbreakable)) {
    const safe = escapeTags(word.replace(/\s+/gu, ' '));
    if (line && line.length + 1 + safe.length > limit) {
      lines.push(line);
      line = indent + safe;
    } else line = line ? `${line} ${safe}` : safe;
  }
  return line.trim() ? [...lines, line] : lines;
}

const isItem = (line: string): boolean => /^\s*(?:[-+*]|\d+[.)])\s/u.test(line);
const isFence = (line: string): boolean => /^\s*(?:```|~~~)/u.test(line);

/** Paragraphs and list items, each in one string; what stands in a fence stays line by line. */
function blocks(markdown: string): string[] {
  const found: string[] = [];
  let fenced = false;
  let open = false;
  for (const line of markdown.split(/\r\n|[\n\r\u2028\u2029]/u)) {
    const fence = isFence(line);
    if (fence || fenced || !line.trim() || isItem(line) || !open) found.push(line.trimEnd());
    else found.push(`${found.pop() ?? ''} ${line.trim()}`);
    if (fence) fenced = !fenced;
    open = !fenced && !fence && line.trim() !== '';
  }
  return found;
}

/** Markdown of a page as lines of a comment, wrapped at about 100; nothing in it is a tag or a link to another page. */
export function proseLines(markdown: string): string[] {
  return blocks(unescape(unlink(markdown))).flatMap((block) => {
    const item = /^(\s*)(?:[-+*]|\d+[.)])\s+/u.exec(block);
    if (!block.trim()) return [''];
    return item ? wrap(`${item[1] ?? ''}${block.trim()}`, `${item[1] ?? ''}  `) : wrap(block, '');
  });
}

/** Text of a page as one line of a comment: nothing in it is a tag. */
export const proseText = (text: string): string => wrap(text, '', Infinity).join(' ');
