/** How the columns of a masked line, from 0, go back to those of the file's line. */
export interface LinePlace {
  /** Where the file's own text begins; what is before it is prefix, of which the last `guard` characters are not the file's. */
  readonly content: number;
  readonly guard: number;
  /** Columns to the right that the text, and the prefix, are in the file. */
  readonly shift: number;
  readonly prefixShift: number;
}

const unmoved: LinePlace = { content: 0, guard: 0, shift: 0, prefixShift: 0 };

/** A text for the parser, made line by line, that knows where each of its lines comes from. */
export class MaskedText {
  private readonly lines: string[] = [];
  private readonly origins: number[] = [];
  private readonly places: LinePlace[] = [];

  get text(): string {
    return this.lines.join('\n');
  }

  /** The number (from 1) of the line added last. */
  get lastLine(): number {
    return this.lines.length;
  }

  /** Adds what stands for a line of the file, by its index. */
  add(text: string, origin: number, place: LinePlace = unmoved): void {
    this.lines.push(text);
    this.origins.push(origin);
    this.places.push(place);
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
    const { content, guard, shift, prefixShift } = this.places[line - 1] ?? unmoved;
    if (column > content) return column + shift;
    return column > content - guard ? content + 1 + shift : Math.max(1, column + prefixShift);
  }
}
