import { attempt } from './attempt.js';
import { type Call, type Connection, prepare } from './call.js';
import type { CallOptions, TimeoutOptions } from './options.js';
import { requestIdOf } from './response.js';
import { askedDelay, delayBefore, isRetryable, refill, sleep, spend } from './retry.js';
import type { OperationSchema } from './schema.js';

/**
 * Calls an operation and gives its output. Rejects with a `ServiceError` where the service answers with an error, with
 * the reason of `options.signal` or a `TimeoutError` where time ends it, and as `fetch` does where no answer comes.
 * Throttling and transient failures are tried again.
 */
export async function send<Input, Output>(
  connection: Connection,
  operation: OperationSchema<Input, Output>,
  input: NoInfer<Input>,
  options: CallOptions = {},
): Promise<Output> {
  const timeouts = { ...connection.options.timeouts, ...options.timeouts };
  const signal = anySignal(options.signal, timeouts.call);
  tellDeprecated(connection, operation);
  const call = await prepare(connection, operation, input, options.headers);
  const { response, attempts } = await untilSuccess(connection, call, signal, timeouts);
  const { status, headers } = response;
  options.onResponse?.({ status, headers, requestId: requestIdOf(response), attempts });
  // The tables of an operation and its types are generated from one model.
  return (await connection.protocol.parse(operation, response)) as Output;
}

function tellDeprecated({ options, told }: Connection, { name, deprecated }: OperationSchema): void {
  if (deprecated !== undefined && !told.has(name)) options.hooks?.deprecated?.(name, deprecated);
  told.add(name);
}

async function untilSuccess(
  connection: Connection,
  call: Call,
  signal: AbortSignal | undefined,
  timeouts: TimeoutOptions,
): Promise<{ response: Response; attempts: number }> {
  const { state, options } = connection;
  const { maxAttempts = 3 } = options.retry ?? {};
  for (let number = 1, spent = 0; ; number += 1) {
    signal?.throwIfAborted();
    const { response, error, corrected } = await attempt(
      connection,
      call,
      number,
      anySignal(signal, timeouts.attempt) ?? null,
    );
    if (response && error === undefined) {
      refill(state, spent);
      return { response, attempts: number };
    }
    signal?.throwIfAborted();
    const again = number < maxAttempts && !(call.request.body instanceof ReadableStream);
    spent = again && (corrected || isRetryable(error)) ? spend(state, error) : 0;
    if (spent === 0) throw error;
    await sleep(delayBefore(number, error, options.retry, askedDelay(response?.headers)), signal);
  }
}

/** A signal that either the given one or the time sets off. */
function anySignal(
  signal: AbortSignal | undefined,
  milliseconds: number | undefined,
): AbortSignal | undefined {
  if (milliseconds === undefined) return signal;
  const timeout = AbortSignal.timeout(milliseconds);
  return signal ? AbortSignal.any([signal, timeout]) : timeout;
}
