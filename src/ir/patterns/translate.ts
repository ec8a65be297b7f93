/** A regular expression of JavaScript. */
export interface Translation {
  readonly source: string;
  readonly flags: string;
}

/** Why a documented pattern cannot be one. */
export interface Untranslatable {
  readonly problem: string;
}

/** The JavaScript expression, under the `u` flag, that means what the documented pattern means. */
export function translatePattern(pattern: string): Translation | Untranslatable {
  try {
    new RegExp(pattern, 'u');
    return { source: pattern, flags: 'u' };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}
