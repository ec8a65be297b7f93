import type { SourceRange } from '../../../../diagnostics/position.js';
import type { Block, Inline, InlineSpan } from '../../../../markdown/blocks.js';
import type { Server } from '../../../../model/model.js';
import { distinctBy, groupBy } from '../../../../base/group-by.js';
import { messagesIn } from './calls/shown-messages.js';
import { parseCurl } from './curl.js';
import { normalizeLabels } from './path-labels.js';
import type { OperationSite } from './operation-sites.js';
import type { PageAnalysis } from './guide-context.js';
import type { PageContext } from './page-context.js';
import { wordsAround } from './places.js';
import { withDescendants, type Item, type Section } from './sections.js';

/** Where requests go: what sections and sentences about it say, then whole addresses of request lines, at last examples. */
export function serversIn(page: PageContext): readonly Server[] {
  const called = calledServers(page);
  if (called) return called;
  const stated = statedServers(page.analysis);
  const inLines = page.guide.printsAddresses() ? serversOfRequests(page.analysis) : [];
  for (const { source } of stated) page.lines.take(source);
  return stated.length > 0 ? stated : inLines.length > 0 ? inLines : distinct(inExamples(page));
}

/** Where methods that are called by their names are: before the name in the URL, or where messages are sent to. */
function calledServers(page: PageContext): readonly Server[] | undefined {
  const calls = page.guide.calls();
  if (!calls) return undefined;
  if (calls.kind === 'path')
    return calls.source.file === page.analysis.page.path ? [server(calls.url, calls.source)] : [];
  const stated = statedServers(page.analysis);
  if (stated.length > 0) return stated;
  return distinct(
    [...withDescendants(page.analysis.outline.root)].flatMap(({ items }) =>
      items.flatMap(({ block }) => {
        const line = block.kind === 'code' ? parseCurl(block.text)?.line : undefined;
        const isCall = block.kind === 'code' && messagesIn(block).length > 0;
        return line?.server !== undefined && isCall
          ? [server(line.server + line.path, block.source, 'example')]
          : [];
      }),
    ),
  );
}

export const statedServers = ({ outline }: PageAnalysis): readonly Server[] =>
  distinct(
    [...withDescendants(outline.root)].flatMap(({ items }) =>
      items.flatMap((item) => inItem(item, outline.root)),
    ),
  );

/** Whole addresses of request lines. */
export const serversOfRequests = ({ sites }: PageAnalysis): readonly Server[] =>
  distinct(
    sites.flatMap(({ requests }) =>
      requests.flatMap(({ line, source, example }) =>
        line.server !== undefined && !example ? [server(line.server, source, 'syntax')] : [],
      ),
    ),
  );

const TITLE =
  /^(?:the )?(?:api |rest |http |default |root )*(?:base ?(?:url|uri|path|endpoint|address)s?|root (?:url|endpoint)|(?:api )?(?:host|server|root|endpoint)s?(?: url)?|endpoints? url|service (?:url|endpoint)|url|schema|environments?)$/i;
const SENTENCE =
  /\b(?:base ?(?:url|uri|endpoint|address|path)s?|root (?:url|endpoint)|(?:all|every) (?:api )?(?:requests?|paths?|urls?|endpoints?|calls?|access)\b[^.]{0,60}\b(?:relative|prefixed|start|begin|sent|made|accessed|accessible|over|against)|(?:api|server|service) (?:is )?(?:available|accessible|reachable|served|hosted|located|lives|listens|runs|running) (?:at|from|on|under)|requests (?:are|must be|should be) (?:sent|made) to)\b/i;

/** A block below words that say so, or a sentence that does. */
function inItem(item: Item, root: Section): readonly Server[] {
  const titled = [...wordsAround(item, root)]
    .slice(0, 2)
    .some((words) => TITLE.test(words.replace(/[:*`]/g, '').trim()));
  const { block } = item;
  if (block.kind === 'code')
    return (titled || (item.lead !== undefined && SENTENCE.test(item.lead.text))) &&
      isAddressAlone(block.text)
      ? urlsIn(block.text).map((url) => server(url, block.source))
      : [];
  return linesOf(block).flatMap((inline) =>
    titled || SENTENCE.test(inline.text) ? urlsOf(inline).map((url) => server(url, inline.source)) : [],
  );
}

/** An address a line, with nothing around it. */
const isAddressAlone = (text: string): boolean =>
  text
    .trim()
    .split('\n')
    .every((line) => !/\S\s+\S/.test(line.trim()));

/** The lines of a paragraph or list; what stands below an item belongs to its words. */
function linesOf(block: Block): readonly Inline[] {
  if (block.kind === 'paragraph') return [block.inline];
  if (block.kind !== 'list') return [];
  return block.items.flatMap((item) => {
    const [inline] = item.inline ? [item.inline] : [];
    if (!inline) return [];
    const below = SENTENCE.test(inline.text)
      ? item.blocks
          .slice(1)
          .flatMap((inner) => (inner.kind === 'list' ? inner.items.flatMap((one) => one.inline ?? []) : []))
      : [];
    return [inline, ...below.map((one) => ({ ...one, text: `base url ${one.text}` }))];
  });
}

const ADDRESS = /^(?:https?:\/\/|[<{]{1,2}[\w -]+[>}]{1,2}(?:\/|\.))[^\s"'`]+$/;

/** Whole addresses of a text, without what a sentence puts behind them. */
const urlsIn = (text: string): readonly string[] =>
  text.split(/[\s"'`]+/).flatMap((word) => {
    const url = word.replace(/^[([]|[.,;:)\]]+$/g, '');
    return ADDRESS.test(url) ? [url] : [];
  });

/** Addresses in code, links and words; a link to another page of documentation is none. */
function urlsOf(inline: Inline): readonly string[] {
  return inline.spans.flatMap(function ofSpan(span: InlineSpan): readonly string[] {
    if (span.kind === 'code') return urlsIn(span.text);
    if (span.kind === 'link')
      return /^https?:\/\//.test(span.text.trim()) ? urlsIn(span.text) : span.children.flatMap(ofSpan);
    if (span.kind === 'strong' || span.kind === 'emphasis') return span.children.flatMap(ofSpan);
    return span.kind === 'text' ? urlsIn(span.text).filter((url) => /^https?:/.test(url)) : [];
  });
}

function server(address: string, source: SourceRange, known: Server['known'] = 'stated'): Server {
  const [, scheme = 'https://', rest = ''] =
    /^(https?:\/\/)?(.*)$/i.exec(address.replace(/[?#].*$/, '')) ?? [];
  const { path, labels } = normalizeLabels(rest);
  const url = `${scheme.toLowerCase()}${path.replace(/\/+$/, '')}`;
  return {
    url,
    ...(labels.length > 0 && { variables: Object.fromEntries(labels.map((label) => [label, {}])) }),
    source,
    known,
  };
}

/** Only addresses of no files, and each once. */
const distinct = (servers: readonly Server[]): readonly Server[] =>
  distinctBy(
    servers.filter(
      ({ url }) =>
        /^https?:\/\/(?:[\w{}.-]+)(?::\d+)?(?:\/|$)/.test(url) &&
        !/\/[^/]+\.(?!php)[a-z]{2,5}$/i.test(url.replace(/^https?:\/\/[^/]+/, '')),
    ),
    ({ url }) => url,
  );

/** What stands before the operation's own path in its example calls; the most usual one. */
function inExamples(page: PageContext): readonly Server[] {
  const found = page.analysis.sites.flatMap((site) =>
    site.items.flatMap(({ block }) => fromCall(block, site)),
  );
  const groups = [...groupBy(found, ({ url }) => url).values()].sort((a, b) => b.length - a.length);
  const [usual] = groups;
  return usual?.[0] ? [usual[0]] : [];
}

function fromCall(block: Block, site: OperationSite): readonly Server[] {
  const call = block.kind === 'code' ? parseCurl(block.text) : undefined;
  const host = call?.line.server;
  if (!call || host === undefined) return [];
  for (const { line } of site.requests) {
    const before = prefixOf(call.line.path, line.path);
    if (before !== undefined) return [server(`${host}${before}`, block.source, 'example')];
  }
  return [];
}

/** What stands before a path that ends as the template does. */
function prefixOf(path: string, template: string): string | undefined {
  const [given, wanted] = [path.split('/').filter(Boolean), template.split('/').filter(Boolean)];
  const from = given.length - wanted.length;
  if (from < 0) return undefined;
  const fits = wanted.every((part, at) => /[{}]/.test(part) || part === given[from + at]);
  return fits
    ? given
        .slice(0, from)
        .map((part) => `/${part}`)
        .join('')
    : undefined;
}
