import { fail } from './problem.js';

const other = (letter: string): string =>
  letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase();

/**
 * A letter or a range as it stands in a class, with the other case beside it: `a-f` gives `a-fA-F`. Only ASCII letters
 * are known; `source` is how it was spelled, `letters` the characters themselves.
 */
export function bothCases(source: string, letters: string): string {
  const range = /^(?:([a-z])(?:-([a-z]))?|([A-Z])(?:-([A-Z]))?)$/.exec(letters);
  if (range) return `${source}${letters.replace(/[A-Za-z]/g, other)}`;
  if (/[A-Za-z]|[^\x20-\x7e]/.test(letters) || letters === '' || letters === '-')
    fail('a case that is ignored in a part only');
  return source;
}
