/** The white space that a line begins with. */
export function indentationOf(text: string): string {
  let end = 0;
  while (text[end] === ' ' || text[end] === '\t') end++;
  return text.slice(0, end);
}

/** A line moved to the left by some columns, or as many as it is indented by; tabs that are cut become spaces. */
export function unindented(text: string, columns: number): string {
  if (columns === 0) return text;
  const indentation = indentationOf(text);
  if (!indentation.includes('\t')) return text.slice(Math.min(columns, indentation.length));
  let width = 0;
  for (const sign of indentation) width += sign === '\t' ? 4 - (width % 4) : 1;
  return ' '.repeat(Math.max(0, width - columns)) + text.slice(indentation.length);
}
