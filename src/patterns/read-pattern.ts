import { readClass } from './classes.js';
import { type Cursor, fail, isDone, looksAt, take, takeCharacter } from './cursor.js';
import { type Escape, literal, readEscape } from './escapes.js';
import { tooDeep } from './expression.js';
import { bothCases, dot, end, type Scope, start } from './flags.js';
import { type Opening, readOpening } from './groups.js';

/** Text of the translation, or a reference to a group by its number in the original. */
export type Piece = string | { readonly group: number };

/** The state of reading a pattern. */
export interface Reading {
  readonly cursor: Cursor;
  /** The flags of the translation. */
  readonly whole: Scope;
  /** The number in the translation of each group of the original, in order. */
  readonly groups: number[];
  /** The number of groups in the translation so far. */
  captured: number;
  /** The number of groups that the translation adds. */
  added: number;
  depth: number;
  /** The number of look-behinds around this place. They match backwards. */
  lookbehinds: number;
}

interface Atom {
  readonly pieces: readonly Piece[];
  /** An assertion matches a place, not characters: repeating it changes nothing. */
  readonly kind: 'atom' | 'assertion' | 'quantified';
}

const atom = (...pieces: readonly Piece[]): Atom => ({ pieces, kind: 'atom' });
const assertion = (...pieces: readonly Piece[]): Atom => ({ pieces, kind: 'assertion' });

const maxDepth = 200;

/** Reads alternatives up to a closing bracket or the end. */
export function readAlternatives(reading: Reading, scope: Scope): readonly Piece[] {
  if (reading.depth++ > maxDepth) fail(tooDeep);
  const { cursor } = reading;
  const pieces: Piece[] = [];
  let inner = scope;
  while (!isDone(cursor) && !looksAt(cursor, ')')) {
    if (looksAt(cursor, '|')) pieces.push(takeCharacter(cursor));
    else if (!skipped(cursor, inner)) inner = readTerm(reading, inner, pieces);
  }
  reading.depth--;
  return pieces;
}

/** Moves past white space and comments where they mean nothing. */
const skipped = (cursor: Cursor, scope: Scope): boolean =>
  scope.extended && take(cursor, /\s+|#[^\n]*/y) !== undefined;

/** Reads one atom with its quantifiers, or inline flags; returns the flags in force after it. */
function readTerm(reading: Reading, scope: Scope, pieces: Piece[]): Scope {
  const { cursor } = reading;
  if (looksAt(cursor, '(')) {
    cursor.at++;
    const opening = readOpening(cursor, scope);
    if (opening.kind === 'flags') return opening.scope;
    if (opening.kind === 'comment') return scope;
    pieces.push(...readQuantified(reading, scope, () => readGroup(reading, opening, scope)));
  } else pieces.push(...readQuantified(reading, scope, () => readAtom(reading, scope)));
  return scope;
}

function readGroup(
  reading: Reading,
  opening: Exclude<Opening, { kind: 'flags' | 'comment' }>,
  scope: Scope,
): Atom {
  switch (opening.kind) {
    case 'lookaround':
      return readLookaround(reading, opening.source, scope);
    case 'reference':
      return atom(`\\k<${opening.name}>`);
    case 'atomic':
      return readAtomic(reading, scope);
    case 'group':
      if (opening.captures) reading.groups.push(++reading.captured);
      return atom(opening.source, ...readAlternatives(reading, opening.scope), closing(reading));
  }
}

function closing({ cursor }: Reading): string {
  if (!looksAt(cursor, ')')) fail('a group without its closing bracket');
  return takeCharacter(cursor);
}

function readLookaround(reading: Reading, opening: string, scope: Scope): Atom {
  const change = opening.startsWith('(?<') ? 1 : 0;
  reading.lookbehinds += change;
  const pieces = readAlternatives(reading, scope);
  reading.lookbehinds -= change;
  return assertion(opening, ...pieces, closing(reading));
}

function readAtomic(reading: Reading, scope: Scope): Atom {
  reading.captured++;
  const pieces = readAlternatives(reading, scope);
  closing(reading);
  return possessive(reading, pieces);
}

/** A group that never gives back what it matched, made of a look-ahead, which does not either. */
function possessive(reading: Reading, pieces: readonly Piece[]): Atom {
  if (reading.lookbehinds > 0) fail('a possessive group in a look-behind');
  const name = `atomic${String(++reading.added)}`;
  return atom(`(?:(?=(?<${name}>`, ...pieces, `))\\k<${name}>)`);
}

const quantifier = /([*+?]|\{(\d*)(?:(,)(\d*))?\})([?+]?)/y;

/** Reads an atom and the quantifiers after it. */
function readQuantified(reading: Reading, scope: Scope, read: () => Atom): readonly Piece[] {
  const before = { groups: reading.groups.length };
  let current = read();
  for (;;) {
    while (skipped(reading.cursor, scope));
    const start = reading.cursor.at;
    const found = take(reading.cursor, quantifier);
    if (!found || found[1] === '{}' || found[1] === '{,}') {
      reading.cursor.at = start;
      return current.pieces;
    }
    current = quantified(current, found, () => shiftGroups(reading, before));
  }
}

/** Renumbers the groups that were read since, as a new group opens before them. */
function shiftGroups(reading: Reading, before: { readonly groups: number }): Reading {
  reading.captured++;
  for (let at = before.groups; at < reading.groups.length; at++)
    reading.groups[at] = (reading.groups[at] ?? 0) + 1;
  return reading;
}

function quantified(current: Atom, found: RegExpExecArray, makeRoom: () => Reading): Atom {
  const [, times = '', min, comma, max, suffix = ''] = found;
  const isOptional = times === '*' || times === '?' || (min !== undefined && Number(min) === 0);
  if (current.kind === 'assertion') return isOptional ? assertion('') : current;
  const spelled = times.startsWith('{') ? `{${min || '0'}${comma ?? ''}${max ?? ''}}` : times;
  const single = current.kind === 'quantified' ? ['(?:', ...current.pieces, ')'] : current.pieces;
  if (suffix === '+') return possessive(makeRoom(), [...single, spelled]);
  return { pieces: [...single, `${spelled}${suffix}`], kind: 'quantified' };
}

function readAtom(reading: Reading, scope: Scope): Atom {
  const { cursor, whole } = reading;
  const letter = takeCharacter(cursor);
  switch (letter) {
    case '\\':
      return escapeAtom(readEscape(cursor, whole.multiline), scope, whole);
    case '[':
      return atom(readClass(cursor, scope.ignoreCase && !whole.ignoreCase));
    case '.':
      return atom(dot(scope, whole));
    case '^':
      return assertion(start(scope, whole));
    case '$':
      return assertion(end(scope, whole));
    case '*':
    case '+':
    case '?':
      return fail(`nothing for ${letter} to repeat`);
    default:
      return letterAtom(literal(letter), scope, whole);
  }
}

function escapeAtom(escape: Escape, scope: Scope, whole: Scope): Atom {
  switch (escape.kind) {
    case 'character':
      return letterAtom(escape, scope, whole);
    case 'set':
      return atom(
        /^\\(?:[dDwWsS]|[pP]\{[^}]+\})$/.test(escape.content) ? escape.content : `[${escape.content}]`,
      );
    case 'assertion':
      return assertion(escape.source);
    case 'sequence':
      return atom(escape.source);
    case 'backreference':
      return atom(typeof escape.group === 'string' ? `\\k<${escape.group}>` : { group: escape.group });
  }
}

function letterAtom(escape: Escape, scope: Scope, whole: Scope): Atom {
  if (escape.kind !== 'character') return fail('no character');
  if (!scope.ignoreCase || whole.ignoreCase) return atom(escape.source);
  const both = bothCases(escape.source, escape.letter ?? '');
  return atom(both === escape.source ? both : `[${both}]`);
}
