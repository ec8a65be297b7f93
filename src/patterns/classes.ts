import { type Cursor, fail, isDone, looksAt, take, takeCharacter } from './cursor.js';
import { readClassEscape } from './escapes.js';
import { bothCases } from './flags.js';
import { posixClass } from './properties.js';

/** A part of a class. */
interface Item {
  readonly source: string;
  /** The character itself, where it is not spelled as an escape. */
  readonly letter?: string;
  /** One character can begin or end a range. */
  readonly isCharacter: boolean;
}

const posixName = /\[:(\^?)(\w+):\]/y;

/**
 * Reads a class after its opening bracket: ranges, escapes, POSIX classes, and the intersections of Java, which become a
 * look-ahead.
 */
export function readClass(cursor: Cursor, ignoresCase: boolean): string {
  const isNegated = looksAt(cursor, '^');
  if (isNegated) cursor.at++;
  const operands = readOperands(cursor, ignoresCase);
  const [first = '', ...others] = operands;
  if (others.length === 0) return isNegated ? `[^${first}]` : `[${first}]`;
  const all = [...others.map((operand) => `(?=${bracketed(operand)})`), bracketed(first)].join('');
  return isNegated ? `(?:(?!${all})[^])` : `(?:${all})`;
}

const bracketed = (operand: string): string => (operand.startsWith('[') ? operand : `[${operand}]`);

/** The parts of an intersection; a single one if the class is none. */
function readOperands(cursor: Cursor, ignoresCase: boolean): readonly string[] {
  const operands: string[] = [];
  let content = '';
  for (let isFirst = true; ; isFirst = false) {
    if (isDone(cursor)) fail('a class without its closing bracket');
    if (looksAt(cursor, ']') && !isFirst) break;
    if (looksAt(cursor, '&&[')) {
      cursor.at += 2;
      operands.push(content);
      content = readNested(cursor, ignoresCase);
    } else content += readRange(cursor, ignoresCase);
  }
  cursor.at++;
  return [...operands, content];
}

function readNested(cursor: Cursor, ignoresCase: boolean): string {
  cursor.at++;
  const nested = readClass(cursor, ignoresCase);
  if (!looksAt(cursor, ']') && !looksAt(cursor, '&&[')) fail('a class within a class');
  return nested;
}

function readRange(cursor: Cursor, ignoresCase: boolean): string {
  const first = readItem(cursor);
  if (!isRange(cursor)) return first.isCharacter ? oneOf(first, ignoresCase) : first.source;
  if (!first.isCharacter) {
    cursor.at++;
    return `${first.source}\\-`;
  }
  const start = cursor.at;
  cursor.at++;
  const last = readItem(cursor);
  if (!last.isCharacter) {
    cursor.at = start + 1;
    return `${oneOf(first, ignoresCase)}\\-`;
  }
  const range = `${first.source}-${last.source}`;
  return ignoresCase ? bothCases(range, `${first.letter ?? ''}-${last.letter ?? ''}`) : range;
}

const isRange = (cursor: Cursor): boolean =>
  looksAt(cursor, '-') &&
  !looksAt(cursor, '-]') &&
  !looksAt(cursor, '-&&[') &&
  cursor.at + 1 < cursor.text.length;

const oneOf = ({ source, letter }: Item, ignoresCase: boolean): string =>
  ignoresCase ? bothCases(source, letter ?? '') : source;

function readItem(cursor: Cursor): Item {
  const posix = take(cursor, posixName);
  if (posix) return { source: posixClass(posix[2] ?? '', posix[1] === '^'), isCharacter: false };
  const letter = takeCharacter(cursor);
  if (letter !== '\\')
    return { source: /[\][]/.test(letter) ? `\\${letter}` : letter, letter, isCharacter: true };
  if (looksAt(cursor, 'b')) {
    cursor.at++;
    return { source: '\\b', isCharacter: true };
  }
  const escape = readClassEscape(cursor);
  if (escape.kind === 'set') return { source: escape.content, isCharacter: false };
  if (escape.kind !== 'character') fail('an escape that stands for more than one character, in a class');
  return { isCharacter: true, ...escape, source: escape.letter === '-' ? '\\-' : escape.source };
}
