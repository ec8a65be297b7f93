import { fact, type SyntaxHeader } from '../../../../model/fragments.js';
import type { Fact } from '../../../../model/provenance.js';
import type { SourceText } from '../../../../markdown/source.js';

/** What a curl command shows of a request. */
export interface Command {
  readonly method: Fact<string>;
  readonly url: Fact<string>;
  readonly headers: readonly SyntaxHeader[];
}

/** Reads the first curl command of the text; the numbers of a code listing's lines may stand within it. */
export function readCommand(source: SourceText): Command | undefined {
  const index = source.lines.findIndex((line) => line.includes('curl --request '));
  const text = source.lines[index];
  if (text === undefined) return undefined;
  const at = (match: RegExpExecArray | RegExpMatchArray) => ({
    file: source.file,
    line: index + 1,
    column: (match.index ?? 0) + 1,
    endLine: index + 1,
    endColumn: (match.index ?? 0) + 1 + match[0].length,
  });
  const start = text.indexOf('curl --request ');
  const end = text.indexOf('curl --request ', start + 1);
  const command = end < 0 ? text : text.slice(0, end);
  const method = /--request ([A-Z]+)/.exec(command);
  const url = /--url '([^']+)'/.exec(command);
  if (method?.[1] === undefined || url?.[1] === undefined) return undefined;
  const headers = [...command.matchAll(/--header '([^':]+):\s*([^']*)'/g)].map((match) => ({
    name: match[1] ?? '',
    value: match[2] ?? '',
    source: at(match),
  }));
  return { method: fact(method[1], at(method)), url: fact(url[1], at(url)), headers };
}
