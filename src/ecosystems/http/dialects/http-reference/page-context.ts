import type { Report } from '../../../../diagnostics/report.js';
import type { Fragment } from '../../../../model/fragments.js';
import type { FoundDefinition, GuideContext, PageAnalysis } from './guide-context.js';
import type { OwnWords } from './type-phrase.js';
import { LineBook } from './line-book.js';

/** What the reading of one page needs and gathers. */
export interface PageContext {
  readonly analysis: PageAnalysis;
  readonly guide: GuideContext;
  readonly report: Report;
  /** Structures and lists of values that are described where they are used. */
  readonly extra: Fragment[];
  readonly lines: LineBook;
  /** Makes a structure with the members of another one, none of which must be there, and gives its id. */
  readonly partialOf: PartialMaker;
}

export type PartialMaker = (found: FoundDefinition, page: PageContext) => string;

export const pageContext = (
  analysis: PageAnalysis,
  guide: GuideContext,
  report: Report,
  partialOf: PartialMaker,
): PageContext => ({
  analysis,
  guide,
  report,
  extra: [],
  lines: new LineBook(),
  partialOf,
});

export const typeWords = ({ guide }: PageContext): OwnWords => guide.style.types;

/** What a link of this page leads to. */
export const definitionAt = ({ analysis, guide }: PageContext, url: string): FoundDefinition | undefined =>
  guide.definitionAt(analysis.page, url);
