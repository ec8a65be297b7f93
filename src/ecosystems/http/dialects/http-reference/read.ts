import type { Fragment, OtherFragment } from '../../../../model/fragments.js';
import type { PageReader } from '../../../dialect.js';
import { ownSites } from './foreign-hosts.js';
import { findRequests } from './find-requests.js';
import { coverLines } from './page-lines.js';
import { contextOf } from './guide-context.js';
import { guideFacts } from './guide-facts.js';
import { fragmentOf } from './objects.js';
import { operationsOf } from './operation.js';
import { pageContext, type PageContext } from './page-context.js';
import { partialOf } from './partial-shapes.js';
import { parseRequestLine } from './request-line.js';
import { withDescendants, type PageOutline } from './sections.js';

/** Reads a page of a hand-written reference: its operations, the objects and lists of values, what holds for the guide. */
export const read: PageReader = (page, report, guide) => {
  const guideContext = contextOf(guide);
  const analysis = guideContext.analysisOf(page);
  const context = pageContext(analysis, guideContext, report, partialOf);
  const operations = ownSites(context).flatMap((site) => operationsOf(site, context));
  const definitions = analysis.definitions.flatMap((definition) => fragmentOf(definition, context) ?? []);
  const fragments: readonly Fragment[] = [
    ...operations,
    ...definitions,
    ...context.extra,
    ...guideFacts(context),
  ];
  if (fragments.length === 0) return withoutFacts(context);
  const lines = coverLines(context);
  return fragments.map((fragment, at) => (at === 0 ? { ...fragment, lines } : fragment));
};

/**
 * Guides have pages that only explain. One that shows a call is told apart: it may be all that there is of a reference. One
 * that lists request lines with something else, as news do, is none of the reference.
 */
function withoutFacts({ analysis: { page, outline }, guide, report }: PageContext): readonly OtherFragment[] {
  const source = outline.root.children[0]?.heading?.source ?? {
    file: page.path,
    line: 1,
    column: 1,
    endLine: 1,
    endColumn: 1,
  };
  const title = outline.root.children[0]?.title ?? outline.root.title;
  if (mentionsRequests(outline)) return [];
  const call = findRequests(outline, guide.style.reading).find(({ example }) => example);
  if (call)
    report('example-call', { request: `${call.line.methods[0] ?? ''} ${call.line.path}` }, call.source);
  else report('page-without-facts', { title }, source);
  return [{ kind: 'other', name: title, lists: [], page: page.path, lines: 0, source, known: 'stated' }];
}

/** Rows and items that begin with a request line and go on in words. */
const mentionsRequests = ({ root }: PageOutline): boolean =>
  [...withDescendants(root)].some(({ items }) =>
    items.some(({ block }) => {
      const texts =
        block.kind === 'list'
          ? block.items.map(({ inline }) => inline?.text ?? '')
          : block.kind === 'table'
            ? block.rows.map(({ cells }) => cells[0]?.inline.text ?? '')
            : [];
      return texts.some((text) => parseRequestLine(text) !== undefined);
    }),
  );
