import type { Operation, Service } from '../../../model/model.js';
import { awsAccess } from '../access.js';
import type { Protocol, WireBinding } from '../../protocol.js';

/** AWS JSON: every request is a POST to `/`, and a header names the operation. The versions differ in media type. */
const awsJson = (version: '1_0' | '1_1'): Protocol => ({
  id: `awsJson${version}`,
  smithyTrait: `aws.protocols#awsJson${version}`,
  runtime: { module: 'aws-json', name: `awsJson${version}` },
  timestampFormat: 'epochSeconds',
  targetHeader: 'X-Amz-Target',
  errorName: { in: 'body', name: '__type' },
  access: awsAccess,
  matches: (service: Service) => service.protocol?.value === `awsJson${version}`,
  bind: (operation: Operation, service: Service): WireBinding => ({
    operation,
    method: 'POST',
    uri: '/',
    successStatus: 200,
    contentType: `application/x-amz-json-${version.replace('_', '.')}`,
    target: `${service.targetPrefix?.value ?? service.id}.${operation.name}`,
  }),
});

export const awsJson1_0 = awsJson('1_0');
export const awsJson1_1 = awsJson('1_1');
