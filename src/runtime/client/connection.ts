import { type Fields, membersOf } from '../schema/members.js';
import type { CallOptions, ClientOptions } from './options.js';
import { retryCapacity, type RetryRules } from './retry.js';
import type { OperationSchema, ServiceSchema, StructureSchema } from '../schema/schema.js';
import type { ClientProtocol, HeaderBag, WireRequest } from '../messages.js';

export type * from './options.js';

/** What an attempt at a call is made with, beside the request. */
export interface AttemptContext {
  readonly operation: OperationSchema;
  /** Host name and port. */
  readonly host: string;
  /** The time as the service's clock has it. */
  readonly date: Date;
}

/**
 * Shows who sends a request: gives the request with what has to be added. Called for each attempt, after encoding, so that
 * a retry is signed anew.
 */
export type Authorize = (request: WireRequest, context: AttemptContext) => Promise<WireRequest>;

/** What an ecosystem adds to the calls of a client: where they go, what goes with them, who sends them. */
export interface Transport extends RetryRules {
  /** Where the requests of an operation go. Throws a `TypeError` where the input cannot stand in the host. */
  endpoint(operation: OperationSchema, input: Fields): URL;
  /** Headers of every call, beside the operation's own. */
  headers(agent: string): HeaderBag;
  /** Headers that tell one attempt from another. */
  attemptHeaders?(number: number, maxAttempts: number): HeaderBag;
  /** Absent where nobody is shown. */
  readonly authorize?: Authorize | undefined;
  /** Makes a request ready to be sent more than once; called once for each call. */
  prepare?(request: WireRequest): Promise<WireRequest>;
  /** The headers in which the service gives its id of the request; the first that is there counts. */
  readonly requestIdHeaders: readonly string[];
  /**
   * Whether an error shows that credentials have to be got anew and they can be: the call is tried again then. Asked once
   * for each call.
   */
  renew?(operation: OperationSchema, error: unknown): boolean;
}

/** What the calls of a client share. */
export interface Connection {
  readonly service: ServiceSchema;
  readonly protocol: ClientProtocol;
  readonly options: ClientOptions;
  readonly transport: Transport;
  /** The retries that are left to spend, and how far the service's clock is ahead in milliseconds. */
  readonly state: { tokens: number; skew: number };
  /** The operations that a hook was told about. */
  readonly told: Set<string>;
}

/** Binds a service to where and how its requests are sent. Nothing is sent yet. */
export function createConnection(
  service: ServiceSchema,
  protocol: ClientProtocol,
  transport: Transport,
  options: ClientOptions,
): Connection {
  const state = { tokens: retryCapacity, skew: 0 };
  return { service, protocol, options, transport, state, told: new Set() };
}

/** A call, written and ready to be sent as often as it takes. */
export interface Call {
  readonly operation: OperationSchema;
  readonly request: WireRequest;
  readonly host: URL;
}

/**
 * Writes a call: fills in idempotency tokens, serialises, adds host, path of the endpoint and the headers of the runtime
 * and the caller. Throws a `TypeError` where the input cannot stand in the request.
 */
export async function prepare(
  { service, protocol, options, transport }: Connection,
  operation: OperationSchema,
  input: unknown,
  headers: CallOptions['headers'],
): Promise<Call> {
  const filled = withTokens(operation.input, input);
  const written = protocol.serialise(service, operation, filled, options.fetch);
  const host = transport.endpoint(operation, filled);
  const path = written.path === '' ? host.pathname : host.pathname.replace(/\/$/, '') + written.path;
  const all = Object.assign(written.headers, transport.headers(agentOf(service, options)));
  if (headers) Object.assign(all, Object.fromEntries(new Headers(headers)));
  const request = { ...written, path, headers: all };
  return { operation, request: transport.prepare ? await transport.prepare(request) : request, host };
}

function agentOf({ id, apiVersion }: ServiceSchema, { userAgent }: ClientOptions): string {
  return `${userAgent ? `${userAgent} ` : ''}docwright api/${id}#${apiVersion}`;
}

function withTokens(structure: StructureSchema, input: unknown): Fields {
  const filled: Fields = { ...Object(input) };
  for (const [name, member] of membersOf(structure)) {
    if (member.idempotencyToken) filled[name] ??= crypto.randomUUID();
  }
  return filled;
}
