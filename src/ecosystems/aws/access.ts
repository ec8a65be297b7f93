import type { Service } from '../../model/model.js';
import type { Access } from '../protocol.js';
import { sigv4 } from './auth/sigv4.js';
import { awsTraits } from './traits.js';

/** How every service of AWS is reached: a host for each Region, and requests signed with Signature Version 4. */
export function awsAccess(service: Service): Access {
  const { endpointPrefix, signingName } = awsTraits(service);
  if (!endpointPrefix) return { servers: service.servers, auth: [] };
  const prefix = endpointPrefix.value;
  return {
    servers: [
      {
        url: `https://${hostLabels(prefix)}.{region}.amazonaws.com`,
        description: 'The AWS Region `region`; partitions other than `aws` have other domains.',
        variables: { region: { default: 'us-east-1' } },
      },
    ],
    auth: [
      {
        scheme: sigv4,
        description: {
          name: 'sigv4',
          scheme: sigv4.id,
          options: { service: hostLabels(signingName?.value ?? prefix) },
        },
      },
    ],
  };
}

/** What of a text can stand in a host name. */
const hostLabels = (text: string): string => text.replace(/[^a-z0-9.-]/giu, '') || 'service';
