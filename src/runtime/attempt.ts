import type { Call, Connection } from './call.js';
import { ServiceError } from './errors.js';
import type { Attempt } from './options.js';
import type { Body, HeaderBag } from './wire.js';

/** How an attempt ended: with a response of success, or with an error and the response that told it, if any. */
export interface Outcome {
  readonly response?: Response | undefined;
  readonly error?: unknown;
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
  const sent = connection.sign ? await connection.sign({ ...request, headers }, call.host, date) : headers;
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
  const sent = { ...headers };
  // It is signed, but `fetch` takes it from the URL.
  delete sent.host;
  try {
    const init = { method: request.method, headers: sent, signal, redirect: 'manual' as const };
    const response = await send(url, { ...init, ...bodyOf(request.body) });
    if (response.ok || response.status === operation.status) return { response };
    state.skew = skewOf(response.headers, state.skew);
    return { response, error: await protocol.parseError(operation, response) };
  } catch (error) {
    return { error };
  }
}

function bodyOf(body: Body | undefined): RequestInit & { duplex?: 'half' } {
  if (body === undefined || typeof body === 'string') return body === undefined ? {} : { body };
  return body instanceof ReadableStream ? { body, duplex: 'half' } : { body: new Uint8Array(body) };
}

/** What an error response says about the service's clock; small differences are not worth a correction. */
function skewOf(headers: Headers, known: number): number {
  const skew = Date.parse(headers.get('date') ?? '') - Date.now();
  return Math.abs(skew - known) > tolerance ? skew : known;
}

/** Whether the service refused the signature for its time. */
export function isSkewed(error: unknown): boolean {
  return (
    error instanceof ServiceError &&
    /^(RequestTimeTooSkewed|RequestExpired|RequestInTheFuture|InvalidSignatureException|SignatureDoesNotMatch|AuthFailure)$/.test(
      error.name,
    )
  );
}
