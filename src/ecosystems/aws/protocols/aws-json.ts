import type { Report } from '../../../diagnostics/report.js';
import { outputOf } from '../../../model/walk.js';
import type { Member, Operation, Service } from '../../../model/model.js';
import type { MessageBinding, OperationBinding, Protocol } from '../../protocol.js';
import { awsTraits } from '../traits.js';

/** AWS JSON: every request is a POST to `/`, and a header names the operation. The versions differ in media type. */
const awsJson = (version: '1_0' | '1_1'): Protocol => {
  const media = `application/x-amz-json-${version.replace('_', '.')}`;
  const message = (members: readonly Member[]): MessageBinding => ({
    parts: members.map((member) => ({ member, in: 'body', name: member.wireName })),
    media,
  });
  return {
    id: `awsJson${version}`,
    summary: `AWS JSON ${version.replace('_', '.')}: a header names the operation, everything else is in the body`,
    smithyTrait: `aws.protocols#awsJson${version}`,
    supports: new Set(),
    runtime: {
      client: { module: 'aws/protocols/aws-json/client', name: `awsJson${version}Client` },
      server: { module: 'aws/protocols/aws-json/server', name: `awsJson${version}Server` },
    },
    timestampFormat: 'epochSeconds',
    matches: (service: Service) => service.protocol?.value === `awsJson${version}`,
    bind(operation: Operation, service: Service, report: Report): OperationBinding {
      const { targetPrefix } = awsTraits(service);
      if (!targetPrefix && operation === service.operations[0]) {
        report('target-prefix-unknown', { service: service.id }, service.title.source);
      }
      const value = `${targetPrefix?.value ?? service.id}.${operation.name}`;
      return {
        operation,
        request: {
          method: 'POST',
          path: '/',
          selector: { in: 'header', name: 'X-Amz-Target', value },
          ...message(operation.input),
        },
        responses: new Map([[200, message(outputOf(operation))]]),
        errorOf: { code: { in: 'body', name: '__type' } },
      };
    },
  };
};

export const awsJson1_0 = awsJson('1_0');
export const awsJson1_1 = awsJson('1_1');
