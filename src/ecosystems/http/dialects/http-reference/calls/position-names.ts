import { codesIn, plain, type Phrase } from '../phrase.js';

/** Words before a name that say what kind of value it is. */
const LITTLE =
  /^(?:an?|the|this|its|some|integer|string|boolean|number|hex|hexadecimal|null|optional|required|encoded|int|list|array|object|new|current|given|one|\d+|byte|bytes|of|number)$/i;
/** Words behind a name that tell more of it. */
const ENDS =
  /^(?:of|to|in|for|from|that|which|or|and|where|when|with|is|are|as|at|on|by|you|we|it|see|will|must|can|may|used|encoded|indicating|specific|corresponding|initially|available|retrieved|passed|if|json|string|number)$/i;
/** A sentence about a case names nothing. */
const CASE = /^(?:if|when|whether|true|false|\W*(?:true|false)\b)/i;

/** A name for the parameter at a position, made of what is said of it: `hash of a block` gives `hash`; else its number. */
export function nameOfPosition(description: Phrase, at: number, taken: Set<string>): string {
  const name = nameFrom(description) ?? `param${String(at + 1)}`;
  let free = name;
  for (let number = 2; taken.has(free); number += 1) free = `${name}${String(number)}`;
  taken.add(free);
  return free;
}

function nameFrom(description: Phrase): string | undefined {
  const said = plain(description.text).replace(/^\([^()]{0,60}\)\s*/, '');
  if (CASE.test(said)) return undefined;
  for (const piece of said.split(/[,.;:(–—]| - /, 3)) {
    const name = nameIn(piece);
    if (name !== undefined) return name;
  }
  return codesIn(description.text)[0]?.match(/^[a-z]\w{1,30}$/i)?.[0];
}

function nameIn(beginning: string): string | undefined {
  const words: string[] = [];
  for (const word of beginning.split(/[^\p{L}\p{N}'’]+/u).slice(0, 10)) {
    const bare = word.replace(/['’].*$/, '');
    if (bare === '' || (words.length === 0 && LITTLE.test(bare))) continue;
    if (ENDS.test(bare) || words.length === 3) break;
    words.push(bare.toLowerCase());
  }
  const [first, ...others] = words;
  if (first === undefined || !/^[a-z]/.test(first)) return undefined;
  return first + others.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
}
