/** A text for the parser, made line by line, that knows where each of its lines comes from. */
export class MaskedText {
  private readonly lines: string[] = [];
  private readonly origins: number[] = [];
  private readonly shifts: number[] = [];
  /** The columns from which a shift counts; before it, `leads` does. */
  private readonly pivots: number[] = [];
  private readonly leads: number[] = [];

  get text(): string {
    return this.lines.join('\n');
  }

  /** The number (from 1) of the line added last. */
  get lastLine(): number {
    return this.lines.length;
  }

  /** Adds a line of the file whose columns from `pivot` on (from 0) are `shift` further right in the file. */
  add(text: string, origin: number, shift = 0, pivot = 0, lead = 0): void {
    this.lines.push(text);
    this.origins.push(origin);
    this.shifts.push(shift);
    this.pivots.push(pivot);
    this.leads.push(lead);
  }

  /** The line that a parser sees, by number from 1. */
  line(line: number): string {
    return this.lines[line - 1] ?? '';
  }

  /** The line of the file, from 1. */
  originOf(line: number): number {
    return (this.origins[line - 1] ?? 0) + 1;
  }

  /** The column of the file, from 1. */
  columnOf(line: number, column: number): number {
    const at = line - 1;
    const shift = column > (this.pivots[at] ?? 0) ? this.shifts[at] : this.leads[at];
    return Math.max(1, column + (shift ?? 0));
  }
}
