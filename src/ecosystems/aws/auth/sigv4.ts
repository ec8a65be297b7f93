import type { AuthScheme } from '../../auth.js';

/** AWS Signature Version 4 in the header `authorization`. */
export const sigv4: AuthScheme = {
  id: 'sigv4',
  summary: 'requests signed with AWS Signature Version 4',
  check: ({ service }) =>
    typeof service === 'string' ? undefined : '`service`, the name to sign for, is missing',
  runtime: {
    authorizer: { module: 'aws/auth/signing', name: 'createSigner' },
    credentials: { module: 'aws/options', name: 'Credentials' },
  },
  sample: "{ accessKeyId: '...', secretAccessKey: '...' }",
  openapi: ({ options: { service } }) => ({
    type: 'apiKey',
    in: 'header',
    name: 'Authorization',
    description: `AWS Signature Version 4, made for the service name \`${String(service)}\`.`,
    // The extension by which the tools of the field know such a signature: OpenAPI has no type for it.
    'x-amazon-apigateway-authtype': 'awsSigv4',
  }),
};
