import type { AttemptContext } from '../../../../runtime/client/connection.js';
import type { Fetch } from '../../../../runtime/client/options.js';
import type { WireRequest } from '../../../../runtime/messages.js';

/** What an attempt at a call is made with. */
export interface AuthContext extends AttemptContext {
  /** Sends the requests of the client; what gets credentials uses it as well. */
  readonly fetch: Fetch;
}

/**
 * Shows who sends a request: gives the request with what has to be added. Called for each attempt, after encoding, so that
 * a retry is signed anew. Rejects where there are no credentials.
 */
export interface Authorizer {
  (request: WireRequest, context: AuthContext): Promise<WireRequest>;
  /** Forgets credentials that a service has refused with status 401; true where the next attempt will have others. */
  renew?(): boolean;
}

/** A scheme as one service uses it: makes an authorizer of what a caller gives. */
export type SchemeOf<Credentials> = (credentials: Credentials) => Authorizer;

/** A value, or a function that gives it, which is asked for each attempt. */
export type Provided<Value> = Value | (() => Value | Promise<Value>);

/** The value itself. */
export async function provide(given: Provided<string>): Promise<string> {
  return typeof given === 'function' ? given() : given;
}

/** The request with one more header. */
export const withHeader = (request: WireRequest, name: string, value: string): WireRequest => ({
  ...request,
  headers: { ...request.headers, [name.toLowerCase()]: value },
});

/** The request with one more parameter at the end of its query, encoded already. */
export function withParameter(request: WireRequest, name: string, encoded: string): WireRequest {
  const { search = '' } = request;
  return { ...request, search: `${search}${search ? '&' : '?'}${encodeURIComponent(name)}=${encoded}` };
}

/** `Bearer x`, `Bot x`, but `Token token=x` and `Token token="x"`: a word is set apart from what follows it. */
export function prefixed(prefix: string, text: string): string {
  if (prefix === '') return text;
  return `${prefix}${/\w$/.test(prefix) ? ' ' : ''}${text}${prefix.endsWith('"') ? '"' : ''}`;
}
