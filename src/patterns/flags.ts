import { fail } from './cursor.js';

/** The flags in force at a place of a pattern. */
export interface Scope {
  readonly ignoreCase: boolean;
  readonly multiline: boolean;
  readonly dotAll: boolean;
  /** White space and comments mean nothing. */
  readonly extended: boolean;
}

export const noFlags: Scope = { ignoreCase: false, multiline: false, dotAll: false, extended: false };

/**
 * The inline flags of Java, .NET, Python and PCRE. Those that change what `\w` and the like mean have no effect here:
 * these classes mean what they mean in JavaScript.
 */
const effects: ReadonlyMap<string, Partial<Scope>> = new Map<string, Partial<Scope>>([
  ['i', { ignoreCase: true }],
  ['m', { multiline: true }],
  ['s', { dotAll: true }],
  ['x', { extended: true }],
  ['n', {}],
  ['u', {}],
  ['a', {}],
]);

export function withFlags(scope: Scope, on: string, off: string): Scope {
  let changed: Scope = scope;
  for (const flag of on) changed = { ...changed, ...effectOf(flag) };
  for (const flag of off) {
    const cleared = Object.keys(effectOf(flag)).map((name) => [name, false] as const);
    changed = { ...changed, ...Object.fromEntries(cleared) };
  }
  return changed;
}

const effectOf = (flag: string): Partial<Scope> =>
  effects.get(flag) ?? fail(`the inline flag ${flag} has no equal`);

const lineEnd = '\\n\\r\\u2028\\u2029';

/** `.` where other flags are in force than those of the whole expression. */
export function dot(scope: Scope, whole: Scope): string {
  if (scope.dotAll === whole.dotAll) return '.';
  return scope.dotAll ? '[^]' : `[^${lineEnd}]`;
}

/** The same for `^`. */
export function start(scope: Scope, whole: Scope): string {
  if (scope.multiline === whole.multiline) return '^';
  return scope.multiline ? `(?<![^${lineEnd}])` : '(?<![^])';
}

/** The same for `$`. */
export function end(scope: Scope, whole: Scope): string {
  if (scope.multiline === whole.multiline) return '$';
  return scope.multiline ? `(?![^${lineEnd}])` : '(?![^])';
}

/**
 * A letter or a range as it stands in a class, with the other case beside it: `a-f` gives `a-fA-F`. Only ASCII letters
 * are known.
 * @param source how the letter or range is spelled.
 * @param letters the characters themselves.
 */
export function bothCases(source: string, letters: string): string {
  const range = /^(?:([a-z])(?:-([a-z]))?|([A-Z])(?:-([A-Z]))?)$/.exec(letters);
  if (range) return `${source}${letters.replace(/[A-Za-z]/g, otherCase)}`;
  if (/[A-Za-z]|[^\x20-\x7e]/.test(letters) || letters === '' || letters === '-')
    fail('a case that is ignored in a part only');
  return source;
}

const otherCase = (letter: string): string =>
  letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase();
