import {
  fact,
  type MemberFragment,
  type OperationFragment,
  type ResponseFragment,
} from '../../../../../model/fragments.js';
import type { Fact } from '../../../../../model/provenance.js';
import { membersOfExample } from '../example-types.js';
import { nameOfTitle } from '../names.js';
import { operationsOf } from '../operation.js';
import type { OperationSite } from '../operation-sites.js';
import type { PageContext } from '../page-context.js';
import { linksIn, phraseOf } from '../phrase.js';
import { roleOfItem } from '../places.js';
import { inAnswer } from './answer-envelope.js';
import { callErrors, callErrorsIn } from './call-errors.js';
import type { PathStyle, RpcStyle } from './call-style.js';
import { positionalList, positionalMembers, requiredInOrder, shownMembers } from './positional-rows.js';
import { lineOf, resultOf, saidResult } from './call-result.js';
import { returnedValue } from './returned-value.js';
import { messagesIn, messagesOf, shownValue, type ShownMessage } from './shown-messages.js';

/** The operation that a site describes whose method is called by its name. */
export function callOf(site: OperationSite, name: string, page: PageContext): readonly OperationFragment[] {
  const calls = page.guide.calls();
  if (!calls) return [];
  return calls.kind === 'rpc' ? rpcCall(site, name, calls, page) : pathCall(site, name, calls, page);
}

/** Method and media type are what the guide says once; who calls may be part of the URL. */
function pathCall(
  site: OperationSite,
  name: string,
  { method, media, holdsToken, envelope, source }: PathStyle,
  page: PageContext,
): readonly OperationFragment[] {
  return operationsOf(site, page).map((operation) => {
    const hasBody = operation.input.some(({ place }) => place === 'body' || place === 'payload');
    const isForm = operation.mediaTypes?.value.some((type) => type.startsWith('multipart/'));
    return {
      ...operation,
      name,
      responses: operation.responses.map((response) =>
        inAnswer(withReturned(response, site, page), envelope),
      ),
      ...(operation.request && { request: { ...operation.request, method } }),
      ...(holdsToken && !operation.auth && { auth: fact([], source, 'inferred') }),
      ...(media && hasBody && !isForm && { mediaTypes: operation.mediaTypes ?? withoutParts(media) }),
    };
  });
}

function withReturned(response: ResponseFragment, site: OperationSite, page: PageContext): ResponseFragment {
  const { members } = response;
  const isListed = members.length > 0 && members.every(({ place }) => place !== 'payload');
  const returned = isListed ? undefined : returnedValue(site, page);
  return returned ? { ...response, members: [returned], known: 'stated' } : response;
}

/** A form of parts is there for files. */
const withoutParts = (media: Fact<readonly string[]>): Fact<readonly string[]> => {
  const others = media.value.filter((type) => !type.startsWith('multipart/'));
  return others.length > 0 ? { ...media, value: others } : media;
};

function rpcCall(
  site: OperationSite,
  name: string,
  style: RpcStyle,
  page: PageContext,
  borrows = true,
): readonly OperationFragment[] {
  const messages = messagesOf(site);
  for (const { block } of messages) page.lines.take(block.source);
  const unnamed = positionalList(site, page);
  const said = saidResult(site, page);
  const described = {
    ...site,
    items: site.items.filter(
      ({ block }) =>
        block !== unnamed?.block &&
        !(block === said?.item.block && block.kind === 'list') &&
        !(block.kind === 'code' && showsCall(block)),
    ),
  };
  const owner = nameOfTitle(name.replace(/[._:/]+/g, ' '));
  return operationsOf(described, page).map((operation) => {
    const { request: _, mediaTypes: __, ...rest } = operation;
    const input = inputOf(operation.input, unnamed, messages, owner, { site: described, page, style });
    const errors = [...callErrorsIn(site.items, page), ...callErrors(page)];
    return {
      ...rest,
      name,
      input: input.members,
      responses:
        (borrows ? borrowedResult(site, style, page) : undefined) ??
        resultOf(operation.responses, said, messages, {
          page,
          owner,
          place: 'body',
          lists: [],
          section: site.section,
          received: true,
        }),
      errors: errors.filter(
        ({ code }, at) => errors.findIndex((one) => one.code?.value === code?.value) === at,
      ),
      traits: { 'json-rpc': { params: input.form } },
      serviceTraits: { rpc: fact(style.version, style.source, 'example') },
    };
  });
}

/** `See [blocks.get](#blocks-get)` below a heading that says what comes back: what that method gives. */
function borrowedResult(
  site: OperationSite,
  style: RpcStyle,
  page: PageContext,
): OperationFragment['responses'] | undefined {
  for (const item of site.items) {
    const inline = lineOf(item);
    if (!inline || !/^(?:see|same as|as in|like)\b/i.test(inline.text)) continue;
    if (roleOfItem(item, site.section, page.guide.style.reading).side !== 'response') continue;
    const [link] = linksIn(phraseOf(inline));
    const found = link && page.guide.siteAt(page.analysis.page, link.url);
    if (found?.site.call === undefined || found.site === site) continue;
    const inner = { ...page, analysis: found.analysis };
    // That one borrows nothing in turn: two may lead to each other.
    return rpcCall(found.site, found.site.call, style, inner, false)[0]?.responses;
  }
  return undefined;
}

/** A message, or the parameters of one. */
const showsCall = (block: Parameters<typeof messagesIn>[0]): boolean =>
  messagesIn(block).length > 0 || /^\s*"?params"?\s*:/.test(block.text) || /\bcurl\b/.test(block.text);

interface RpcSite {
  readonly site: OperationSite;
  readonly page: PageContext;
  readonly style: RpcStyle;
}

interface RpcInput {
  readonly members: readonly MemberFragment[];
  readonly form: Fact<'position' | 'name'>;
}

/** What lists say, or else what a message shows; a message also shows in which form parameters are. */
function inputOf(
  listed: readonly MemberFragment[],
  unnamed: ReturnType<typeof positionalList>,
  messages: readonly ShownMessage[],
  owner: string,
  { site, page, style }: RpcSite,
): RpcInput {
  const shown = shownValue(messages.filter(calls(site.call ?? '')), 'params');
  const values = shown?.value.kind === 'list' ? shown.value.items : [];
  const { source } = site.requests[0] ?? style;
  const form = formOf(shown?.value.kind, unnamed !== undefined, style);
  const params = fact(
    form,
    shown?.message.block.source ?? unnamed?.block.source ?? source,
    shown ? 'example' : 'inferred',
  );
  if (unnamed) {
    const lists = { page, owner, place: 'body' as const, lists: [], section: site.section };
    return {
      members: requiredInOrder(positionalMembers(unnamed, lists, values, shown?.message)),
      form: params,
    };
  }
  const members = listed.map((member) => ({ ...member, place: 'body' as const }));
  if (members.length > 0 || !shown) return { members, form: params };
  const { block, offset } = shown.message;
  if (shown.value.kind === 'object')
    return {
      members: membersOfExample(shown.value, { page, owner, place: 'body', block, offset }),
      form: params,
    };
  return { members: shownMembers(values, shown.message, owner, page), form: params };
}

/** A message may also show what the service sends by itself. */
const calls =
  (method: string) =>
  ({ members }: ShownMessage): boolean =>
    members.some(({ name, value }) => name === 'method' && 'text' in value && value.text === method);

function formOf(
  shown: string | undefined,
  isUnnamed: boolean,
  { positional }: RpcStyle,
): 'position' | 'name' {
  if (isUnnamed || shown === 'list') return 'position';
  if (shown === 'object') return 'name';
  return positional ? 'position' : 'name';
}
