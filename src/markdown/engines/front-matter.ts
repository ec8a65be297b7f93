/**
 * True where a text begins with YAML between two lines of dashes; an opening line alone is a thematic break. Apart from
 * the reading of it, as engines may not share a chunk of the bundle with those who wait for them.
 */
export const hasFrontMatter = (text: string): boolean =>
  /^---[ \t]*\r?\n(?:[^]*?\n)?---[ \t]*(?:\r?\n|$)/.test(text);
