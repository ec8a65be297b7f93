import type { HeaderBag } from '../messages.js';

/** The part of `fetch` that a client uses. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

export interface RetryOptions {
  /** Attempts in all; 3 unless said otherwise, 1 turns retries off. */
  readonly maxAttempts?: number | undefined;
  /** The longest wait before the first retry, in milliseconds; it doubles with each. 100 unless said otherwise. */
  readonly baseDelay?: number | undefined;
  /** The longest wait before any retry, in milliseconds; 20,000 unless said otherwise. */
  readonly maxDelay?: number | undefined;
}

export interface TimeoutOptions {
  /** For each attempt, in milliseconds; a retry may follow. */
  readonly attempt?: number | undefined;
  /** For the whole call with its retries, in milliseconds. */
  readonly call?: number | undefined;
}

/** One attempt at a call, as hooks see it. */
export interface Attempt {
  readonly operation: string;
  /** Counts from 1. */
  readonly number: number;
  readonly method: string;
  readonly url: string;
  /** Lower-case names. Before the attempt, what a hook adds here is signed and sent. */
  readonly headers: HeaderBag;
}

export interface AttemptResult extends Attempt {
  /** Absent where none came. */
  readonly status: number | undefined;
  /** What the attempt failed with. */
  readonly error: unknown;
  readonly milliseconds: number;
}

export interface Hooks {
  /** Called once for each deprecated operation that a client calls, with what the service says about it. */
  deprecated?(operation: string, message: string): void;
  beforeAttempt?(attempt: Attempt): void | Promise<void>;
  afterAttempt?(result: AttemptResult): void | Promise<void>;
}

/** What clients of every service can be given. */
export interface ClientOptions {
  /**
   * Sends requests in place of the web's `fetch`, which sends no body with GET: calls that need one are refused
   * unless a `fetch` is given here.
   */
  readonly fetch?: Fetch | undefined;
  readonly retry?: RetryOptions | undefined;
  readonly timeouts?: TimeoutOptions | undefined;
  readonly hooks?: Hooks | undefined;
  /** Put before the runtime's own words in the user agent. */
  readonly userAgent?: string | undefined;
}

/** What a service says beside the output. */
export interface ResponseMetadata {
  readonly status: number;
  readonly requestId: string | undefined;
  readonly headers: Headers;
  readonly attempts: number;
}

export interface CallOptions {
  /** Ends the call, also while it waits to retry; it then rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** Of this call, before those of the client. */
  readonly retry?: RetryOptions | undefined;
  readonly timeouts?: TimeoutOptions | undefined;
  /** Sent beside the headers of the operation. */
  readonly headers?: HeadersInit | undefined;
  /** Called with the response of success before its body is read. */
  onResponse?(metadata: ResponseMetadata): void;
}
