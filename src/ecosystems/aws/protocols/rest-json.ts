import type { Report } from '../../../diagnostics/report.js';
import type { Operation, Service } from '../../../model/model.js';
import { awsAccess } from '../access.js';
import type { Protocol, WireBinding } from '../../protocol.js';

/** REST-JSON: method and path select the operation, members travel in path, query, headers and a JSON body. */
export const restJson1: Protocol = {
  id: 'restJson1',
  smithyTrait: 'aws.protocols#restJson1',
  runtime: { module: 'rest-json', name: 'restJson1' },
  timestampFormat: 'epochSeconds',
  errorName: { in: 'header', name: 'X-Amzn-Errortype' },
  access: awsAccess,
  matches: (service: Service) => service.protocol?.value === 'restJson1',
  bind(operation: Operation, _service: Service, report: Report): WireBinding {
    if (!operation.http) report('operation-without-request', { operation: operation.name }, operation.source);
    return {
      operation,
      method: operation.http?.method.value ?? 'POST',
      uri: operation.http?.uri.value ?? `/${operation.name}`,
      successStatus: operation.http?.successStatus.value ?? 200,
      contentType: 'application/json',
    };
  },
};
