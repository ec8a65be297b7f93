import type { Call, Connection } from './call.js';
import type { Attempt } from './options.js';
import type { HeaderBag } from './wire.js';

/** How an attempt ended: with a response of success, or with an error and the response that told it, if any. */
export interface Outcome {
  readonly response?: Response | undefined;
  readonly error?: unknown;
  /** The signature may have been refused for its time; the next one will have another. */
  readonly corrected?: boolean;
}

/** How far clocks may differ before a signature is refused, in milliseconds. */
const tolerance = 240_000;

/** Signs and sends a call once, and tells the hooks. Rejects only where a hook, the signer or the credentials do. */
export async function attempt(
  connection: Connection,
  call: Call,
  number: number,
  signal: AbortSignal | null,
): Promise<Outcome> {
  const { options, state } = connection;
  const { maxAttempts = 3 } = options.retry ?? {};
  const { operation, request, url } = call;
  const headers = { ...request.headers, 'amz-sdk-request': `attempt=${number}; max=${maxAttempts}` };
  const seen: Attempt = { operation: operation.name, number, method: request.method, url, headers };
  await options.hooks?.beforeAttempt?.(seen);
  const date = new Date(Date.now() + state.skew);
  const sent = connection.sign
    ? await connection.sign({ ...request, headers }, call.host.host, date)
    : headers;
  const started = Date.now();
  const outcome = await exchange(connection, call, sent, signal);
  const { response, error } = outcome;
  const milliseconds = Date.now() - started;
  await options.hooks?.afterAttempt?.({
    ...seen,
    headers: sent,
    status: response?.status,
    error,
    milliseconds,
  });
  return outcome;
}

async function exchange(
  { options, protocol, state }: Connection,
  { operation, request, url }: Call,
  headers: HeaderBag,
  signal: AbortSignal | null,
): Promise<Outcome> {
  const send = options.fetch ?? fetch;
  try {
    const init = {
      method: request.method,
      headers,
      body: (request.body as BodyInit | undefined) ?? null,
      signal,
      redirect: 'manual',
      duplex: 'half',
    } as const;
    const response = await send(url, init);
    if (response.ok || response.status === operation.status) return { response };
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
