import type { SourceRange } from '../../../../diagnostics/position.js';
import type { CodeText } from '../../../../markdown/sections.js';

/** A piece of a syntax block. */
export interface Token {
  /** `string` holds its content without quotes; `word` runs to white space or a sign. */
  readonly kind: 'string' | 'word' | '{' | '}' | '[' | ']' | ':' | ',';
  readonly text: string;
  /** False where white space or a line end stands before it. */
  readonly glued: boolean;
  readonly source: SourceRange;
}

const TOKEN = /"((?:[^"\\\n]|\\.)*)"|\{\{[^{}\n]*\}\}|\.\.\.|[{}[\]:,]|[^\s{}[\]:,"]+|"/g;

/**
 * Cuts a JSON-like body into tokens. Placeholders in double braces come out as their content.
 * @param rows the lines of the code.
 * @param start where the body begins, both from 0.
 */
export function tokenise(
  code: CodeText,
  rows: readonly string[],
  start: { readonly row: number; readonly index: number },
): Token[] {
  const tokens: Token[] = [];
  for (let row = start.row; row < rows.length; row++) {
    const line = rows[row] ?? '';
    let end = -1;
    TOKEN.lastIndex = row === start.row ? start.index : 0;
    for (let match = TOKEN.exec(line); match; match = TOKEN.exec(line)) {
      const source = position(code, row, match.index, match[0].length);
      tokens.push(token(match[0], match[1], source, match.index === end));
      end = TOKEN.lastIndex;
    }
  }
  return tokens;
}

function position(code: CodeText, row: number, index: number, length: number): SourceRange {
  const line = code.line + row;
  const column = code.column + index;
  return { file: code.file, line, column, endLine: line, endColumn: column + length };
}

function token(whole: string, quoted: string | undefined, source: SourceRange, glued: boolean): Token {
  if (quoted !== undefined) return { kind: 'string', text: placeholder(quoted) ?? quoted, glued, source };
  const inner = placeholder(whole);
  if (inner !== undefined) return { kind: 'word', text: inner, glued, source };
  return { kind: isSign(whole) ? whole : 'word', text: whole, glued, source };
}

const isSign = (text: string): text is Exclude<Token['kind'], 'string' | 'word'> =>
  text.length === 1 && '{}[]:,'.includes(text);

/** The content of `{{...}}`, in which the newest pages mark what a caller fills in. */
export const placeholder = (text: string): string | undefined =>
  text.startsWith('{{') ? /^\{\{(.*)\}\}$/.exec(text)?.[1]?.trim() : undefined;
