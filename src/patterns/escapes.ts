import { type Cursor, fail, take, takeCharacter } from './cursor.js';
import { propertyClass } from './properties.js';

/** What a back-slash and what follows it stand for. */
export type Escape =
  | { readonly kind: 'character'; readonly source: string; readonly letter?: string }
  /** One of several characters, as the content of a class. */
  | { readonly kind: 'set'; readonly content: string }
  | { readonly kind: 'assertion' | 'sequence'; readonly source: string }
  | { readonly kind: 'backreference'; readonly group: number | string };

const horizontal = ' \\t\\xa0\\u1680\\u180e\\u2000-\\u200a\\u202f\\u205f\\u3000';
const notHorizontal =
  '\\0-\\x08\\n-\\x1f!-\\x9f\\xa1-\\u167f\\u1681-\\u180d\\u180f-\\u1fff\\u200b-\\u202e\\u2030-\\u205e\\u2060-\\u2fff\\u3001-\\u{10ffff}';

const set = (content: string): Escape => ({ kind: 'set', content });
const character = (source: string): Escape => ({ kind: 'character', source });
const sequence = (source: string): Escape => ({ kind: 'sequence', source });

/** Escapes of one letter: those that mean the same everywhere, and those that JavaScript spells differently. */
const letters: ReadonlyMap<string, Escape> = new Map([
  ...Array.from('dDwWsS', (letter): [string, Escape] => [letter, set(`\\${letter}`)]),
  ...Array.from('tnrfv', (letter): [string, Escape] => [letter, character(`\\${letter}`)]),
  ['a', character('\\x07')],
  ['e', character('\\x1b')],
  ['h', set(horizontal)],
  ['H', set(notHorizontal)],
  ['N', set('\\0-\\t\\v-\\u{10ffff}')],
  ['V', set('\\0-\\t\\x0e-\\x84\\x86-\\u2027\\u202a-\\u{10ffff}')],
  ['R', sequence('(?:\\r\\n|[\\n-\\r\\x85\\u2028\\u2029])')],
]);

/** Assertions, as they are spelled without the flag `m` and with it. */
const assertions: ReadonlyMap<string, readonly [plain: string, multiline: string]> = new Map([
  ['b', ['\\b', '\\b']],
  ['B', ['\\B', '\\B']],
  ['A', ['^', '(?<![^])']],
  ['z', ['$', '(?![^])']],
  ['Z', ['(?=\\n?$)', '(?=\\n?(?![^]))']],
]);

const numeric =
  /x([0-9A-Fa-f]{2})|x\{([0-9A-Fa-f]+)\}|u([0-9A-Fa-f]{4})|u\{([0-9A-Fa-f]+)\}|N\{U\+([0-9A-Fa-f]+)\}|o\{([0-7]+)\}|(0[0-7]{0,3})/y;
const property = /([pP])(?:\{(\^?)([^{}]+)\}|([A-Za-z]))/y;
const reference = /k<([^>]+)>|k\{([^}]+)\}|k'([^']+)'|g\{([^}]+)\}|g(\d+)|([1-9]\d*)/y;
const control = /c([A-Za-z])/y;

/** Reads what follows a back-slash outside a class; `isMultiline` says whether the flag `m` is set. */
export function readEscape(cursor: Cursor, isMultiline: boolean): Escape {
  if (/^b\{/.test(cursor.text.slice(cursor.at))) fail('\\b{..} has no equal');
  const assertion = assertions.get(cursor.text[cursor.at] ?? '');
  if (assertion) {
    cursor.at++;
    return { kind: 'assertion', source: assertion[isMultiline ? 1 : 0] };
  }
  const found = take(cursor, reference);
  if (!found) return readClassEscape(cursor);
  const group = found.slice(1).find((text) => text !== undefined) ?? '';
  return { kind: 'backreference', group: /^\d+$/.test(group) ? Number(group) : group };
}

/** Reads what follows a back-slash inside a class, where there are no assertions and no references. */
export function readClassEscape(cursor: Cursor): Escape {
  const point = take(cursor, numeric);
  if (point) return numericEscape(point);
  const name = take(cursor, property);
  if (name) {
    const [, letter, caret, long, short = ''] = name;
    return set(propertyClass(long?.trim() ?? short, (letter === 'P') !== (caret === '^')));
  }
  const key = take(cursor, control);
  if (key) return character(`\\c${key[1] ?? ''}`);
  return readLetterEscape(cursor);
}

function numericEscape([, x2, xBraces, u4, uBraces, named, octal, zero]: RegExpExecArray): Escape {
  if (x2) return character(`\\x${x2}`);
  if (u4) return character(`\\u${u4}`);
  const hex = xBraces ?? uBraces ?? named;
  const point = hex ? parseInt(hex, 16) : parseInt(octal ?? zero ?? '', 8);
  if (point > 0x10ffff) fail('a code point beyond Unicode');
  return character(point === 0 ? '\\x00' : `\\u{${point.toString(16)}}`);
}

function readLetterEscape(cursor: Cursor): Escape {
  const letter = takeCharacter(cursor);
  const known = letters.get(letter);
  if (known) return known;
  if (letter === '') fail('it ends in a back-slash');
  if (/[A-Za-z0-9]/.test(letter)) fail(`\\${letter} has no equal`);
  return literal(letter);
}

/** A character that stands for itself. */
export const literal = (letter: string): Escape => ({
  kind: 'character',
  source: /[\^$\\.*+?()[\]{}|/]/.test(letter) ? `\\${letter}` : letter,
  letter,
});
