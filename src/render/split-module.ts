/** In UTF-16 code units. A formatter takes about thirty times the memory of what it is given. */
const long = 65_536;

/** Between the end of a declaration and an exported one, with its comment. */
const seam = /(?<=[;}])\n{2,}(?=(?:\/\*\*(?:(?!\*\/)[^])*\*\/\n)?export )/gu;

/**
 * A module in pieces, cut where an empty line stands before an exported declaration, each at least so long that there
 * are few of them. Printed by themselves, and joined with an empty line, they are what the whole is.
 */
export function modulePieces(code: string): readonly string[] {
  const pieces: string[] = [];
  let from = 0;
  while (code.length - from > long) {
    seam.lastIndex = from + long;
    const found = seam.exec(code);
    if (!found) break;
    pieces.push(code.slice(from, found.index));
    from = found.index + found[0].length;
  }
  return [...pieces, code.slice(from)];
}
