import type { Member, Pagination } from '../model/model.js';
import type { Provenance } from '../model/provenance.js';
import type { PaginationNames } from './rules.js';

/** The first member that has one of the names, in whatever case; the names in the order of their weight. */
function byName(members: readonly Member[], names: readonly string[]): Member | undefined {
  const known = members.map(({ name }) => name.toLowerCase());
  const index = names.map((name) => known.indexOf(name.toLowerCase())).find((at) => at >= 0);
  return index === undefined ? undefined : members[index];
}

/** The members that make an operation a list of pages, where their names are those that such members have. */
export function inferPagination(
  input: readonly Member[],
  output: readonly Member[],
  from: Provenance,
  { inputTokens, outputTokens, pageSizes }: PaginationNames,
): Pagination | undefined {
  const inputToken = byName(input, inputTokens);
  const outputToken = byName(output, outputTokens);
  if (inputToken?.type.kind !== 'string' || outputToken?.type.kind !== 'string') return undefined;
  const pageSize = byName(input, pageSizes);
  const lists = output.filter(({ type }) => type.kind === 'list');
  const items = lists.length === 1 ? lists[0] : undefined;
  return {
    inputToken: inputToken.name,
    outputToken: outputToken.name,
    ...(pageSize && { pageSize: pageSize.name }),
    ...(items && { items: items.name }),
    source: from.source,
    known: 'inferred',
  };
}
