import type { Connection } from './call.js';
import { resolveEndpoint } from './endpoint.js';
import type { ClientOptions } from './options.js';
import { retryCapacity } from './retry.js';
import type { ServiceSchema } from './schema.js';
import { createSigner } from './signing.js';
import type { ClientProtocol } from './wire.js';

export type { Connection } from './call.js';
export type * from './options.js';
export { itemsOf, paginate, type PaginationSchema } from './paginate.js';
export { send } from './send.js';

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
