import type { SourceRange } from '../../../../diagnostics/position.js';

/** Which lines of a page were taken into facts. */
export class LineBook {
  private readonly read = new Set<number>();

  /** Notes the lines of a range. */
  take(...ranges: readonly SourceRange[]): void {
    for (const { line, endLine } of ranges) for (let at = line; at <= endLine; at += 1) this.read.add(at);
  }

  has(line: number): boolean {
    return this.read.has(line);
  }

  /** Whether any line of a range was taken. */
  hasAny({ line, endLine }: SourceRange): boolean {
    for (let at = line; at <= endLine; at += 1) if (this.read.has(at)) return true;
    return false;
  }

  get size(): number {
    return this.read.size;
  }
}
