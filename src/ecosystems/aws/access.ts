import type { Service } from '../../model/model.js';
import type { Access } from '../protocol.js';

/** How every service of AWS is reached: a host for each Region, and requests signed with Signature Version 4. */
export function awsAccess({ id, endpointPrefix, signingName }: Service): Access {
  const prefix = endpointPrefix?.value ?? id;
  return {
    url: `https://${hostLabels(prefix)}.{region}.amazonaws.com`,
    description: 'The AWS Region `region`; partitions other than `aws` have other domains.',
    defaults: { region: 'us-east-1' },
    security: {
      id: 'sigv4',
      header: 'Authorization',
      description: `AWS Signature Version 4, made for the service name \`${hostLabels(signingName?.value ?? prefix)}\`.`,
      // The extension by which the tools of the field know such a signature: OpenAPI has no type for it.
      extensions: { 'x-amazon-apigateway-authtype': 'awsSigv4' },
    },
  };
}

/** What of a text can stand in a host name. */
const hostLabels = (text: string): string => text.replace(/[^a-z0-9.-]/giu, '') || 'service';
