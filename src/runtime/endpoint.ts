import { own } from './members.js';
import type { ClientOptions } from './options.js';
import type { OperationSchema, ServiceSchema } from './schema.js';

/** Domains of the partitions other than `aws`, by how their Regions begin. */
const domains: readonly (readonly [RegExp, string])[] = [
  [/^cn-/, 'amazonaws.com.cn'],
  [/^us-iso-/, 'c2s.ic.gov'],
  [/^us-isob-/, 'sc2s.sgov.gov'],
  [/^us-isof-/, 'csp.hci.ic.gov'],
  [/^eu-isoe-/, 'cloud.adc-e.uk'],
  [/^eusc-/, 'amazonaws.eu'],
];

/**
 * Where requests to a service go: `options.endpoint`, or the host of the service in the Region and its partition.
 * Throws a `TypeError` where there is no Region although the host or the signature needs one.
 */
export function resolveEndpoint(service: ServiceSchema, options: ClientOptions): URL {
  const { endpoint, region = '', credentials } = options;
  if ((credentials || !endpoint) && !/^[a-z0-9-]+$/i.test(region)) {
    throw new TypeError(`Not a region: "${region}"`);
  }
  const domain = domains.find(([pattern]) => pattern.test(region))?.[1] ?? 'amazonaws.com';
  const host = service.globalEndpoint ?? `${service.endpointPrefix}.${region}.${domain}`;
  return new URL(endpoint ?? `https://${host}`);
}

/** The endpoint with the host prefix of the operation. Throws a `TypeError` where a label cannot stand in a host. */
export function operationEndpoint(endpoint: URL, operation: OperationSchema, input: unknown): URL {
  if (operation.hostPrefix === undefined) return endpoint;
  const prefix = operation.hostPrefix.replace(/\{(.+?)\}/g, (_, name: string) => {
    const text = String(own(input, name) ?? '');
    if (!/^[a-z0-9][a-z0-9-]{0,62}$/i.test(text)) {
      throw new TypeError(`${operation.name}: ${name} cannot stand in a host name: "${text}"`);
    }
    return text;
  });
  const url = new URL(endpoint);
  url.hostname = prefix + url.hostname;
  return url;
}
