/** A regular expression of JavaScript. */
export interface Translation {
  readonly source: string;
  readonly flags: string;
}

/** Why a documented pattern cannot be one; a phrase, such as `a class without its closing bracket`. */
export interface Untranslatable {
  readonly problem: string;
}

/** How the time to reject a text can grow with its length. */
export interface Backtracking {
  readonly growth: 'exponential' | 'polynomial';
  /** The part of the expression at fault. */
  readonly part: string;
}
