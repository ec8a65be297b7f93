import type { SourceText } from '../source.js';
import { noAttributes, type TokenText } from './token.js';

const EXPORT = /^export\s+(?:const|let|var|(?:async\s+)?function|default|class|type|interface|\{|\*)/;
const IMPORT = /^import\s+(?:([\w$*{][^'";]*)\s+from\s+)?['"]([^'"]+)['"];?$/;

/** A statement is no longer; what seems so is prose. */
const MAX_LINES = 200;
const MAX_IMPORT = 1000;

/** An `import` or `export` of MDX at the start of a line, with the lines that it takes. */
export function readModuleStatement(source: SourceText, line: number, start: number): TokenText | undefined {
  const text = source.lines[line] ?? '';
  if (text.startsWith('import ')) return readImport(source, line, start);
  return EXPORT.test(text) ? readExport(source, line, start) : undefined;
}

function readImport(source: SourceText, line: number, start: number): TokenText | undefined {
  let last = line;
  while (!/['"];?\s*$/.test(source.lines[last] ?? '') && (source.lines[last + 1] ?? '').trim() !== '') last++;
  const statement = source.lines
    .slice(line, last + 1)
    .join(' ')
    .trim();
  const [, names = '', path] = (statement.length < MAX_IMPORT && IMPORT.exec(statement)) || [];
  if (path === undefined) return undefined;
  const end = endOf(source, line, last, start);
  const name = importedNames(names);
  return { syntax: 'import', role: 'single', name, start, end, attributes: noAttributes, argument: path };
}

/** The names that a page knows them by, with a space between. */
const importedNames = (names: string): string =>
  names
    .replace(/[\w$*]+\s+as\s+/g, '')
    .replace(/[{},\s]+/g, ' ')
    .trim();

/** It ends with the line that closes its last bracket. */
function readExport(source: SourceText, line: number, start: number): TokenText {
  let depth = 0;
  let last = line;
  for (let at = line; at < Math.min(source.lines.length, line + MAX_LINES); at++) {
    for (const sign of source.lines[at] ?? '')
      depth += Number('{[('.includes(sign)) - Number('}])'.includes(sign));
    last = at;
    if (depth <= 0) break;
  }
  const end = endOf(source, line, last, start);
  const argument = source.text.slice(start, end);
  return { syntax: 'raw', role: 'single', name: 'export', start, end, attributes: noAttributes, argument };
}

/** The offset behind the last of some lines, the first of which begins at `start`. */
function endOf(source: SourceText, first: number, last: number, start: number): number {
  let end = start;
  for (let at = first; at < last; at++) {
    end += source.lines[at]?.length ?? 0;
    end += source.text.startsWith('\r\n', end) ? 2 : 1;
  }
  return end + (source.lines[last] ?? '').trimEnd().length;
}
