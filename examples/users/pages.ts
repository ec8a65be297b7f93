import { ValidationException } from '../../generated/finspace-data/index.js';

/** One page of a list, and the token of the next where there is one. */
export interface Page<Item> {
  readonly items: Item[];
  readonly next: { readonly nextToken?: string };
}

export interface PageRequest {
  readonly maxResults: number;
  readonly nextToken?: string | undefined;
}

/**
 * A page of a list. The token holds the id of the last item shown, so that items added meanwhile move nothing. Throws a
 * `ValidationException` at a token that leads nowhere.
 */
export function pageOf<Item>(
  list: readonly Item[],
  idOf: (item: Item) => string,
  { maxResults, nextToken }: PageRequest,
): Page<Item> {
  const start = nextToken === undefined ? 0 : 1 + list.findIndex((item) => tokenOf(idOf(item)) === nextToken);
  if (nextToken !== undefined && start === 0) throw new ValidationException('The nextToken leads nowhere.');
  const items = list.slice(start, start + maxResults);
  const last = items.at(-1);
  const more = last !== undefined && start + items.length < list.length;
  return { items, next: more ? { nextToken: tokenOf(idOf(last)) } : {} };
}

const tokenOf = (id: string): string => Buffer.from(id).toString('base64url');
