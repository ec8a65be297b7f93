import type { AST } from '@eslint-community/regexpp';
import type { CharacterElement } from './positions.js';

/** Characters, coarsely: a bit for each of ASCII, and one for all others together. */
export type Characters = bigint;

const others: Characters = 1n << 128n;
const all: Characters = others | (others - 1n);

/** The characters that an element takes; more than these only where it takes some beyond ASCII. */
export function charactersOf(element: CharacterElement, flags: string): Characters {
  // Some letters beyond ASCII have their other case within it.
  if (flags.includes('i') || element.type !== 'CharacterClass') return ofElement(element, flags);
  let characters = 0n;
  for (const inner of element.elements) characters |= ofElement(inner, flags);
  return element.negate ? (all ^ characters) | others : characters;
}

function ofElement(element: CharacterElement | AST.CharacterClassElement, flags: string): Characters {
  if (flags.includes('i')) return tried(element.raw, flags) | others;
  if (element.type === 'Character') return ofRange(element.value, element.value);
  if (element.type === 'CharacterClassRange') return ofRange(element.min.value, element.max.value);
  const isWithinAscii = /^\\[dw]$/.test(element.raw);
  return tried(element.raw, flags) | (isWithinAscii ? 0n : others);
}

const ofRange = (first: number, last: number): Characters =>
  (last < 128 ? 0n : others) |
  (first < 128 ? (2n << BigInt(Math.min(last, 127))) - (1n << BigInt(first)) : 0n);

const known = new Map<string, Characters>();

/** The characters of ASCII that match; kept, for there are few elements that have to be tried. */
function tried(element: string, flags: string): Characters {
  const key = `${flags} ${element}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const expression = new RegExp(`^${element}$`, flags);
  let characters = 0n;
  for (let code = 0; code < 128; code++)
    if (expression.test(String.fromCharCode(code))) characters |= 1n << BigInt(code);
  known.set(key, characters);
  return characters;
}
