/**
 * A regular expression without its assertions, which a generator of strings cannot follow: what it matches is a superset
 * and has to be filtered with the whole expression.
 */
export function withoutAssertions(source: string): string {
  let kept = '';
  for (let at = 0; at < source.length; ) {
    const end = assertionEnd(source, at);
    if (end > at) {
      at = end;
      continue;
    }
    const length = source[at] === '\\' ? 2 : source[at] === '[' ? classLength(source, at) : 1;
    kept += source.slice(at, at + length);
    at += length;
  }
  return kept;
}

/** Where an assertion that begins here ends; the same place where none does. */
function assertionEnd(source: string, start: number): number {
  if (/^\\[bB]/.test(source.slice(start, start + 2))) return start + 2;
  if (!/^\(\?<?[!=]/.test(source.slice(start, start + 4))) return start;
  let depth = 0;
  for (let at = start; at < source.length; ) {
    if (source[at] === '(') depth += 1;
    if (source[at] === ')') depth -= 1;
    at += source[at] === '\\' ? 2 : source[at] === '[' ? classLength(source, at) : 1;
    if (depth === 0) return at;
  }
  return source.length;
}

function classLength(source: string, start: number): number {
  let at = start + 1;
  while (at < source.length && source[at] !== ']') at += source[at] === '\\' ? 2 : 1;
  return at + 1 - start;
}
