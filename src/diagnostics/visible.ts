/**
 * Characters that act on a terminal, turn the direction of text, or cannot be seen: C0 and C1 controls, format
 * characters, line and paragraph separators, and lone surrogates.
 */
const unprintable = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

/** Makes text from pages safe to print: what could act on the terminal is shown as `\u{1b}`; tabs become spaces. */
export const visible = (text: string): string =>
  text
    .replaceAll('\t', ' ')
    .replace(unprintable, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);
