import type { SourceRange } from '../../../../diagnostics/position.js';

/** Which lines of a page, and of the files that it includes, were taken into facts. */
export class LineBook {
  private readonly read = new Map<string, Set<number>>();

  /** Notes the lines of a range. */
  take(...ranges: readonly SourceRange[]): void {
    for (const range of ranges) {
      const lines = this.linesOf(range.file);
      for (let at = range.line; at <= range.endLine; at += 1) lines.add(at);
    }
  }

  has(file: string, line: number): boolean {
    return this.read.get(file)?.has(line) === true;
  }

  private linesOf(file: string): Set<number> {
    const known = this.read.get(file);
    if (known) return known;
    const lines = new Set<number>();
    this.read.set(file, lines);
    return lines;
  }
}
