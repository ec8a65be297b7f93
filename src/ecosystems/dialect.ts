import type { Report } from '../diagnostics/report.js';
import type { Fragment } from '../model/fragments.js';

/** A file as it was read. */
export interface Page {
  /** As the user gave it, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

/** A page format. A new one is a folder beside this file and a line in `registry.ts`. */
export interface Dialect {
  readonly id: string;
  /** One line for people. */
  readonly summary: string;
  /** True when this page is of this format; cheap, looks at the text only. */
  matches(page: Page): boolean;
  /** Loads what reads such pages: parsers are large, and most runs meet one format. */
  load(): Promise<PageReader>;
}

/** Gives what the page states; never throws, whatever the page. What it does not understand it reports. */
export type PageReader = (page: Page, report: Report) => readonly Fragment[];
