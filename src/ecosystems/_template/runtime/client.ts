import { type Authorize, type Connection, createConnection } from '../../../runtime/client/connection.js';
import type { ClientProtocol } from '../../../runtime/messages.js';
import type { TemplateClientOptions } from './options.js';
import { requestIdHeader } from './protocols/calls/headers.js';
import type { TemplateServiceSchema } from './service.js';

/** What a client is told of its service: how callers are shown, by the names of the descriptions. */
export interface TemplateSettings {
  readonly auth: { readonly [name: string]: (credentials: string) => Authorize };
}

/** What a client is given, whatever of it the types of a generated client demand. */
export interface ConnectOptions extends TemplateClientOptions {
  readonly auth?: { readonly [name: string]: string | undefined } | undefined;
}

/** Binds a service to where and how its requests are sent. Throws a `TypeError` where the endpoint is no URL. */
export function connect(
  service: TemplateServiceSchema,
  protocol: ClientProtocol,
  { auth }: TemplateSettings,
  options: ConnectOptions,
): Connection {
  const endpoint = new URL(options.endpoint);
  const [[name, credentials] = []] = Object.entries(options.auth ?? {});
  const scheme = name === undefined ? undefined : auth[name];
  const transport = {
    endpoint: () => endpoint,
    headers: (agent: string) => ({ 'user-agent': agent }),
    requestIdHeaders: [requestIdHeader],
    ...(scheme && credentials !== undefined && { authorize: scheme(credentials) }),
  };
  return createConnection(service, protocol, transport, options);
}
