/** Line ends of every kind, and characters that show nothing or turn the reading direction. */
const lineEnds = /\r\n|[\n\r\u2028\u2029\v\f]/u;
const invisible = /[\p{Cc}\p{Cf}\p{Cs}]/gu;
/** Most lines hold nothing else. */
const isPlain = (line: string): boolean => /^[ -~]*$/.test(line);

const safeLines = (lines: readonly string[]): string[] =>
  lines.flatMap((line) => (isPlain(line) ? line.trimEnd() : line.split(lineEnds).map(safeLine)));

const safeLine = (line: string): string => line.replace(/\t/g, '  ').replace(invisible, '').trimEnd();

/** The lines as one text, which most are as they stand. */
function safeText(lines: readonly string[]): string {
  const text = lines.join('\n');
  return /^[\n -~]*$/.test(text) && !/ (?:\n|$)/.test(text) ? text : safeLines(lines).join('\n');
}

/** Without the empty lines at either end, and with no two in a row. */
const trimmed = (text: string): string =>
  text
    .replace(/^\n+/, '')
    .trimEnd()
    .replace(/\n{3,}/g, '\n\n');

/**
 * A doc comment that ends where it should, whatever the lines hold; empty where there are none. A line that begins
 * with `@` is a tag: text of pages comes in through `proseLines` or `proseText`.
 */
export function docComment(lines: readonly string[]): string {
  const text = trimmed(safeText(lines)).replaceAll('*/', '*\\/');
  if (text === '') return '';
  if (!text.includes('\n')) return `/** ${text} */`;
  return `/**\n * ${text.replaceAll('\n', '\n * ').replaceAll('\n * \n', '\n *\n')}\n */`;
}

/** Line comments, one a line. */
export const lineComments = (lines: readonly string[]): string =>
  safeLines(lines)
    .map((line) => (line ? `// ${line}` : '//'))
    .join('\n');
