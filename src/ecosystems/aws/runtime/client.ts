import { type Connection, createConnection } from '../../../runtime/client/connection.js';
import type { ClientProtocol, WireRequest } from '../../../runtime/messages.js';
import { createSigner } from './auth/signing.js';
import { operationEndpoint, resolveEndpoint } from './endpoint.js';
import type { AwsClientOptions } from './options.js';
import { requestIdHeaders } from './response.js';
import type { AwsServiceSchema } from './service.js';

/** The names of errors by which services say that they are asked too often. */
export const throttling =
  /Thrott|^(Bandwidth|Request|)LimitExceeded|^ProvisionedThroughputExceeded|^PriorRequest|^SlowDown|^TooManyRequests|^TransactionInProgress/;

/**
 * Binds a service to where and how its requests are sent. Nothing is sent yet. Throws a `TypeError` where the options
 * leave out a Region that is needed.
 */
export function connect(
  service: AwsServiceSchema,
  protocol: ClientProtocol,
  options: AwsClientOptions,
): Connection {
  const { credentials, region = '', hostPrefix } = options;
  const endpoint = resolveEndpoint(service, options);
  const authorize = credentials && createSigner(credentials, region, service.signingName);
  const transport = {
    endpoint: (operation: Parameters<typeof operationEndpoint>[1], input: unknown) =>
      hostPrefix === false ? endpoint : operationEndpoint(endpoint, operation, input),
    headers: (agent: string) => ({
      'user-agent': agent,
      'x-amz-user-agent': agent,
      'amz-sdk-invocation-id': crypto.randomUUID(),
    }),
    attemptHeaders: (number: number, maxAttempts: number) => ({
      'amz-sdk-request': `attempt=${number}; max=${maxAttempts}`,
    }),
    ...(authorize && { authorize, prepare: withoutStream }),
    requestIdHeaders,
    throttling,
    retryAfterHeader: 'x-amz-retry-after',
  };
  return createConnection(service, protocol, transport, options);
}

/** A body has to be known whole to be signed, unless the caller gives its hash. */
async function withoutStream(request: WireRequest): Promise<WireRequest> {
  if (!(request.body instanceof ReadableStream) || request.headers['x-amz-content-sha256']) return request;
  return { ...request, body: new Uint8Array(await new Response(request.body).arrayBuffer()) };
}
