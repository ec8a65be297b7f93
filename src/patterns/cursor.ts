/** A place in a pattern that is being read. */
export interface Cursor {
  readonly text: string;
  at: number;
}

export const createCursor = (text: string): Cursor => ({ text, at: 0 });

export const isDone = ({ text, at }: Cursor): boolean => at >= text.length;

/** Whether the rest of the text begins with this. */
export const looksAt = ({ text, at }: Cursor, start: string): boolean => text.startsWith(start, at);

/** Moves past what a sticky expression matches here, and returns the match. */
export function take(cursor: Cursor, expression: RegExp): RegExpExecArray | undefined {
  expression.lastIndex = cursor.at;
  const match = expression.exec(cursor.text);
  if (!match) return undefined;
  cursor.at += match[0].length;
  return match;
}

/** Moves past one code point and returns it; an empty text at the end. */
export function takeCharacter(cursor: Cursor): string {
  const point = cursor.text.codePointAt(cursor.at);
  const character = point === undefined ? '' : String.fromCodePoint(point);
  cursor.at += character.length;
  return character;
}

/** Thrown while a pattern is read that has no equal in JavaScript. It does not leave this folder. */
export class PatternProblem extends Error {
  override readonly name = 'PatternProblem';
}

/** @param reason a phrase, such as `a class without its closing bracket`. */
export function fail(reason: string): never {
  throw new PatternProblem(reason);
}
