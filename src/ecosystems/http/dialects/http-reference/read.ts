import { startOf } from '../../../../diagnostics/position.js';
import type { Fragment, OtherFragment } from '../../../../model/fragments.js';
import type { PageReader } from '../../../dialect.js';
import { callOf } from './calls/call-operation.js';
import { ownSites } from './foreign-hosts.js';
import { findRequests } from './find-requests.js';
import { coverForms, coverLines } from './page-lines.js';
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
  if (guideContext.isPart(page)) return [partOfOthers(context)];
  for (const { kind, path, source } of analysis.missing) report(`include-${kind}`, { path }, source);
  const operations = ownSites(context).flatMap((site) =>
    site.call === undefined ? operationsOf(site, context) : callOf(site, site.call, context),
  );
  const definitions = analysis.definitions.flatMap((definition) => fragmentOf(definition, context) ?? []);
  const facts = guideFacts(context);
  // Last, as everything before may describe objects of its own.
  const fragments: readonly Fragment[] = [...operations, ...definitions, ...context.extra, ...facts];
  if (fragments.length === 0) return withoutFacts(context);
  const lines = coverLines(context);
  return fragments.map((fragment, at) => (at === 0 ? { ...fragment, lines } : fragment));
};

/** What stands in other pages is read there; only how much it can state is known here. */
const partOfOthers = (context: PageContext): OtherFragment => ({
  ...nothingIn(context),
  lines: coverLines({ ...context, report: () => undefined }),
});

/**
 * Guides have pages that only explain. One that shows a call is told apart: it may be all that there is of a reference. One
 * that lists request lines with something else, as news do, is none of the reference.
 */
function withoutFacts(context: PageContext): readonly OtherFragment[] {
  const { outline } = context.analysis;
  const { guide, report } = context;
  const other = nothingIn(context);
  const { name: title, source } = other;
  if (mentionsRequests(outline)) return [];
  const call = findRequests(outline, guide.style.reading).find(({ example }) => example);
  if (call)
    report('example-call', { request: `${call.line.methods[0] ?? ''} ${call.line.path}` }, call.source);
  else report('page-without-facts', { title }, source);
  return [{ ...other, lines: coverForms(context) }];
}

const nothingIn = ({ analysis: { page, outline } }: PageContext): OtherFragment => ({
  kind: 'other',
  name: outline.root.children[0]?.title ?? outline.root.title,
  lists: [],
  page: page.path,
  lines: 0,
  source: outline.root.children[0]?.heading?.source ?? startOf(page.path),
  known: 'stated',
});

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
