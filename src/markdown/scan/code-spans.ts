const TICKS = /`+/g;

/** Lines below its own in which a code span may end. */
const MAX_LINES = 3;

/** Where code spans are in a line: what looks like a tag there is none. */
export class CodeSpans {
  /** Start of a run of ticks -> behind the run that closes it. */
  private readonly ends = new Map<number, number>();

  constructor(line: string) {
    const next = new Map<number, number>();
    const runs = [...line.matchAll(TICKS)];
    for (let at = runs.length - 1; at >= 0; at--) {
      const run = runs[at];
      if (!run) continue;
      const closer = next.get(run[0].length);
      if (closer !== undefined) this.ends.set(run.index, closer);
      next.set(run[0].length, run.index + run[0].length);
    }
  }

  /** Behind the code span that begins at a run of ticks; none where it does not end on this line. */
  endOf(start: number): number | undefined {
    return this.ends.get(start);
  }
}

/** How many ticks stand at an index. */
export function tickRun(line: string, at: number): number {
  let end = at;
  while (line[end] === '`') end++;
  return end - at;
}

/** The line and index behind a code span that ends on one of the next lines of its paragraph. */
export function codeSpanEndBelow(
  lines: readonly string[],
  line: number,
  length: number,
): { line: number; end: number } | undefined {
  for (let at = line + 1; at <= line + MAX_LINES; at++) {
    const text = lines[at] ?? '';
    if (text.trim() === '' || /^\s*(?:`{3}|~{3}|[-+*#>|] )/.test(text)) return undefined;
    for (const run of text.matchAll(TICKS))
      if (run[0].length === length) return { line: at, end: run.index + length };
  }
  return undefined;
}
