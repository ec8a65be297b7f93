import type { Report } from '../../../../diagnostics/report.js';
import type { SourceRange } from '../../../../diagnostics/position.js';
import { fact, type SyntaxHeader, type SyntaxMessage } from '../../../../model/fragments.js';
import type { CodeText } from '../../../../markdown/sections.js';
import { parseBody } from './syntax-body.js';
import { placeholder, tokenise } from './syntax-tokens.js';

interface Word {
  readonly text: string;
  readonly source: SourceRange;
  readonly row: number;
  readonly index: number;
}

const METHOD = /^(GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)$/;
const VERSION = /^HTTP\/\d/;

/**
 * Reads a request or response syntax block: a request or status line where the protocol has one, headers, and a body
 * that is JSON-like or a single member. White space carries no meaning, so that the block may stand on one line.
 */
export function parseSyntax(code: CodeText, source: SourceRange, report: Report): SyntaxMessage {
  const rows = code.text.split('\n');
  const words = wordsOf(code, rows);
  const start = startLine(words);
  const head = headers(words, start.next);
  const rest = words[head.next];
  const body = rest && startsBody(rest.text) ? parseBody(tokenise(code, rows, rest)) : undefined;
  const leftover = body?.rest[0];
  if (leftover) report('syntax-not-understood', { text: leftover.text }, leftover.source);
  if (rest && !body && head.next + 1 < words.length) {
    report('syntax-not-understood', { text: words[head.next + 1]?.text ?? '' }, words[head.next + 1]?.source);
  }
  return {
    ...start.facts,
    headers: head.headers,
    ...(rest && !body && { payload: fact(unmark(rest.text), rest.source, 'syntax') }),
    ...(body?.value && { body: body.value }),
    source,
    known: 'syntax',
  };
}

/** The words up to the line that the body begins on: a body is not read by its words. */
function wordsOf(code: CodeText, rows: readonly string[]): Word[] {
  const body = rows.findIndex((row) => startsBody(row.trimStart()));
  return rows.slice(0, body < 0 ? rows.length : body + 1).flatMap((line, row) =>
    [...line.matchAll(/\S+/g)].map((match) => ({
      text: match[0],
      row,
      index: match.index,
      source: {
        file: code.file,
        line: code.line + row,
        column: code.column + match.index,
        endLine: code.line + row,
        endColumn: code.column + match.index + match[0].length,
      },
    })),
  );
}

const startsBody = (text: string): boolean => /^(\{(?!\{)|\[|")/.test(text);

const unmark = (text: string): string => placeholder(text) ?? text;

type StartFacts = Pick<SyntaxMessage, 'method' | 'uri' | 'status'>;

function startLine(words: readonly Word[]): { facts: StartFacts; next: number } {
  const [first, second, third] = words;
  if (first && second && METHOD.test(first.text)) {
    const facts = {
      method: fact(first.text, first.source, 'syntax'),
      uri: fact(second.text, second.source, 'syntax'),
    };
    return { facts, next: third && VERSION.test(third.text) ? 3 : 2 };
  }
  if (first && second && VERSION.test(first.text)) {
    const text = unmark(second.text);
    const status = /^\d{3}$/.test(text) ? Number(text) : text;
    return { facts: { status: fact(status, second.source, 'syntax') }, next: 2 };
  }
  return { facts: {}, next: 0 };
}

function headers(words: readonly Word[], start: number): { headers: SyntaxHeader[]; next: number } {
  const found: SyntaxHeader[] = [];
  let next = start;
  for (; next + 1 < words.length; next += 2) {
    const name = words[next];
    const value = words[next + 1];
    if (!name || !value || !/^[A-Za-z0-9!#$%&'*+.^_`|~-]+:$/.test(name.text)) break;
    found.push({ name: name.text.slice(0, -1), value: unmark(value.text), source: name.source });
  }
  return { headers: found, next };
}
