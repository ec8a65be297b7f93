import type { Report } from '../../../diagnostics/report.js';
import type { Operation, Service } from '../../../model/model.js';
import type { OperationBinding, Protocol } from '../../protocol.js';
import type { Location, Member } from '../../../model/model.js';
import type { PartBinding, PartPlace } from '../../protocol.js';

const media = 'application/json';

/** REST-JSON: method and path select the operation, members travel in path, query, headers and a JSON body. */
export const restJson1: Protocol = {
  id: 'restJson1',
  summary: 'AWS REST-JSON: method, path and a JSON body',
  smithyTrait: 'aws.protocols#restJson1',
  supports: new Set(['binaryPayload', 'textPayload']),
  runtime: {
    client: { module: 'aws/protocols/rest-json/client', name: 'restJson1Client' },
    server: { module: 'aws/protocols/rest-json/server', name: 'restJson1Server' },
  },
  timestampFormat: 'epochSeconds',
  matches: (service: Service) => service.protocol?.value === 'restJson1',
  bind(operation: Operation, _service: Service, report: Report): OperationBinding {
    if (!operation.http) report('operation-without-request', { operation: operation.name }, operation.source);
    return {
      operation,
      request: {
        method: operation.http?.method.value ?? 'POST',
        path: operation.http?.uri.value ?? `/${operation.name}`,
        parts: statedParts(operation.input),
        media,
      },
      responses: new Map(
        operation.responses.map(({ status, members }) => [
          status.value,
          { parts: statedParts(members), media },
        ]),
      ),
      errorOf: { code: { in: 'header', name: 'X-Amzn-Errortype' } },
    };
  },
};

/** The places of Smithy's HTTP bindings. */
const places: Readonly<Record<Location, PartPlace>> = {
  label: 'path',
  query: 'query',
  header: 'header',
  prefixHeaders: 'prefixHeaders',
  cookie: 'body',
  body: 'body',
  payload: 'payload',
  status: 'status',
};

/** Members where the pages say that they travel. */
export const statedParts = (members: readonly Member[]): readonly PartBinding[] =>
  members.map((member) => ({ member, in: places[member.location.value], name: member.wireName }));
