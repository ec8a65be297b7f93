import type { SourceRange } from '../../diagnostics/position.js';
import type { CodeText } from '../../markdown/sections.js';

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

/** Cuts a JSON-like body into tokens. Placeholders in double braces come out as their content. */
export function tokenise(code: CodeText): Token[] {
  const tokens: Token[] = [];
  code.text.split('\n').forEach((line, row) => {
    let end = -1;
    for (const match of line.matchAll(TOKEN)) {
      tokens.push(
        token(match[0], match[1], position(code, row, match.index, match[0].length), match.index === end),
      );
      end = match.index + match[0].length;
    }
  });
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
  if (/^[{}[\]:,]$/.test(whole)) return { kind: whole as Token['kind'], text: whole, glued, source };
  return { kind: 'word', text: whole, glued, source };
}

/** The content of `{{...}}`, in which the newest pages mark what a caller fills in. */
export const placeholder = (text: string): string | undefined => /^\{\{(.*)\}\}$/.exec(text)?.[1]?.trim();
