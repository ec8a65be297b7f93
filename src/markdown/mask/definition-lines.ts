import type { Scan } from '../scan/scanner.js';
import type { MaskedText } from './masked-text.js';

const DETAILS = /^:[ \t]+\S/;

/** What no term of a definition list begins with. */
const NO_TERM = /^(?:#|>|\||`{3}|~{3})/;

/**
 * Finds definition lists (`term`, and `: details` below it) and makes of the details what every parser knows: a list item.
 */
export class DefinitionLines {
  /** Lines of the masked text, from 1. */
  readonly found = new Set<number>();
  /** What the last line of text was. */
  private last: 'term' | 'details' | undefined;

  private readonly scan: Scan;

  constructor(scan: Scan) {
    this.scan = scan;
  }

  /** A line that is no text; a blank one changes nothing. */
  leave(blank: boolean): void {
    if (!blank) this.last = undefined;
  }

  /** A line of text as it goes into the masked text, behind the column where it begins. */
  mark(line: number, column: number, content: string, masked: MaskedText): string {
    if (this.last !== undefined && DETAILS.test(content)) {
      this.last = 'details';
      this.found.add(masked.lastLine + 1);
      return `+${content.slice(1)}`;
    }
    const entry = this.last === 'details' && this.beginsEntry(line);
    if (entry) masked.add('', line);
    const goesOn = this.last === 'details' && !entry && (column > 1 || masked.line(masked.lastLine) !== '');
    if (this.scan.items[line] || NO_TERM.test(content))
      this.last = goesOn && column > 1 ? 'details' : undefined;
    else if (!goesOn) this.last = 'term';
    return content;
  }

  /** A term may follow the details of the one before without a blank line between. */
  private beginsEntry(line: number): boolean {
    return DETAILS.test((this.scan.source.lines[line + 1] ?? '').trimStart());
  }
}
