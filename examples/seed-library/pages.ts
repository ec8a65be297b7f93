import { failure } from './failures.js';

/** How long a cursor works, in milliseconds: the day that the pages promise. */
const lifetime = 24 * 60 * 60_000;

export interface PageRequest {
  readonly cursor?: string | undefined;
  readonly limit?: number | undefined;
}

export interface Page<Item> {
  readonly items: Item[];
  readonly next_cursor: string | null;
}

/** What a cursor says. */
interface Place {
  readonly after: string;
  readonly query: string;
  readonly until: number;
}

/**
 * A page of a list. The cursor holds the id of the last item shown, so that items added meanwhile move nothing, and
 * what was asked for, since it works for nothing else.
 */
export function pageOf<Item extends { readonly id: string }>(
  list: readonly Item[],
  { cursor, limit = 20, ...filters }: PageRequest,
): Page<Item> {
  const query = JSON.stringify({ ...filters, limit });
  const start = cursor === undefined ? 0 : startOf(list, cursor, query);
  const items = list.slice(start, start + limit);
  const last = items.at(-1);
  if (last === undefined || start + limit >= list.length) return { items, next_cursor: null };
  return { items, next_cursor: write({ after: last.id, query, until: Date.now() + lifetime }) };
}

function startOf(list: readonly { readonly id: string }[], cursor: string, query: string): number {
  const place = read(cursor);
  const index = list.findIndex(({ id }) => id === place?.after);
  const isGood = index >= 0 && place?.query === query && Number(place.until) > Date.now();
  if (isGood) return index + 1;
  throw failure('bad_cursor', 'The cursor is too old, or was made with other parameters.');
}

const write = (place: Place): string => Buffer.from(JSON.stringify(place)).toString('base64url');

function read(cursor: string): Partial<Place> | undefined {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString()) ?? undefined;
  } catch {
    return undefined;
  }
}
