import type { Report } from '../diagnostics/report.js';
import { fact, type OperationFragment, type SyntaxMessage } from '../model/fragments.js';
import type { ErrorUse, HttpBinding, Member, Operation } from '../model/model.js';
import { showsMember, withDescribedFormats } from './described-formats.js';
import { inferPagination } from './pagination.js';
import { markIdempotencyTokens } from './idempotency.js';
import { linkMembers } from './members.js';
import { fixedQuery, labelPath, splitUri } from './uri.js';

/** An operation from the page that describes it. */
export function linkOperation(page: OperationFragment, name: string, report: Report): Operation {
  const input = markIdempotencyTokens(linkSide(page.input, page.request, report));
  const output = linkSide(page.output, page.response, report);
  const http = linkHttp(page, input, report);
  const pagination = inferPagination(input, output, page);
  return {
    name,
    ...(page.description !== undefined && { description: page.description }),
    ...(http && { http }),
    input,
    output,
    errors: linkErrorUses(page, report),
    examples: page.examples,
    ...(page.deprecated && { deprecated: page.deprecated }),
    ...(pagination && { pagination }),
    ...(page.unnamed?.length && { unnamed: page.unnamed }),
    source: page.source,
    known: page.known,
  };
}

const linkSide = (
  described: OperationFragment['input'],
  syntax: SyntaxMessage | undefined,
  report: Report,
): Member[] => withDescribedFormats(linkMembers(described, syntax, report), showsMember(syntax), report);

function linkHttp(
  page: OperationFragment,
  input: readonly Member[],
  report: Report,
): HttpBinding | undefined {
  const { method, uri } = page.request ?? {};
  if (!method || !uri) return undefined;
  const { path, query } = splitUri(uri.value);
  const labels = input.filter(({ location }) => location.value === 'label').map(({ name }) => name);
  const labelled = labelPath(path, labels, uri, report);
  const fixed = fixedQuery(query, new Set(input.map(({ name }) => name)));
  return {
    method,
    uri: { ...uri, value: fixed === '' ? labelled : `${labelled}?${fixed}` },
    successStatus: linkStatus(page, report),
  };
}

function linkStatus(page: OperationFragment, report: Report): HttpBinding['successStatus'] {
  const shown = page.response?.status;
  const said = page.successStatus;
  if (shown && typeof shown.value === 'number') {
    if (said && said.value !== shown.value) {
      report('status-disagrees', { shown: shown.value, said: said.value }, shown.source, [
        { message: 'the sentence about success', source: said.source },
      ]);
    }
    return fact(shown.value, shown.source, 'syntax');
  }
  return said ?? fact(200, shown?.source ?? page.source, 'inferred');
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
