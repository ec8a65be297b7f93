/** The flags in force at a place of a pattern. */
export interface Scope {
  readonly ignoreCase: boolean;
  readonly multiline: boolean;
  readonly dotAll: boolean;
  /** White space and comments mean nothing. */
  readonly extended: boolean;
}

export const noFlags: Scope = { ignoreCase: false, multiline: false, dotAll: false, extended: false };

const lineEnd = '\\n\\r\\u2028\\u2029';

/** What `.`, `^` and `$` are where the expression as a whole has other flags than this place. */
export function dot(scope: Scope, whole: Scope): string {
  if (scope.dotAll === whole.dotAll) return '.';
  return scope.dotAll ? '[^]' : `[^${lineEnd}]`;
}

export function start(scope: Scope, whole: Scope): string {
  if (scope.multiline === whole.multiline) return '^';
  return scope.multiline ? `(?<![^${lineEnd}])` : '(?<![^])';
}

export function end(scope: Scope, whole: Scope): string {
  if (scope.multiline === whole.multiline) return '$';
  return scope.multiline ? `(?![^${lineEnd}])` : '(?![^])';
}
