import type { Fragment } from '../../../../model/fragments.js';
import type { PageReader } from '../../../dialect.js';
import { reportUnread, linesThatState } from './page-lines.js';
import { contextOf } from './guide-context.js';
import { guideFacts } from './guide-facts.js';
import { fragmentOf } from './objects.js';
import { operationsOf } from './operation.js';
import { pageContext } from './page-context.js';

/** Reads a page of a hand-written reference: its operations, the objects and lists of values, what holds for the guide. */
export const read: PageReader = (page, report, guide) => {
  const guideContext = contextOf(guide);
  const analysis = guideContext.analysisOf(page);
  const context = pageContext(analysis, guideContext, report);
  const operations = analysis.sites.flatMap((site) => operationsOf(site, context));
  const definitions = analysis.definitions.flatMap((definition) => fragmentOf(definition, context) ?? []);
  const facts = guideFacts(context);
  const fragments: readonly Fragment[] = [...operations, ...definitions, ...context.extra, ...facts];
  if (fragments.length === 0) return [];
  const lines = linesThatState(analysis.outline, context);
  reportUnread(analysis.outline, context);
  return fragments.map((fragment, at) => (at === 0 ? { ...fragment, lines } : fragment));
};
