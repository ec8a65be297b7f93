import { own } from '../../../runtime/schema/members.js';
import type { OperationSchema } from '../../../runtime/schema/schema.js';
import type { AwsClientOptions } from './options.js';
import type { AwsServiceSchema } from './service.js';

/** Domains of the partitions, by how their Regions begin: for IPv4 alone, and for both where that is told. */
const domains: readonly (readonly [RegExp, string, string?])[] = [
  [/^cn-/, 'amazonaws.com.cn', 'api.amazonwebservices.com.cn'],
  [/^us-iso-/, 'c2s.ic.gov'],
  [/^us-isob-/, 'sc2s.sgov.gov'],
  [/^us-isof-/, 'csp.hci.ic.gov'],
  [/^eu-isoe-/, 'cloud.adc-e.uk'],
  [/^eusc-/, 'amazonaws.eu', 'api.amazonwebservices.eu'],
  [/^/, 'amazonaws.com', 'api.aws'],
];

/**
 * Where requests to a service go: `options.endpoint`, or the host of the service in the Region and its partition.
 * Throws a `TypeError` where there is no Region although the host or the signature needs one, and where a FIPS or
 * dual-stack endpoint is wanted of a service whose hosts follow no rule.
 */
export function resolveEndpoint(service: AwsServiceSchema, options: AwsClientOptions): URL {
  const { endpoint, region = '', credentials } = options;
  if ((credentials || !endpoint) && !/^[a-z0-9-]+$/i.test(region)) {
    throw new TypeError(`Not a region: "${region}"`);
  }
  return new URL(endpoint ?? `https://${hostOf(service, region, options)}`);
}

function hostOf(
  service: AwsServiceSchema,
  region: string,
  { useFips, useDualstack }: AwsClientOptions,
): string {
  const { endpointPrefix, globalEndpoint } = service;
  const domain = domains.find(([pattern]) => pattern.test(region))?.[useDualstack ? 2 : 1];
  if (!domain || ((useFips || useDualstack) && (globalEndpoint || endpointPrefix.includes('.')))) {
    throw new TypeError(`No such endpoint in ${region}`);
  }
  return globalEndpoint ?? `${endpointPrefix}${useFips ? '-fips' : ''}.${region}.${domain}`;
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
