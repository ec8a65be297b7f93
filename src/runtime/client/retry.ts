import { ServiceError } from '../errors.js';
import type { OperationSchema } from '../schema/schema.js';
import type { RetryOptions } from './options.js';

/** What decides whether a call is tried again, beside how it failed. */
export interface RetryRules {
  /** The names of errors that mean that the caller asks too often, beside status 429. */
  readonly throttling?: RegExp;
  /** A header that says in milliseconds how long to wait, beside `retry-after`. */
  readonly retryAfterHeader?: string;
  /** Whether an operation can be repeated after this error; absent where all can. */
  mayRepeat?(operation: OperationSchema, error: unknown): boolean;
}

/** Tokens that retries spend and successes earn, so that an outage does not multiply the load. */
interface RetryQuota {
  tokens: number;
}

/** The tokens of a new client. */
export const retryCapacity = 500;
const retryCost = 5;
const timeoutCost = 10;

const transient = /^(Request)?Timeout/;

/** Gives back what a retry spent, or one token, after a success. */
export function refill(quota: RetryQuota, spent: number): void {
  quota.tokens = Math.min(retryCapacity, quota.tokens + (spent || 1));
}

export function isThrottling(error: unknown, { throttling }: RetryRules = {}): boolean {
  if (!(error instanceof ServiceError)) return false;
  return error.status === 429 || (throttling?.test(error.name) ?? false);
}

/** Whether the failure may go away by itself: throttling, a failed connection, a timeout, or 500, 502, 503, 504. */
export function isRetryable(error: unknown, rules?: RetryRules, operation?: OperationSchema): boolean {
  if (operation && rules?.mayRepeat?.(operation, error) === false) return false;
  if (!(error instanceof ServiceError)) return true;
  return (
    isThrottling(error, rules) || transient.test(error.name) || [500, 502, 503, 504].includes(error.status)
  );
}

/** What the retry costs; 0 where the quota does not allow it. */
export function spend(quota: RetryQuota, error: unknown): number {
  const cost = error instanceof Error && transient.test(error.name) ? timeoutCost : retryCost;
  if (quota.tokens < cost) return 0;
  quota.tokens -= cost;
  return cost;
}

/** Milliseconds to wait before the next attempt: exponential with full jitter, no less than the service asks for. */
export function delayBefore(
  attempt: number,
  error: unknown,
  options: RetryOptions = {},
  asked = 0,
  rules?: RetryRules,
): number {
  const { baseDelay = 100, maxDelay = 20_000 } = options;
  const base = isThrottling(error, rules) ? baseDelay * 5 : baseDelay;
  return Math.max(asked, Math.random() * Math.min(maxDelay, base * 2 ** (attempt - 1)));
}

/** The wait that a response asks for, in milliseconds; 0 where it asks for none. */
export function askedDelay(headers: Headers | undefined, { retryAfterHeader }: RetryRules = {}): number {
  if (!headers) return 0;
  const milliseconds = retryAfterHeader === undefined ? null : headers.get(retryAfterHeader);
  const after = headers.get('retry-after');
  const delay = milliseconds ?? (after === null ? 0 : Number(after) * 1000 || Date.parse(after) - Date.now());
  return Math.min(Math.max(Number(delay) || 0, 0), 300_000);
}

/** Waits, unless the signal ends it; rejects with the signal's reason then. */
export function sleep(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const abort = (): void => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', abort);
      resolve();
    }, milliseconds);
    signal?.addEventListener('abort', abort, { once: true });
  });
}
