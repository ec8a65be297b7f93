import type { Change, ChangeSide } from './change.js';

/** The text of a page, where it is at hand. */
export type TextOf = (file: string) => string | undefined;

/** Adds the lines that state the facts, from the pages of each side. */
export function withLines(changes: readonly Change[], before: TextOf, after: TextOf): readonly Change[] {
  const [oldLine, newLine] = [lineReader(before), lineReader(after)];
  return changes.map((change) => ({
    ...change,
    ...(change.before && { before: withLine(change.before, oldLine) }),
    ...(change.after && { after: withLine(change.after, newLine) }),
  }));
}

type LineOf = (file: string, line: number) => string | undefined;

function withLine(side: ChangeSide, lineOf: LineOf): ChangeSide {
  const line = lineOf(side.source.file, side.source.line);
  return line === undefined ? side : { ...side, line };
}

/** Each page is split once. */
function lineReader(textOf: TextOf): LineOf {
  const pages = new Map<string, readonly string[]>();
  return (file, line) => {
    const known = pages.get(file) ?? textOf(file)?.split(/\r\n|\n|\r/u) ?? [];
    pages.set(file, known);
    return known[line - 1]?.trim();
  };
}
