import { own } from '../schema/members.js';
import type { OperationSchema } from '../schema/schema.js';
import type { Connection } from './connection.js';
import type { CallOptions } from './options.js';
import { valueAt } from './paginate.js';
import { send } from './send.js';

/** How pages go on behind the last item of the one before. */
export interface KeySchema {
  /** The member of the input that takes the key of an item. */
  readonly inputToken: string;
  /** Where the items of a page stand in the output; dots lead into structures, and empty is the output itself. */
  readonly items: string;
  /** Where an item has its key. */
  readonly key: string;
  /** The member of the input that says how many items a page has. */
  readonly pageSize?: string;
}

/**
 * Calls an operation page by page, each behind the last item of the one before, until one is empty, has fewer items than
 * were asked for, or ends with the same item again. `input` may hold the key to start from.
 */
export async function* paginateByKey<Input extends object, Output>(
  connection: Connection,
  operation: OperationSchema<Input, Output>,
  input: NoInfer<Input>,
  { inputToken, items, key, pageSize }: KeySchema,
  options?: CallOptions,
): AsyncGenerator<Output, void, undefined> {
  const asked = pageSize === undefined ? undefined : own(input, pageSize);
  let last: unknown = own(input, inputToken);
  for (let asks = input; ; asks = { ...input, [inputToken]: last }) {
    const page: Output = await send(connection, operation, asks, options);
    yield page;
    const found = valueAt(page, items);
    const length = Array.isArray(found) ? found.length : 0;
    const next: unknown = Array.isArray(found) ? valueAt(found.at(-1), key) : undefined;
    if (next === undefined || next === last || (typeof asked === 'number' && length < asked)) return;
    last = next;
  }
}
