import {
  fact,
  type ErrorFragment,
  type ResponseFragment,
  type OperationFragment,
} from '../../../../model/fragments.js';
import { markdownOf } from './description.js';
import { inputOf, type SiteInput } from './inputs.js';
import { authOf } from './operation-auth.js';
import type { OperationSite } from './operation-sites.js';
import { ownerName, titleOf } from './operation-title.js';
import type { PageContext } from './page-context.js';
import { phraseOf, plain } from './phrase.js';
import type { FoundRequest } from './find-requests.js';
import type { RequestLine } from './request-line.js';
import { responsesOf } from './responses.js';
import { compareCalls } from './shown-calls.js';
import { errorNameOf } from '../../runtime/protocols/http/status-names.js';
import type { StatedStatus } from './statuses.js';

/** The operations of a site: one for each method and path that its request lines name. */
export function operationsOf(site: OperationSite, page: PageContext): readonly OperationFragment[] {
  const title = titleOf(site, page);
  const owner = ownerName(title, site);
  const { responses, failures } = responsesOf(site, owner, page);
  compareCalls(site, page);
  const shared = {
    kind: 'operation' as const,
    ...(title !== '' && { title }),
    ...described(site, page),
    responses,
    errors: failures.map(errorOf),
    examples: [],
    ...deprecation(site, title),
    ...authOf(site, page),
    page: page.analysis.page.path,
    lines: 0,
  };
  return byRequest(site.requests).map(({ method, requests }) =>
    operationOf(method, requests, site, owner, shared, page),
  );
}

type Shared = Omit<OperationFragment, 'input' | 'request' | 'source' | 'known'>;

function operationOf(
  method: string,
  requests: readonly FoundRequest[],
  site: OperationSite,
  owner: string,
  shared: Shared,
  page: PageContext,
): OperationFragment {
  const [first] = requests;
  if (!first) throw new RangeError('An operation without a request line.');
  page.lines.take(...requests.map(({ source }) => source));
  const lines = requests.map(({ line }) => line);
  const { members, media }: SiteInput = inputOf(site, method, lines, owner, page);
  const { source } = first;
  return {
    ...shared,
    ...(method === 'HEAD' && { responses: shared.responses.map(withoutBody) }),
    ...(shared.title === undefined && first.says && { title: plain(phraseOf(first.says).text).slice(0, 80) }),
    request: {
      method: fact(method, source),
      uri: fact(first.line.path, source),
      headers: [],
      source,
      known: 'stated',
    },
    input: members,
    ...(media && { mediaTypes: media }),
    source,
    known: first.example ? 'example' : 'stated',
  };
}

/** Answers to HEAD have the headers of those to GET, and no body (RFC 9110, 9.3.2). */
const withoutBody = ({ mediaType: _, ...response }: ResponseFragment): ResponseFragment => ({
  ...response,
  members: response.members.filter(({ place }) => place !== 'body' && place !== 'payload'),
});

/** Request lines of one method and path differ in their queries at most. */
function byRequest(
  requests: readonly FoundRequest[],
): readonly { readonly method: string; readonly requests: readonly FoundRequest[] }[] {
  const groups = new Map<string, { method: string; requests: FoundRequest[] }>();
  for (const request of requests) {
    for (const method of request.line.methods) {
      const key = `${method} ${bare(request.line)}`;
      const group = groups.get(key);
      if (group) group.requests.push(request);
      else groups.set(key, { method, requests: [request] });
    }
  }
  return [...groups.values()];
}

const bare = ({ path }: RequestLine): string => path.replace(/\{[^{}]*\}/g, '{}').replace(/\/$/, '');

function described({ items }: OperationSite, page: PageContext): Pick<OperationFragment, 'description'> {
  const own = items.filter(
    ({ block, section }) => section === items[0]?.section || block.kind === 'paragraph',
  );
  const description = markdownOf(own, page);
  return description === undefined ? {} : { description };
}

function errorOf({ status, description, source }: StatedStatus): ErrorFragment {
  return {
    name: errorNameOf(status),
    status: fact(status, source),
    ...(description && { description }),
    members: [],
    source,
    known: 'stated',
  };
}

/** `Deprecated` in the title, in bold at the head, or in a sentence of its own. */
function deprecation({ items }: OperationSite, title: string): Pick<OperationFragment, 'deprecated'> {
  const first = items[0]?.block.source;
  if (first && /\bdeprecated\b/i.test(title)) return { deprecated: fact('', first) };
  for (const { block } of items.slice(0, 8)) {
    if (block.kind !== 'paragraph') continue;
    const text = plain(phraseOf(block.inline).text);
    if (
      /^\W*deprecated\b/i.test(text) ||
      /\b(?:this|the) (?:endpoint|operation|method|api|call|route) (?:is|has been) (?:now )?deprecated\b/i.test(
        text,
      )
    )
      return { deprecated: fact(text.slice(0, 300), block.source) };
  }
  return {};
}
