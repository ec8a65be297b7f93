/**
 * A range of one source file. Lines and columns count from 1; a column counts UTF-16 code units, as editors do;
 * the end is exclusive. `file` is the path as the user gave it, with forward slashes.
 */
export interface SourceRange {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** The place of a piece of a text, given by offsets in UTF-16 code units; line ends are LF, CRLF or CR. */
export function rangeAt(file: string, text: string, offset: number, length: number): SourceRange {
  const start = placeAt(text, offset);
  const end = placeAt(text, offset + length);
  return { file, ...start, endLine: end.line, endColumn: end.column };
}

/** The beginning of a file. */
export const startOf = (file: string): SourceRange => ({
  file,
  line: 1,
  column: 1,
  endLine: 1,
  endColumn: 1,
});

function placeAt(text: string, offset: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, offset).split(/\r\n|\n|\r/u);
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 };
}
