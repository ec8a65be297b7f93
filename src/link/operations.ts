import type { Report } from '../diagnostics/report.js';
import {
  fact,
  type OperationFragment,
  type ResponseFragment,
  type SyntaxMessage,
} from '../model/fragments.js';
import type { ErrorUse, HttpBinding, Member, Operation, Response } from '../model/model.js';
import { showsMember, withDescribedFormats } from './described-formats.js';
import { inferPagination } from './pagination.js';
import { linkMembers } from './link-members.js';
import type { LinkRules } from './rules.js';
import { fixedQuery, labelPath, splitUri } from './uri.js';

/** An operation from the page that describes it. */
export function linkOperation(
  page: OperationFragment,
  name: string,
  report: Report,
  rules: LinkRules,
): Operation {
  const input = linkSide(page.input, page.request, report, rules).map((member) => withToken(member, rules));
  const responses = linkResponses(page, report, rules);
  const http = linkHttp(page, input, report, rules);
  const pagination =
    page.pagination ?? inferPagination(input, responses[0]?.members ?? [], page, rules.pagination);
  return {
    name,
    ...(page.title !== undefined && { title: page.title }),
    ...(page.description !== undefined && { description: page.description }),
    ...(http && { http }),
    input,
    ...(page.mediaTypes && { mediaTypes: page.mediaTypes }),
    responses,
    errors: linkErrorUses(page, report),
    ...(page.auth && { auth: page.auth }),
    examples: page.examples,
    ...(page.deprecated && { deprecated: page.deprecated }),
    ...(pagination && { pagination }),
    ...(page.unnamed?.length && { unnamed: page.unnamed }),
    ...(page.traits && { traits: page.traits }),
    source: page.source,
    known: page.known,
  };
}

const linkSide = (
  described: OperationFragment['input'],
  syntax: SyntaxMessage | undefined,
  report: Report,
  rules: LinkRules,
): Member[] =>
  withDescribedFormats(linkMembers(described, syntax, report, rules), showsMember(syntax), report);

/** Inferred: no page says that a client should fill the token in. */
const withToken = (member: Member, rules: LinkRules): Member =>
  rules.isIdempotencyToken(member)
    ? { ...member, idempotencyToken: fact(true, member.source, 'inferred') }
    : member;

/** Every operation succeeds somehow: where its page says nothing of that, with 200 and no members. */
function linkResponses(page: OperationFragment, report: Report, rules: LinkRules): readonly Response[] {
  const described =
    page.responses.length > 0
      ? page.responses
      : [{ members: [], source: page.source, known: 'inferred' as const }];
  return described.map((response) => linkResponse(response, report, rules));
}

function linkResponse(response: ResponseFragment, report: Report, rules: LinkRules): Response {
  const { description, mediaType, source, known } = response;
  return {
    status: linkStatus(response, report),
    ...(description !== undefined && { description }),
    ...(mediaType && { mediaType }),
    members: linkSide(response.members, response.syntax, report, rules),
    source,
    known,
  };
}

function linkHttp(
  page: OperationFragment,
  input: readonly Member[],
  report: Report,
  rules: LinkRules,
): HttpBinding | undefined {
  const { method, uri } = page.request ?? {};
  if (!method || !uri) return undefined;
  const { path, query } = splitUri(uri.value);
  const labels = input.filter(({ location }) => location.value === 'label').map(({ name }) => name);
  const labelled = labelPath(path, labels, uri, report, rules);
  const fixed = fixedQuery(query, new Set(input.map(({ name }) => name)));
  return {
    method,
    uri: { ...uri, value: fixed === '' ? labelled : `${labelled}?${fixed}` },
  };
}

function linkStatus({ syntax, status: said, source }: ResponseFragment, report: Report): Response['status'] {
  const shown = syntax?.status;
  if (shown && typeof shown.value === 'number') {
    if (said && said.value !== shown.value) {
      report('status-disagrees', { shown: shown.value, said: said.value }, shown.source, [
        { message: 'the sentence about success', source: said.source },
      ]);
    }
    return fact(shown.value, shown.source, 'syntax');
  }
  return said ?? fact(200, shown?.source ?? source, 'inferred');
}

function linkErrorUses(page: OperationFragment, report: Report): ErrorUse[] {
  const first = new Map<string, ErrorUse>();
  for (const { name, description, source, known } of page.errors) {
    const earlier = first.get(name);
    if (earlier) {
      report('error-repeated', { error: name }, source, [
        { message: 'listed first here', source: earlier.source },
      ]);
    } else first.set(name, { name, ...(description !== undefined && { description }), source, known });
  }
  return [...first.values()];
}
