import type { Connection } from './connection.js';
import { type Fields, own } from '../schema/members.js';
import type { CallOptions } from './options.js';
import type { OperationSchema } from '../schema/schema.js';
import { send } from './send.js';

/** Members that make an operation a list of pages; dots lead into structures of the output. */
export interface PaginationSchema {
  readonly inputToken: string;
  readonly outputToken: string;
  readonly items?: string;
  readonly pageSize?: string;
}

/**
 * Calls an operation page by page until the service gives no further token, or gives the same again. `input` may hold the
 * token to start from.
 */
export async function* paginate<Input extends object, Output>(
  connection: Connection,
  operation: OperationSchema<Input, Output>,
  input: NoInfer<Input>,
  pagination: PaginationSchema,
  options?: CallOptions,
): AsyncGenerator<Output, void, undefined> {
  let token: unknown = own(input, pagination.inputToken);
  for (;;) {
    const page: Output = await send(
      connection,
      operation,
      withToken(input, pagination.inputToken, token),
      options,
    );
    yield page;
    const next = valueAt(page, pagination.outputToken);
    if (next === undefined || next === '' || next === token) return;
    token = next;
  }
}

/** The single items of the pages that `paginate` gives, for operations whose pagination says where they are. */
export async function* itemsOf<Item>(
  pages: AsyncIterable<unknown>,
  items: string,
): AsyncGenerator<Item, void, undefined> {
  for await (const page of pages) {
    const list = valueAt(page, items);
    if (Array.isArray(list)) yield* list;
  }
}

function withToken<Input extends object>(input: Input, name: string, token: unknown): Input {
  const extra: Fields = token === undefined ? {} : { [name]: token };
  return { ...input, ...extra };
}

/** What a path with dots leads to; the value itself where the path is empty. */
export function valueAt(value: unknown, path: string): unknown {
  return path === '' ? value : path.split('.').reduce(own, value);
}
