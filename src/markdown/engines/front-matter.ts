/** True where a text begins with YAML between two lines of dashes; an opening line alone is a thematic break. */
export const hasFrontMatter = (text: string): boolean =>
  /^---[ \t]*\r?\n(?:[^]*?\n)?---[ \t]*(?:\r?\n|$)/.test(text);
