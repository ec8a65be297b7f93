import { type Connection, createConnection } from '../../../runtime/client/connection.js';
import { ServiceError } from '../../../runtime/errors.js';
import { membersOf } from '../../../runtime/schema/members.js';
import type { OperationSchema } from '../../../runtime/schema/schema.js';
import type { ClientProtocol } from '../../../runtime/messages.js';
import { authorization, type GivenAuth, type Schemes } from './auth/select.js';
import { resolveBaseUrl, type ServerOptions, type ServerSettings } from './base-url.js';
import type { HttpClientOptions } from './options.js';
import { requestIdHeaders } from './protocols/http/errors.js';
import type { HttpServiceSchema } from './service.js';

/** What pages say of a service that only its clients need. */
export interface HttpSettings {
  readonly servers: readonly ServerSettings[];
  readonly auth: Schemes;
}

/** What a client is given, whatever of it the types of a generated client demand. */
export interface ConnectOptions extends HttpClientOptions, ServerOptions {
  readonly auth?: GivenAuth | undefined;
}

/**
 * Binds a service to where and how its requests are sent. Nothing is sent yet. Throws a `TypeError` where the options
 * leave out where requests go, or give credentials for a scheme that the service does not have.
 */
export function connect(
  service: HttpServiceSchema,
  protocol: ClientProtocol,
  { servers, auth }: HttpSettings,
  options: ConnectOptions,
): Connection {
  const base = resolveBaseUrl(servers, options);
  const headers = Object.fromEntries(new Headers(options.headers));
  const transport = {
    endpoint: () => base,
    headers: (agent: string) => ({ 'user-agent': agent.replace(/#$/, ''), ...headers }),
    ...authorization(auth, options.auth, options.fetch ?? ((url, init) => fetch(url, init))),
    mayRepeat,
    requestIdHeaders,
  };
  return createConnection(service, protocol, transport, options);
}

/** Methods that do the same however often they are sent (RFC 9110, 9.2.2). */
const idempotent = ['GET', 'HEAD', 'PUT', 'DELETE', 'OPTIONS', 'TRACE', 'LIST'];

/** Other requests are sent again only where the service says that it has not taken them, or tells them apart by a token. */
function mayRepeat({ method, input }: OperationSchema, error: unknown): boolean {
  if (idempotent.includes(method)) return true;
  if (membersOf(input).some(([, { idempotencyToken }]) => idempotencyToken)) return true;
  if (!(error instanceof ServiceError)) return false;
  const asksToWait = error.status === 503 && error.response?.headers.has('retry-after');
  return error.status === 429 || asksToWait === true;
}
