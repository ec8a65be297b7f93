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
