import { operationEndpoint, resolveEndpoint } from '../../ecosystems/aws/runtime/endpoint.js';
import { type Fields, membersOf } from '../schema/members.js';
import type { CallOptions, ClientOptions } from './options.js';
import { retryCapacity } from './retry.js';
import type { OperationSchema, ServiceSchema, StructureSchema } from '../schema/schema.js';
import { createSigner, type Sign } from '../../ecosystems/aws/runtime/auth/signing.js';
import type { ClientProtocol, HeaderBag, WireRequest } from '../messages.js';

export type * from './options.js';

/** What the calls of a client share. */
export interface Connection {
  readonly service: ServiceSchema;
  readonly protocol: ClientProtocol;
  readonly options: ClientOptions;
  readonly endpoint: URL;
  /** Absent where requests are not signed. */
  readonly sign: Sign | undefined;
  /** The retries that are left to spend, and how far the service's clock is ahead in milliseconds. */
  readonly state: { tokens: number; skew: number };
  /** The operations that a hook was told about. */
  readonly told: Set<string>;
}

/**
 * Binds a service to where and how its requests are sent. Nothing is sent yet. Throws a `TypeError` where the options
 * leave out a Region that is needed.
 */
export function connect(
  service: ServiceSchema,
  protocol: ClientProtocol,
  options: ClientOptions,
): Connection {
  const { credentials, region = '' } = options;
  const endpoint = resolveEndpoint(service, options);
  const sign = credentials && createSigner(credentials, region, service.signingName);
  const state = { tokens: retryCapacity, skew: 0 };
  return { service, protocol, options, endpoint, sign, state, told: new Set() };
}

/** A call, written and ready to be sent as often as it takes. */
export interface Call {
  readonly operation: OperationSchema;
  readonly request: WireRequest;
  readonly host: URL;
  readonly url: string;
}

/**
 * Writes a call: fills in idempotency tokens, serialises, adds host, path of the endpoint and the headers of the runtime
 * and the caller. Throws a `TypeError` where the input cannot stand in the request.
 */
export async function prepare(
  { service, protocol, options, endpoint, sign }: Connection,
  operation: OperationSchema,
  input: unknown,
  headers: CallOptions['headers'],
): Promise<Call> {
  const filled = withTokens(operation.input, input);
  const written = protocol.serialise(service, operation, filled, options.fetch);
  const host = options.hostPrefix === false ? endpoint : operationEndpoint(endpoint, operation, filled);
  const path = host.pathname.replace(/\/$/, '') + written.path;
  const all = Object.assign(written.headers, runtimeHeaders(service, options));
  if (headers) Object.assign(all, Object.fromEntries(new Headers(headers)));
  const request = { ...written, path, headers: all };
  const url = `${host.origin}${path}${written.search ?? ''}`;
  return { operation, request: sign ? await withoutStream(request) : request, host, url };
}

function runtimeHeaders(service: ServiceSchema, { userAgent }: ClientOptions): HeaderBag {
  const agent = `${userAgent ? `${userAgent} ` : ''}docwright api/${service.id}#${service.apiVersion}`;
  return {
    'user-agent': agent,
    'x-amz-user-agent': agent,
    'amz-sdk-invocation-id': crypto.randomUUID(),
  };
}

/** A body has to be known whole to be signed, unless the caller gives its hash. */
async function withoutStream(request: WireRequest): Promise<WireRequest> {
  if (!(request.body instanceof ReadableStream) || request.headers['x-amz-content-sha256']) return request;
  return { ...request, body: new Uint8Array(await new Response(request.body).arrayBuffer()) };
}

function withTokens(structure: StructureSchema, input: unknown): Fields {
  const filled: Fields = { ...Object(input) };
  for (const [name, member] of membersOf(structure)) {
    if (member.idempotencyToken) filled[name] ??= crypto.randomUUID();
  }
  return filled;
}
