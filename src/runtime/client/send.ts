import { type Call, type Connection, prepare } from './connection.js';
import type { Attempt, CallOptions, RetryOptions, TimeoutOptions } from './options.js';
import { askedDelay, delayBefore, isRetryable, refill, sleep, spend } from './retry.js';
import type { OperationSchema } from '../schema/schema.js';
import type { WireRequest } from '../messages.js';

/** How an attempt ended: with a response of success, or with an error and the response that told it, if any. */
interface Outcome {
  readonly response?: Response | undefined;
  readonly error?: unknown;
  /** The signature may have been refused for its time; the next one will have another. */
  readonly corrected?: boolean;
}

/** How far clocks may differ before a signature is refused, in milliseconds. */
const tolerance = 240_000;

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
  const retry = { ...connection.options.retry, ...options.retry };
  const { response, attempts } = await untilSuccess(connection, call, signal, timeouts, retry);
  const { status, headers } = response;
  const requestId = requestIdOf(connection, headers);
  options.onResponse?.({ status, headers, requestId, attempts });
  // The tables of an operation and its types are generated from one model.
  return (await connection.protocol.parse(operation, response, call.request)) as Output;
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
  retry: RetryOptions,
): Promise<{ response: Response; attempts: number }> {
  const { state, transport } = connection;
  const { maxAttempts = 3 } = retry;
  for (let number = 1, spent = 0, renewed = false; ; number += 1) {
    signal?.throwIfAborted();
    const { response, error, corrected } = await attempt(
      connection,
      call,
      number,
      maxAttempts,
      anySignal(signal, timeouts.attempt) ?? null,
    );
    if (response && error === undefined) {
      refill(state, spent);
      return { response, attempts: number };
    }
    signal?.throwIfAborted();
    const again = number < maxAttempts && !(call.request.body instanceof ReadableStream);
    const renews: boolean = !renewed && (transport.renew?.(call.operation, error) ?? false);
    renewed ||= renews;
    const mayHelp = corrected || renews || isRetryable(error, transport, call.operation);
    spent = again && mayHelp ? spend(state, error) : 0;
    if (spent === 0) throw error;
    const asked = askedDelay(response?.headers, transport);
    await sleep(delayBefore(number, error, retry, asked, transport), signal);
  }
}

/** The service's own id of a request. */
function requestIdOf({ transport }: Connection, headers: Headers): string | undefined {
  const named = transport.requestIdHeaders.map((name) => headers.get(name));
  return named.find((value) => value !== null) ?? undefined;
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

/** Signs and sends a call once, and tells the hooks. Rejects only where a hook, the signer or the credentials do. */
async function attempt(
  connection: Connection,
  call: Call,
  number: number,
  maxAttempts: number,
  signal: AbortSignal | null,
): Promise<Outcome> {
  const { options, state, transport } = connection;
  const { operation, host } = call;
  const headers = { ...call.request.headers, ...transport.attemptHeaders?.(number, maxAttempts) };
  const request = { ...call.request, headers };
  const { method } = request;
  const seen: Attempt = { operation: operation.name, number, method, url: urlOf(host, request), headers };
  await options.hooks?.beforeAttempt?.(seen);
  const date = new Date(Date.now() + state.skew);
  const sent = transport.authorize
    ? await transport.authorize(request, { operation, host: host.host, date })
    : request;
  const started = Date.now();
  const outcome = await exchange(connection, call, sent, signal);
  const { response, error } = outcome;
  const milliseconds = Date.now() - started;
  await options.hooks?.afterAttempt?.({
    ...seen,
    url: urlOf(host, sent),
    headers: sent.headers,
    status: response?.status,
    error,
    milliseconds,
  });
  return outcome;
}

function urlOf(host: URL, { path, search = '' }: WireRequest): string {
  return `${host.origin}${path}${search}`;
}

async function exchange(
  { options, protocol, state }: Connection,
  { operation, host }: Call,
  request: WireRequest,
  signal: AbortSignal | null,
): Promise<Outcome> {
  const send = options.fetch ?? fetch;
  try {
    const init = {
      method: request.method,
      headers: request.headers,
      body: (request.body as BodyInit | undefined) ?? null,
      signal,
      redirect: 'manual',
      duplex: 'half',
    } as const;
    const response = await send(urlOf(host, request), init);
    if (response.ok || response.status === operation.status || operation.outputs?.[response.status]) {
      return { response };
    }
    const error = await protocol.parseError(operation, response);
    return { response, error, corrected: correctClock(state, response.headers) };
  } catch (error) {
    return { error };
  }
}

/** Takes over the service's clock where an error response shows that the signature's was far from it. */
function correctClock(state: Connection['state'], headers: Headers): boolean {
  const skew = Date.parse(headers.get('date') ?? '') - Date.now();
  const corrected = Math.abs(skew - state.skew) > tolerance;
  if (corrected) state.skew = skew;
  return corrected;
}
