import type { OperationSchema } from '../schema/schema.js';
import { own } from '../schema/members.js';
import type { Connection } from './connection.js';
import type { CallOptions } from './options.js';
import { valueAt } from './paginate.js';
import { send } from './send.js';

/** How pages are counted. */
export interface CountSchema {
  /** The member of the input that takes the number of a page, or how many items to leave out. */
  readonly inputToken: string;
  /** Where the items of a page stand in the output; dots lead into structures, and empty is the output itself. */
  readonly items: string;
  /** The member of the input that says how many items a page has. */
  readonly pageSize?: string;
  /** The number of the first page, where that is not 1. */
  readonly first?: number;
}

/**
 * Calls an operation page by page, counting the pages, until one is empty or has fewer items than were asked for. `input`
 * may hold the number to start from.
 */
export const paginateByPage = <Input extends object, Output>(
  connection: Connection,
  operation: OperationSchema<Input, Output>,
  input: NoInfer<Input>,
  schema: CountSchema,
  options?: CallOptions,
): AsyncGenerator<Output, void, undefined> =>
  count(connection, operation, input, schema, options, schema.first ?? 1, () => 1);

/** The same, counting the items: `input` may hold how many are left out at first. */
export const paginateByOffset = <Input extends object, Output>(
  connection: Connection,
  operation: OperationSchema<Input, Output>,
  input: NoInfer<Input>,
  schema: CountSchema,
  options?: CallOptions,
): AsyncGenerator<Output, void, undefined> =>
  count(connection, operation, input, schema, options, 0, (items) => items);

/** The first page is asked for without a number unless the caller gives one: it is what services give then. */
async function* count<Input extends object, Output>(
  connection: Connection,
  operation: OperationSchema<Input, Output>,
  input: NoInfer<Input>,
  { inputToken, items, pageSize }: CountSchema,
  options: CallOptions | undefined,
  first: number,
  step: (items: number) => number,
): AsyncGenerator<Output, void, undefined> {
  const asked = pageSize === undefined ? undefined : own(input, pageSize);
  let next = Number(own(input, inputToken) ?? first);
  for (let asks = input; ; asks = { ...input, [inputToken]: next }) {
    const page: Output = await send(connection, operation, asks, options);
    yield page;
    const found = valueAt(page, items);
    const length = Array.isArray(found) ? found.length : 0;
    if (length === 0 || (typeof asked === 'number' && length < asked)) return;
    next += step(length);
  }
}
