import type { HouseStyle } from '../base/house-style.js';
import type { Report } from '../diagnostics/report.js';
import type { Fragment } from '../model/fragments.js';

/** A file as it was read. */
export interface Page {
  /** As the user gave it, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

/** A page format. */
export interface Dialect {
  /** As in the configuration's `dialects`. */
  readonly id: string;
  /** One line for people. */
  readonly summary: string;
  /**
   * How sure it is that this page is of its format, from 0 (it is not) to 1; cheap, looks at the text only. The surest
   * dialect reads the page.
   * @param reading what the configuration says of how the guide is written.
   */
  matches(page: Page, reading?: Reading): number;
  /** The surest that it ever is, 1 where absent: it is not asked where another is surer than that. */
  readonly most?: number;
  /** Loads what reads such pages: parsers are large, and most runs meet one format. */
  load(): Promise<PageReader>;
}

/**
 * Gives what the page states; never throws, whatever the page. What it does not understand it reports. Empty where the
 * page turns out to be none of the reference.
 */
export type PageReader = (page: Page, report: Report, guide: Guide) => readonly Fragment[];

/** What a reader may look at beside its page. */
export interface Guide {
  /** The pages of the same run, by their paths, but for those that another dialect is surer of. */
  readonly pages: ReadonlyMap<string, Page>;
  /** What the configuration says about how the guide is written; see `ReadingConfig`. */
  readonly reading: Reading;
}

/** House style as data: words and marks that a guide uses in its own way. */
export type Reading = HouseStyle;
