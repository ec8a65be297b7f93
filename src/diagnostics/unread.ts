import type { HouseStyle } from '../base/house-style.js';

/** In what form something stands that was not understood, and the `reading` of a configuration that would teach it. */
export interface Unread {
  /** Such as `table with the heads "Feld", "Typ"`; the same for all that stands in one form. */
  readonly form: string;
  /** A guess, by what stands there: to be looked at. */
  readonly reading?: HouseStyle;
}
