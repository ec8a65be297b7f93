/** Line ends of every kind, and characters that show nothing or turn the reading direction. */
const lineEnds = /\r\n|[\n\r\u2028\u2029\v\f]/u;
const invisible = /[\p{Cc}\p{Cf}\p{Cs}]/gu;
/** Most lines hold nothing else. */
const isPlain = (line: string): boolean => /^[ -~]*$/.test(line);

const safeLines = (lines: readonly string[]): string[] =>
  lines.flatMap((line) => (isPlain(line) ? line.trimEnd() : line.split(lineEnds).map(safeLine)));

const safeLine = (line: string): string => line.replace(/\t/g, '  ').replace(invisible, '').trimEnd();

/** Without the empty lines at either end, and with no two in a row. */
const trimmed = (lines: readonly string[]): string[] => {
  const kept = lines.filter((line, at) => line !== '' || (at > 0 && lines[at - 1] !== ''));
  return kept.slice(0, kept.findLastIndex((line) => line !== '') + 1);
};

/**
 * A doc comment that ends where it should, whatever the lines hold; empty where there are none. A line that begins
 * with `@` is a tag: text of pages comes in through `proseLines` or `proseText`.
 */
export function docComment(lines: readonly string[]): string {
  const text = trimmed(safeLines(lines)).map((line) => line.replaceAll('*/', '*\\/'));
  if (text.length === 0) return '';
  if (text.length === 1) return `/** ${text[0] ?? ''} */`;
  return ['/**', ...text.map((line) => (line ? ` * ${line}` : ' *')), ' */'].join('\n');
}

/** Line comments, one a line. */
export const lineComments = (lines: readonly string[]): string =>
  safeLines(lines)
    .map((line) => (line ? `// ${line}` : '//'))
    .join('\n');
